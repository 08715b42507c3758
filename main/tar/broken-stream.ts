// The one error of this folder: bytes that are not what their format says. Callers add which image and layer it was.

/** Thrown for a stream that is cut, malformed or over a limit; the message says what and at which byte. */
export class BrokenStream extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "BrokenStream";
  }
}
