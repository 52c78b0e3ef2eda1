const leftoverEnding =
  /(?:~|\.part[-.]?\d+|\.(?:part|partial|filepart|crdownload|download|tmp|temp|uploading|swp|bak|old|orig|lock))$/iu;
const leftoverName = /^(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._.*|\.~.*|\.goutputstream-.*)$/iu;

/** Whether a name, without its folders, is what interrupted transfers, editors and desktops leave behind. */
export function isLeftover(fileName: string): boolean {
  return leftoverEnding.test(fileName) || leftoverName.test(fileName);
}
