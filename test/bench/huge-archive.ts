// Large images that exist nowhere: docker-save archives made on the fly, of so many files of such a size.
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type NewMember, writeTar } from "../../main/tar/write-tar.ts";
import { rawHeader } from "../support/raw-tar.ts";

export interface Huge {
  readonly files: number;
  readonly bytesPerFile: number;
}

const filesPerFolder = 1000;

/** Writes an archive of one image with one such layer. */
export async function writeHuge(path: string, huge: Huge): Promise<void> {
  const hash = createHash("sha256");
  let size = 0;
  for (const piece of layer(huge)) {
    hash.update(piece);
    size += piece.length;
  }
  const config = JSON.stringify({
    architecture: "amd64",
    os: "linux",
    config: {},
    rootfs: { type: "layers", diff_ids: [`sha256:${hash.digest("hex")}`] },
    history: [{ created_by: "COPY . /srv # buildkit" }],
  });
  const manifest = JSON.stringify([{ Config: "config.json", RepoTags: ["huge:1"], Layers: ["layer.tar"] }]);
  await pipeline(Readable.from(archive(huge, size, config, manifest)), createWriteStream(path));
}

function* archive(huge: Huge, size: number, config: string, manifest: string): Generator<Uint8Array> {
  const document = (name: string, text: string): NewMember => {
    return { path: name, type: "file", mode: 0o644, uid: 0, gid: 0, mtime: 0, content: Buffer.from(text) };
  };
  const documents = writeTar([document("config.json", config), document("manifest.json", manifest)]);
  yield header("layer.tar", "0", size);
  yield* layer(huge);
  yield Buffer.alloc((512 - (size % 512)) % 512);
  yield documents;
}

/** The same bytes each time: headers, and bodies that look like neither text nor keys. */
function* layer({ files, bytesPerFile }: Huge): Generator<Buffer> {
  const body = Buffer.alloc(Math.ceil(bytesPerFile / 512) * 512);
  for (let at = 0; at < bytesPerFile; at++) body[at] = (at * 31 + (at >> 8)) & 0xff;
  for (let number = 0; number < files; number += filesPerFolder) {
    const folder = `srv/data/d${String(number / filesPerFolder).padStart(5, "0")}`;
    const pieces = [header(`${folder}/`, "5", 0)];
    for (let file = number; file < Math.min(files, number + filesPerFolder); file++) {
      pieces.push(header(`${folder}/f${String(file).padStart(7, "0")}.bin`, "0", bytesPerFile));
      if (body.length > 0) pieces.push(body);
      if (pieces.length < 200 && bytesPerFile > 0) continue;
      if (bytesPerFile > 0) yield Buffer.concat(pieces.splice(0));
    }
    yield Buffer.concat(pieces);
  }
  yield Buffer.alloc(1024);
}

function header(name: string, flag: string, size: number): Buffer {
  return rawHeader({
    name,
    flag,
    mode: flag === "5" ? "0000755\0" : "0000644\0",
    size: `${size.toString(8).padStart(11, "0")}\0`,
  });
}
