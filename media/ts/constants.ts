/** Length of a transport packet, ISO/IEC 13818-1 2.4.3.2. */
export const packetBytes = 188;

/** First byte of every packet. */
export const syncByte = 0x47;

/** Ticks a second of PTS, DTS and the base of PCR. */
export const ticksPerSecond = 90_000;

/** PTS, DTS and the base of PCR have 33 bits and begin again behind this many ticks: after 26.5 hours. */
export const ticksWrap = 2 ** 33;

/** PID of packets that carry nothing. */
export const nullPid = 0x1fff;

/** Codec names by the stream types of ISO/IEC 13818-1 table 2-34; others are shown as numbers. */
export const codecsByStreamType: Readonly<Record<number, string>> = {
  0x01: 'mpeg1video',
  0x02: 'mpeg2video',
  0x03: 'mp3',
  0x04: 'mp3',
  0x0f: 'aac',
  0x11: 'aac-latm',
  0x1b: 'h264',
  0x24: 'hevc',
  0x81: 'ac3',
  0x87: 'eac3',
};
