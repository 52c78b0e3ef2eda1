import { type FaultKind, invalid, suspicious } from '../fault-kind.ts';

const systems = (section: string): string => `ISO/IEC 13818-1 ${section}`;

/** Faults of MPEG-TS files. */
export const tsFaults = {
  'no-packets': invalid('No chain of transport packets was found.', systems('2.4.3.2')),
  'foreign-packet-size': invalid(
    'The packets have 192 or 204 bytes, as discs and broadcasts have them, instead of 188.',
    systems('2.4.3.2'),
  ),
  'sync-lost': invalid(
    'Where a packet should begin there is no sync byte: bytes are lost, added or overwritten.',
    systems('2.4.3.3'),
  ),
  'truncated-packet': invalid(
    'The last packet is not whole: the file was cut.',
    systems('2.4.3.2'),
  ),
  'malformed-packet': invalid(
    'A packet header or adaptation field contradicts itself.',
    systems('2.4.3.4'),
  ),
  'transport-error': invalid('A packet is marked as damaged on its way.', systems('2.4.3.3')),
  'scrambled-packet': invalid('A packet is scrambled.', systems('2.4.3.3')),
  'continuity-gap': invalid(
    'The continuity counter of a stream jumps: packets are lost or out of order.',
    systems('2.4.3.3'),
  ),
  'pat-missing': invalid('There is no program association table.', 'RFC 8216 3.2'),
  'pmt-missing': invalid('There is no program map table.', 'RFC 8216 3.2'),
  'tables-late': suspicious('Packets of media stand before the tables.', 'RFC 8216 3.2'),
  'table-crc-mismatch': invalid('The CRC of a table is wrong.', systems('2.4.4')),
  'malformed-table': invalid('The lengths inside a table contradict each other.', systems('2.4.4')),
  'several-programs': suspicious('The file has more than one program.', 'RFC 8216 3.2'),
  'stream-type-switch': invalid('A stream changes its type inside the file.', systems('2.4.4.8')),
  'stream-empty': suspicious('A stream that the map lists never comes.', systems('2.4.4.8')),
  'no-media-data': invalid('No stream brings audio or video with a time stamp.', 'RFC 8216 3.2'),
  'malformed-pes': invalid('A PES header is not one.', systems('2.4.3.6')),
  'pes-length-mismatch': invalid(
    'A PES packet has another length than it announces: bytes are lost.',
    systems('2.4.3.7'),
  ),
  'truncated-pes': invalid('The last PES packet of a stream is not whole.', systems('2.4.3.7')),
  'timestamps-missing': invalid('A stream has no time stamps.', systems('2.4.3.7')),
  'timestamps-backwards': invalid(
    'The decoding times of a stream do not grow: parts are out of order or of another recording.',
    systems('2.4.3.7'),
  ),
  'timestamp-jump': suspicious('The audio has a hole of more than ten seconds.', systems('2.7.4')),
  'clock-backwards': invalid('The program clock runs backwards.', systems('2.7.2')),
  'clock-missing': suspicious('The program clock never comes.', systems('2.7.2')),
  'junk-before-packets': suspicious('Bytes that are no packets stand before the first one.'),
  'junk-behind-packets': suspicious('Bytes that are no packets stand behind the last one.'),
} as const satisfies Record<string, FaultKind>;
