/** Pieces in a row, as one new array. Any number of them. */
export function joinAll(pieces: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

/** The same for a few pieces: arguments have a limit. */
export function joinBytes(...pieces: readonly Uint8Array[]): Uint8Array {
  return joinAll(pieces);
}
