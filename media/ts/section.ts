import type { FaultLog } from '../fault-log.ts';
import { crc32 } from './crc32.ts';

const sectionBytesMax = 1024;
const headerBytes = 8;
const crcBytes = 4;

/** Puts the sections of one PID together from packets. Memory: one section. */
export class SectionAssembler {
  readonly #log: FaultLog;
  readonly #buffer = new Uint8Array(sectionBytesMax);
  readonly #take: (tableId: number, body: Uint8Array, offset: number) => void;
  /** Bytes gathered; undefined where no section has begun. */
  #gathered: number | undefined;

  /** @param take Gets every whole section whose CRC is right: its table id, and what stands between header and CRC. */
  constructor(log: FaultLog, take: (tableId: number, body: Uint8Array, offset: number) => void) {
    this.#log = log;
    this.#take = take;
  }

  /** Bytes are missing: what has begun cannot be finished. */
  forget(): void {
    this.#gathered = undefined;
  }

  /** Takes the payload of a packet at the file offset `offset`. */
  push(payload: Uint8Array, begins: boolean, offset: number): void {
    if (!begins) {
      this.#gather(payload, offset);
      return;
    }
    const pointer = payload[0] ?? 0;
    if (1 + pointer > payload.length) {
      this.#log.add('malformed-table', offset, `A pointer of ${pointer} leads out of its packet.`);
      this.forget();
      return;
    }
    this.#gather(payload.subarray(1, 1 + pointer), offset);
    this.#gathered = 0;
    this.#gather(payload.subarray(1 + pointer), offset);
  }

  #gather(bytes: Uint8Array, offset: number): void {
    let rest = bytes;
    // Behind the last section of a packet stand bytes of 0xff.
    while (this.#gathered !== undefined && rest.length > 0) {
      if (this.#gathered === 0 && rest[0] === 0xff) {
        this.#gathered = undefined;
        return;
      }
      const wanted = this.#gathered < 3 ? 3 : this.#length();
      if (wanted > sectionBytesMax) {
        this.#log.add('malformed-table', offset, `A section announces ${wanted} bytes.`);
        this.#gathered = undefined;
        return;
      }
      const part = rest.subarray(0, wanted - this.#gathered);
      this.#buffer.set(part, this.#gathered);
      this.#gathered += part.length;
      rest = rest.subarray(part.length);
      if (this.#gathered >= 3 && this.#gathered === this.#length()) {
        this.#finish(offset);
        this.#gathered = 0;
      }
    }
  }

  #length(): number {
    return 3 + ((((this.#buffer[1] ?? 0) & 0x0f) << 8) | (this.#buffer[2] ?? 0));
  }

  #finish(offset: number): void {
    const section = this.#buffer.subarray(0, this.#length());
    const tableId = section[0] ?? 0;
    if (section.length < headerBytes + crcBytes) {
      this.#log.add('malformed-table', offset, `A section has only ${section.length} bytes.`);
    } else if (crc32(section) !== 0) {
      this.#log.add('table-crc-mismatch', offset, `The CRC of table ${tableId} is wrong.`);
    } else {
      this.#take(tableId, section.subarray(headerBytes, -crcBytes), offset);
    }
  }
}
