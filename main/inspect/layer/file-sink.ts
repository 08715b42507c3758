// Takes the body of one wanted file piece by piece and ends as what is kept of it.
import { parseApk } from "../packages/apk.ts";
import { parseDpkg } from "../packages/dpkg.ts";
import { parseComposer } from "../packages/languages/composer.ts";
import { parseGemspec } from "../packages/languages/gem.ts";
import { parseJar } from "../packages/languages/jar.ts";
import { parseNpm } from "../packages/languages/npm.ts";
import { parseDotnetDeps } from "../packages/languages/nuget.ts";
import { parsePython } from "../packages/languages/pypi.ts";
import { parseDpkgList } from "../packages/owned/dpkg-list.ts";
import type { PackageDatabase } from "../packages/package-database.ts";
import { parseRpm } from "../packages/rpm/parse-rpm.ts";
import { maskSettings } from "../secrets/mask-settings.ts";
import { keptSums } from "../system/package-sums.ts";
import { withoutHashes } from "../system/password-field.ts";
import { bannerSink } from "./banner-sink.ts";
import { type DatabaseKeep, type Keep, keepLimit, keepOf } from "./capture.ts";
import { digestSink } from "./digest-sink.ts";

export type Kept =
  | { readonly kind: "text"; readonly text: Buffer }
  /** `text`: what is kept of the same file besides. */
  | { readonly kind: "database"; readonly database: PackageDatabase; readonly text?: Buffer };

export interface FileSink {
  push(piece: Buffer): void;
  end(): Kept | Promise<Kept>;
}

/** Reads the whole body of a file; what it does not understand is counted in the answer, never thrown. */
type Parser = (body: Buffer, path: string) => PackageDatabase | Promise<PackageDatabase>;

const parsers: Readonly<Record<Exclude<DatabaseKeep, "deb-files">, Parser>> = {
  deb: (body) => parseDpkg(body.toString("utf8")),
  apk: (body) => parseApk(body.toString("utf8")),
  rpm: parseRpm,
  npm: parseNpm,
  pypi: parsePython,
  gem: parseGemspec,
  maven: parseJar,
  composer: parseComposer,
  nuget: parseDotnetDeps,
};

/** A sink for the file of `size` bytes at `path`; null when it is over the limit of its form. */
export function fileSink(keep: Keep, path: string, size: number): FileSink | null {
  if (keep === "banner") return bannerSink(path);
  if (keep === "digest") return digestSink();
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
        case "text":
        case "head":
          // One that is only reached through a link may be any file of the image.
          return keepOf(path) === keep ? { kind: "text", text: body } : maskedText(body);
        case "accounts":
          return { kind: "text", text: Buffer.from(withoutHashes(body.toString("utf8"))) };
        case "settings":
          return maskedText(body);
        case "busybox":
          return { kind: "text", text: Buffer.from(banner(body)) };
        case "sums":
          return { kind: "text", text: keptSums(body) };
        case "deb-files":
          // Distroless images have one file for both: which files are a package's, and their digests.
          return {
            kind: "database",
            database: parseDpkgList(body, path),
            ...(path.endsWith(".md5sums") ? { text: keptSums(body) } : {}),
          };
        default:
          return databaseOf(parsers[keep](body, path));
      }
    },
  };
}

async function maskedText(body: Buffer): Promise<Kept> {
  return { kind: "text", text: Buffer.from(await maskSettings(body.toString("utf8"))) };
}

function databaseOf(parsed: PackageDatabase | Promise<PackageDatabase>): Kept | Promise<Kept> {
  return parsed instanceof Promise
    ? parsed.then((database) => ({ kind: "database", database }))
    : { kind: "database", database: parsed };
}

/** `BusyBox v1.36.1` out of the program; empty when it does not say so. */
function banner(program: Buffer): string {
  for (let at = program.indexOf("BusyBox v"); at >= 0; at = program.indexOf("BusyBox v", at + 1)) {
    const match = /^BusyBox v\d+\.\d+(?:\.\d+)?/.exec(program.toString("latin1", at, at + 40));
    if (match !== null) return match[0];
  }
  return "";
}
