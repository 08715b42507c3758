// The zstd decoder of newer Nodes. It takes one frame and is silent about what follows, so each frame gets a decoder of its
// own, and what the last one did not take is given to the next.
import { pipeline, Readable, type Transform } from "node:stream";
import * as zlib from "node:zlib";
import { BrokenStream } from "./broken-stream.ts";

/** A decoder for one frame; `bytesWritten` says how much of its input it took. */
export type NewDecoder = () => Transform & { readonly bytesWritten: number };

const outputSize = 256 * 1024;
/** Frames may be of a few bytes each, and a decoder for each costs time: no real layer has more. */
const maxFrames = 1_000_000;

/** What newer Nodes have beside the types that this is compiled against. */
interface NewerZlib {
  readonly createZstdDecompress?: (options: object) => ReturnType<NewDecoder>;
  readonly constants: { readonly ZSTD_d_windowLogMax?: number };
}

/** The runtime's own decoder, windows over 2^27 bytes refused; null where it has none. */
export const nativeZstd: NewDecoder | null = decoderOf(zlib as NewerZlib);

function decoderOf({ createZstdDecompress: create, constants }: NewerZlib): NewDecoder | null {
  const windowLogMax = constants.ZSTD_d_windowLogMax;
  if (create === undefined || windowLogMax === undefined) return null;
  return () => create({ chunkSize: outputSize, params: { [windowLogMax]: 27 } });
}

/** The uncompressed bytes of all frames, piece by piece. Throws BrokenStream; errors of the input come through. */
export async function* unzstdNatively(
  bytes: AsyncIterable<Uint8Array>,
  newDecoder: NewDecoder,
): AsyncGenerator<Uint8Array> {
  const input = new Input(bytes);
  try {
    for (let frames = 0; await input.hasMore(); frames++) {
      if (frames === maxFrames) throw new BrokenStream(`zstd data of more than ${maxFrames} frames`);
      yield* frame(input, newDecoder());
    }
  } finally {
    await input.close();
  }
}

async function* frame(input: Input, decoder: ReturnType<NewDecoder>): AsyncGenerator<Uint8Array> {
  const start = input.taken;
  let isOver = false;
  const feed = async function* (): AsyncGenerator<Uint8Array> {
    for (;;) {
      const piece = await input.peek();
      // Asked for and not needed: it is the next frame's.
      if (isOver || piece === null) return;
      input.take(piece, start + decoder.bytesWritten);
      yield piece;
    }
  };
  // Errors of the input reach the loop below.
  pipeline(Readable.from(feed(), { objectMode: false, highWaterMark: outputSize }), decoder, () => undefined);
  try {
    for await (const piece of decoder) yield piece;
  } catch (error) {
    throw isDecoderError(error) ? brokenBy(error, start + decoder.bytesWritten) : error;
  } finally {
    isOver = true;
  }
  if (decoder.bytesWritten === 0) throw new BrokenStream(`zstd data broken at byte ${start}: no progress`);
  input.rewind(start + decoder.bytesWritten);
}

function isDecoderError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && "code" in error && /^(?:ZSTD|Z)_/.test(String(error.code));
}

function brokenBy(error: Error & { readonly code: string }, at: number): BrokenStream {
  if (error.code === "Z_BUF_ERROR") return new BrokenStream(`zstd data cut short at byte ${at}`);
  const isTooWide = error.code === "ZSTD_error_frameParameter_windowTooLarge";
  return new BrokenStream(`zstd data broken near byte ${at}: ${isTooWide ? "a window over 128 MiB" : error.message}`);
}

/** Pieces of a stream, with a way back for those that were taken and not used. */
class Input {
  readonly #pieces: AsyncIterator<Uint8Array>;
  /** Given back, to come before everything else. */
  #back: Uint8Array | null = null;
  #next: Promise<Uint8Array | null> | null = null;
  /** Taken and perhaps not used, with the place behind each. */
  #recent: { readonly piece: Uint8Array; readonly end: number }[] = [];
  /** Place behind the last piece that was taken. */
  taken = 0;

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#pieces = bytes[Symbol.asyncIterator]();
  }

  async hasMore(): Promise<boolean> {
    return (await this.peek()) !== null;
  }

  /** The next piece, which stays the next until it is taken; null at the end. */
  peek(): Promise<Uint8Array | null> {
    if (this.#back !== null) return Promise.resolve(this.#back);
    this.#next ??= this.#read();
    return this.#next;
  }

  /** Takes what `peek` gave; everything before the place `used` is done with. */
  take(piece: Uint8Array, used: number): void {
    if (this.#back === null) this.#next = null;
    else this.#back = null;
    this.taken += piece.length;
    this.#recent = this.#recent.filter(({ end }) => end > used);
    this.#recent.push({ piece, end: this.taken });
  }

  /** Gives back what lies behind a place. */
  rewind(place: number): void {
    const unused = this.#recent
      .filter(({ end }) => end > place)
      .map(({ piece, end }) => piece.subarray(Math.max(0, piece.length - (end - place))));
    this.#recent = [];
    this.taken = place;
    if (unused.length > 0) this.#back = Buffer.concat(unused);
  }

  async close(): Promise<void> {
    await this.#pieces.return?.();
  }

  async #read(): Promise<Uint8Array | null> {
    for (;;) {
      const { done, value } = await this.#pieces.next();
      if (done === true) return null;
      if (value.length > 0) return value;
    }
  }
}
