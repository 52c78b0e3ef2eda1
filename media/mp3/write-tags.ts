/** Text as one byte a character; what Latin-1 does not have becomes `?`. */
function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => {
    const code = char.charCodeAt(0);
    return code < 0x100 ? code : 0x3f;
  });
}

/** An ID3v1 tag: 128 bytes for the very end of a file. The title is cut at 30 bytes. */
export function id3v1Tag(title: string): Uint8Array {
  const tag = new Uint8Array(128);
  tag.set(latin1('TAG'));
  tag.set(latin1(title).subarray(0, 30), 3);
  tag[127] = 0xff;
  return tag;
}

/** An ID3v2.3 tag with one title frame, and as much zero padding as asked for. */
export function id3v2Tag(title: string, paddingBytes = 0): Uint8Array {
  const text = latin1(title);
  const size = 11 + text.length + paddingBytes;
  const tag = new Uint8Array(10 + size);
  tag.set(latin1('ID3\x03'));
  for (let digit = 0; digit < 4; digit++) {
    tag[9 - digit] = (size >>> (7 * digit)) & 0x7f;
  }
  tag.set(latin1('TIT2'), 10);
  new DataView(tag.buffer).setUint32(14, 1 + text.length);
  tag.set(text, 21);
  return tag;
}
