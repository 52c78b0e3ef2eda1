/** Looks at the first bytes of a file, or of what follows its leading tags. */
type Sniffer = (head: Uint8Array) => boolean;

function ascii(head: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (head[at + index] !== text.charCodeAt(index)) {
      return false;
    }
  }
  return true;
}

const starts =
  (...bytes: readonly number[]): Sniffer =>
  (head) =>
    bytes.every((byte, index) => head[index] === byte);

const startsText =
  (text: string): Sniffer =>
  (head) =>
    ascii(head, 0, text);

/** A four-character container: the outer mark at the start and the inner one eight bytes on. */
const wraps =
  (outer: readonly string[], inner: readonly string[]): Sniffer =>
  (head) =>
    outer.some((mark) => ascii(head, 0, mark)) && inner.some((mark) => ascii(head, 8, mark));

/** MP4 and its kin begin with a box whose type stands after its length. */
const mp4Boxes = ['ftyp', 'moov', 'mdat', 'styp', 'moof', 'wide', 'free', 'skip'];

/** An AAC frame in ADTS: sync, layer bits 0, and a second header where the length says. */
function isAdts(head: Uint8Array): boolean {
  const isHeader = (at: number): boolean =>
    head[at] === 0xff && ((head[at + 1] ?? 0) & 0xf6) === 0xf0;
  const length = (((head[3] ?? 0) & 3) << 11) | ((head[4] ?? 0) << 3) | ((head[5] ?? 0) >>> 5);
  return isHeader(0) && length >= 7 && (isHeader(length) || length === head.length);
}

/** MPEG-TS: a sync byte every 188 bytes. */
function isTransportStream(head: Uint8Array): boolean {
  return head.length >= 377 && head[0] === 0x47 && head[188] === 0x47 && head[376] === 0x47;
}

/** Formats by their first bytes, the longer marks first. */
const magics: readonly (readonly [format: string, sniff: Sniffer])[] = [
  ['wav', wraps(['RIFF', 'RIFX', 'RF64'], ['WAVE'])],
  ['avi', wraps(['RIFF'], ['AVI '])],
  ['aiff', wraps(['FORM'], ['AIFF', 'AIFC'])],
  ['mp4', (head) => mp4Boxes.some((type) => ascii(head, 4, type))],
  ['aac', isAdts],
  ['aac', startsText('ADIF')],
  ['ts', isTransportStream],
  ['ogg', startsText('OggS')],
  ['flac', startsText('fLaC')],
  ['amr', startsText('#!AMR')],
  ['silk', startsText('#!SILK')],
  ['silk', startsText('\x02#!SILK')],
  ['caf', startsText('caff')],
  ['au', startsText('.snd')],
  ['midi', startsText('MThd')],
  ['ape', startsText('MAC ')],
  ['wavpack', startsText('wvpk')],
  ['webm', starts(0x1a, 0x45, 0xdf, 0xa3)],
  ['asf', starts(0x30, 0x26, 0xb2, 0x75)],
  ['flv', startsText('FLV\x01')],
  ['mpeg-ps', starts(0, 0, 1, 0xba)],
  ['m3u8', startsText('#EXTM3U')],
  ['gzip', starts(0x1f, 0x8b)],
  ['zip', startsText('PK\x03\x04')],
  ['zstd', starts(0x28, 0xb5, 0x2f, 0xfd)],
  ['xz', starts(0xfd, 0x37, 0x7a, 0x58)],
  ['bzip2', startsText('BZh')],
  ['7z', starts(0x37, 0x7a, 0xbc, 0xaf)],
  ['rar', startsText('Rar!')],
  ['pdf', startsText('%PDF')],
  ['png', starts(0x89, 0x50, 0x4e, 0x47)],
  ['jpeg', starts(0xff, 0xd8, 0xff)],
];

/** The format, other than MP3, whose mark stands at the start of the bytes; undefined where none is known. */
export function sniffForeign(head: Uint8Array): string | undefined {
  return magics.find(([, sniff]) => sniff(head))?.[0];
}
