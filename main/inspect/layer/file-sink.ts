// Takes the body of one wanted file piece by piece and ends as what is kept of it.
import { parseApk } from "../packages/apk.ts";
import { parseDpkg } from "../packages/dpkg.ts";
import type { PackageDatabase } from "../packages/package-database.ts";
import { type Keep, keepLimit } from "./capture.ts";

export type Kept =
  | { readonly kind: "text"; readonly text: Buffer }
  | { readonly kind: "database"; readonly database: PackageDatabase };

export interface FileSink {
  push(piece: Buffer): void;
  end(): Kept;
}

/** A sink for a file of `size` bytes; null when it is over the limit of its form. */
export function fileSink(keep: Keep, size: number): FileSink | null {
  const limit = keepLimit[keep];
  if (size > limit && keep !== "head") return null;
  const held = Buffer.alloc(Math.min(size, limit));
  let fill = 0;
  return {
    push(piece) {
      if (fill < held.length) fill += piece.copy(held, fill);
    },
    end() {
      const body = held.subarray(0, fill);
      switch (keep) {
        case "deb":
          return { kind: "database", database: parseDpkg(body.toString("utf8")) };
        case "apk":
          return { kind: "database", database: parseApk(body.toString("utf8")) };
        case "busybox":
          return { kind: "text", text: Buffer.from(banner(body)) };
        default:
          return { kind: "text", text: body };
      }
    },
  };
}

/** `BusyBox v1.36.1` out of the program; empty when it does not say so. */
function banner(program: Buffer): string {
  for (let at = program.indexOf("BusyBox v"); at >= 0; at = program.indexOf("BusyBox v", at + 1)) {
    const match = /^BusyBox v\d+\.\d+(?:\.\d+)?/.exec(program.toString("latin1", at, at + 40));
    if (match !== null) return match[0];
  }
  return "";
}
