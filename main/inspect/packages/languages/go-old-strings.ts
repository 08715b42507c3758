// Strings of programs built before Go 1.18, whose build information only points to them: they lie in the part of the file
// that has passed when the pointers come. So what can be such a string is noted on the way: the module text, which has
// marks around it, and every place that reads like a version.
import type { Segment } from "./elf-head.ts";
import { type GoInfo, maxModuleText, readPointer } from "./go-info.ts";
import { moduleTextEnd, moduleTextStart } from "./go-modules.ts";

const versionStart = Buffer.from("go1.");
const maxVersion = 64;
/** Places noted; a program has a few dozen. */
const maxPlaces = 20_000;

export class GoOldStrings {
  readonly #segments: readonly Segment[];
  readonly #places = new Map<number, string>();
  #tail: Buffer = Buffer.alloc(0);
  /** The module text as far as it has come. */
  #modules: Buffer[] | null = null;
  /** The module text without its marks; empty as long as none was met. */
  modules = "";
  #wanted: { readonly from: number; readonly bytes: Buffer; fill: number; readonly info: PointerInfo } | null = null;

  constructor(segments: readonly Segment[]) {
    this.#segments = segments;
  }

  /** Takes the next piece of the file, which begins at `position`. */
  push(piece: Buffer, position: number): void {
    this.#fillWanted(piece, position);
    const tail = this.#tail;
    const seam = Buffer.concat([tail, piece.subarray(0, maxVersion)]);
    // What begins near an end is cut there, and noted again as a whole with the seam or the piece that follows.
    this.#notePlaces(seam, position - tail.length);
    this.#notePlaces(piece, position);
    this.#takeModules(seam, tail.length, piece);
    this.#tail = Buffer.from((piece.length >= maxVersion ? piece : seam).subarray(-maxVersion));
  }

  /** Says where the version's string header is, in the present piece or later; false when that is nowhere. */
  want(info: PointerInfo, piece: Buffer, position: number): boolean {
    const from = this.#offsetOf(info.address);
    if (from === null || from < position) return false;
    this.#wanted = { from, bytes: Buffer.alloc(2 * info.pointerSize), fill: 0, info };
    this.#fillWanted(piece, position);
    return true;
  }

  /** The version once its header has come: null until then, empty when it leads to no known place. */
  version(): string | null {
    if (this.#wanted === null || this.#wanted.fill < this.#wanted.bytes.length) return null;
    const { bytes, info } = this.#wanted;
    const at = this.#offsetOf(readPointer(bytes, 0, info.pointerSize, info.big));
    const length = readPointer(bytes, info.pointerSize, info.pointerSize, info.big);
    return at === null || length > maxVersion ? "" : (this.#places.get(at)?.slice(0, length) ?? "");
  }

  #fillWanted(piece: Buffer, position: number): void {
    const wanted = this.#wanted;
    if (wanted === null || wanted.fill === wanted.bytes.length) return;
    const at = wanted.from + wanted.fill - position;
    if (at >= 0 && at < piece.length) wanted.fill += piece.copy(wanted.bytes, wanted.fill, at);
  }

  #notePlaces(bytes: Buffer, position: number): void {
    for (let at = bytes.indexOf(versionStart); at >= 0; at = bytes.indexOf(versionStart, at + 1)) {
      if (this.#places.size >= maxPlaces) return;
      this.#places.set(position + at, bytes.toString("latin1", at, at + maxVersion));
    }
  }

  /** `seam` are the last bytes before the piece, `border` of them, and its first. */
  #takeModules(seam: Buffer, border: number, piece: Buffer): void {
    if (this.modules !== "") return;
    if (this.#modules === null) {
      const before = seam.indexOf(moduleTextStart);
      const at = before >= 0 && before < border ? before - border : piece.indexOf(moduleTextStart);
      if (before < 0 && at < 0) return;
      const start = at < 0 ? seam.subarray(before, border) : Buffer.alloc(0);
      this.#modules = [start, Buffer.from(piece.subarray(Math.max(at, 0)))];
    } else this.#modules.push(Buffer.from(piece));
    const text = Buffer.concat(this.#modules);
    const end = text.indexOf(moduleTextEnd);
    if (end >= 0) this.modules = text.toString("utf8", moduleTextStart.length, end);
    if (end >= 0 || text.length > maxModuleText) this.#modules = null;
  }

  #offsetOf(address: number): number | null {
    const segment = this.#segments.find((each) => address >= each.address && address < each.address + each.size);
    return segment === undefined ? null : segment.offset + (address - segment.address);
  }
}

export type PointerInfo = Extract<GoInfo, { kind: "pointer" }>;
