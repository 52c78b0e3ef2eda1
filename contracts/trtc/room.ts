import type { TrtcRoomId } from './callback.ts';
import { limits } from './limits.ts';

/** Characters beside letters and digits that a string room may have. Clause `roomText`. */
export const roomMarks = ' !#$%&()+-:;<=.>?@[]^_{}|~,';

/** Whether a room can exist: an integer from 1 to 4294967294, or up to 64 bytes of 89 characters. */
export function isRoomId(room: TrtcRoomId): boolean {
  if (typeof room === 'number') {
    return (
      Number.isSafeInteger(room) && room >= limits.roomNumberMin && room <= limits.roomNumberMax
    );
  }
  return (
    room.length > 0 &&
    room.length <= limits.roomTextBytesMax &&
    Array.from(room).every((mark) => /[A-Za-z\d]/u.test(mark) || roomMarks.includes(mark))
  );
}

/** A text that is the same for the same room only: the integer 20015 is not the string of these digits. */
export function roomKey(room: TrtcRoomId): string {
  return typeof room === 'number' ? `number ${room}` : `string ${room}`;
}
