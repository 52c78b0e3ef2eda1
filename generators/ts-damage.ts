import { packetBytes } from '#media/ts/constants.ts';
import { writeTs } from '#media/ts/writer.ts';
import {
  allZeros,
  damage,
  emptied,
  errorAnswers,
  joined,
  noiseInside,
  ogg,
  recodings,
  text,
  type MediaDamage,
  zerosInside,
} from './media-damage.ts';

type Change = (packets: Uint8Array[]) => readonly Uint8Array[] | undefined;

/** A damage that is told in packets; the file must be whole packets. */
function ofPackets(name: string, statement: string, change: Change): MediaDamage {
  return damage(name, statement, (sound) => {
    const packets = Array.from({ length: Math.floor(sound.length / packetBytes) }, (_, index) =>
      sound.slice(index * packetBytes, (index + 1) * packetBytes),
    );
    const changed = change(packets);
    return changed === undefined ? undefined : joined(...changed);
  });
}

function pidOf(packet: Uint8Array | undefined): number {
  return (((packet?.[1] ?? 0) & 0x1f) << 8) | (packet?.[2] ?? 0);
}

/** Index of a packet near the middle that has the same stream's packets behind it and before it. */
function middleOf(packets: readonly Uint8Array[]): number | undefined {
  const half = packets.length >>> 1;
  const isInside = (index: number): boolean => {
    const pid = pidOf(packets[index]);
    return (
      packets.slice(2, index).some((packet) => pidOf(packet) === pid) &&
      packets.slice(index + 1).some((packet) => pidOf(packet) === pid)
    );
  };
  return [...packets.keys()].slice(half).find(isInside) ?? [...packets.keys()].find(isInside);
}

/** The packets with a copy of the one at `index` changed; the tables are the first two. */
function changed(
  packets: readonly Uint8Array[],
  index: number,
  change: (packet: Uint8Array) => void,
): readonly Uint8Array[] {
  return packets.map((packet, at) => {
    if (at === index) {
      change(packet);
    }
    return packet;
  });
}

/** Damages of the chain of packets. */
const ofTheChain: readonly MediaDamage[] = [
  damage('cut-in-half', 'The upload broke off in the middle of a packet.', (ts) =>
    ts.subarray(0, Math.max(1, Math.floor(ts.length / 2 / packetBytes)) * packetBytes + 100),
  ),
  damage('last-bytes-missing', 'The last packet is not whole.', (ts) => ts.subarray(0, -7)),
  ofPackets('tables-missing', 'The file begins without its tables.', (packets) => packets.slice(2)),
  ofPackets('packet-lost', 'A packet in the middle is missing.', (packets) => {
    const middle = middleOf(packets);
    return middle === undefined ? undefined : packets.toSpliced(middle, 1);
  }),
  ofPackets('packet-moved', 'A packet from the middle stands at the end.', (packets) => {
    const middle = middleOf(packets);
    const moved = packets[middle ?? -1];
    return middle === undefined || moved === undefined
      ? undefined
      : [...packets.toSpliced(middle, 1), moved];
  }),
  damage('bytes-lost', 'Some bytes in the middle are missing.', (ts) => {
    const middle = Math.floor(ts.length / 2 / packetBytes) * packetBytes + 20;
    return joined(ts.subarray(0, middle), ts.subarray(middle + 50));
  }),
  ofPackets('sync-byte-overwritten', 'A packet has lost its first byte.', (packets) => {
    const middle = middleOf(packets);
    return middle === undefined ? undefined : changed(packets, middle, (packet) => (packet[0] = 0));
  }),
  ofPackets('marked-as-damaged', 'A packet is marked as damaged on its way.', (packets) =>
    changed(packets, packets.length - 1, (packet) => (packet[1] = (packet[1] ?? 0) | 0x80)),
  ),
  ofPackets('table-changed', 'A byte of the program map is another.', (packets) =>
    changed(packets, 1, (packet) => (packet[packetBytes - 180] = 0x5a)),
  ),
  ofPackets('disc-packets', 'The packets have four bytes more, as discs have them.', (packets) =>
    packets.map((packet) => joined(Uint8Array.of(0, 0, 0, 0), packet)),
  ),
];

/** Every damage of an MPEG-TS segment, plainest first. `line-feeds-converted` and such depend on the file's bytes. */
export const tsDamages: readonly MediaDamage[] = [
  emptied,
  ...ofTheChain,
  allZeros,
  zerosInside,
  noiseInside,
  ...errorAnswers,
  damage('ogg', 'The file is an Ogg container under a TS name.', (ts) => ogg(ts.length)),
  damage('playlist', 'A playlist was stored in place of the segment.', () =>
    text('#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:1\n#EXT-X-ENDLIST\n'),
  ),
  ...recodings,
  damage('other-recording-behind', 'A segment of another recording was appended.', (ts) =>
    joined(ts, writeTs({ durationMs: 1000, startTicks: 0 })),
  ),
  damage(
    'junk-before',
    'Bytes that are no packets stand before the file.',
    (ts) => joined(text('HTTP/1.1 200 OK\r\n\r\n'), ts),
    'suspicious',
  ),
  damage(
    'junk-behind',
    'Bytes that are no packets stand behind the file.',
    (ts) => joined(ts, text('--boundary--\r\n')),
    'suspicious',
  ),
];
