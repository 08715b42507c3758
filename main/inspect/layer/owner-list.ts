// The pairs of owner and group that occur in a layer. There are few of them, so a row keeps their number.
import type { PackReader, PackWriter } from "./packing.ts";

export class OwnerList {
  readonly #uids: number[] = [];
  readonly #gids: number[] = [];
  readonly #numbers = new Map<string, number>();
  #last = -1;

  get length(): number {
    return this.#uids.length;
  }

  /** The number of a pair, new or known. */
  numberOf(uid: number, gid: number): number {
    const last = this.#last;
    if (this.#uids[last] === uid && this.#gids[last] === gid) return last;
    const key = `${uid}:${gid}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#uids.push(uid) - 1;
      this.#gids.push(gid);
      this.#numbers.set(key, number);
    }
    this.#last = number;
    return number;
  }

  uid(number: number): number {
    return this.#uids[number] ?? 0;
  }
  gid(number: number): number {
    return this.#gids[number] ?? 0;
  }

  pack(writer: PackWriter): void {
    writer.column(Float64Array.from(this.#uids));
    writer.column(Float64Array.from(this.#gids));
  }

  /** Throws RangeError for what `pack` does not write. */
  static unpack(reader: PackReader): OwnerList {
    const list = new OwnerList();
    const uids = reader.column(Float64Array);
    const gids = reader.column(Float64Array);
    uids.forEach((uid, number) => {
      const gid = gids[number] ?? -1;
      const isSound = Number.isSafeInteger(uid) && uid >= 0 && Number.isSafeInteger(gid) && gid >= 0;
      if (!isSound || list.numberOf(uid, gid) !== number) throw new RangeError("the owners of a table are malformed");
    });
    if (uids.length !== gids.length) throw new RangeError("the owners of a table are malformed");
    return list;
  }
}
