// A piece of what is kept of an index: values that JSON can say, and bytes behind them.

export interface Piece<T> {
  readonly about: T;
  readonly bytes: Uint8Array;
}

/** Bytes before `about` that say how long it is. */
const lengthSize = 4;

/** The bytes of a piece: a length in 32 bits, `about` as JSON, then its bytes. */
export function pieceBytes({ about, bytes }: Piece<unknown>): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(about));
  const piece = new Uint8Array(lengthSize + text.length + bytes.length);
  new DataView(piece.buffer).setUint32(0, text.length, true);
  piece.set(text, lengthSize);
  piece.set(bytes, lengthSize + text.length);
  return piece;
}

/** Reads what `pieceBytes` wrote. `T` is what was written: nothing is checked but that it is JSON, without which this throws. */
export function pieceOf<T>(piece: Uint8Array): Piece<T> {
  const start = lengthSize + new DataView(piece.buffer, piece.byteOffset).getUint32(0, true);
  return { about: JSON.parse(new TextDecoder().decode(piece.subarray(lengthSize, start))) as T, bytes: piece.subarray(start) };
}
