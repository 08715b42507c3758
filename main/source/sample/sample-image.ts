// The words in which the built-in images are written, and their files in the form of a docker save archive. The same bytes
// on every machine: fixed times, uncompressed layers, JSON keys in one order.
import { type NewMember, writeTar } from "../../tar/write-tar.ts";
import { blobName } from "../archive/documents.ts";
import { digestOf } from "../verify-digest.ts";

export interface SampleImage {
  readonly tag: string;
  readonly created: string;
  /** The `config` part of the image config, in docker's words. */
  readonly config: Readonly<Record<string, unknown>>;
  /** Each build step with the layer that it made; null = it changed the config alone. */
  readonly steps: readonly { readonly createdBy: string; readonly layer: readonly NewMember[] | null }[];
}

interface Owned {
  readonly mode?: number;
  readonly uid?: number;
  readonly gid?: number;
}

/** 2026-01-01T00:00:00Z. */
const mtime = 1_767_225_600;

/** A file; `path` without leading slash, as layers have it. */
export function file(path: string, content: string, { mode = 0o644, uid = 0, gid = 0 }: Owned = {}): NewMember {
  return { path, type: "file", mode, uid, gid, mtime, content: Buffer.from(content) };
}

export function folder(path: string, { mode = 0o755, uid = 0, gid = 0 }: Owned = {}): NewMember {
  return { path: `${path}/`, type: "directory", mode, uid, gid, mtime };
}

export function link(path: string, target: string): NewMember {
  return { path, type: "symlink", mode: 0o777, uid: 0, gid: 0, mtime, linkPath: target };
}

/** Text of lines, with a line feed after the last. */
export function lines(...text: readonly string[]): string {
  return `${text.join("\n")}\n`;
}

/** One paragraph of a dpkg status database. */
export function dpkgPackage(name: string, version: string, source = name): string {
  return lines(
    `Package: ${name}`,
    "Status: install ok installed",
    "Architecture: amd64",
    ...(source === name ? [] : [`Source: ${source}`]),
    `Version: ${version}`,
    `Description: ${name} of the built-in sample`,
  );
}

/** Node's header that states its version. */
export function nodeVersionHeader(major: number, minor: number, patch: number): string {
  return lines(
    `#define NODE_MAJOR_VERSION ${major}`,
    `#define NODE_MINOR_VERSION ${minor}`,
    `#define NODE_PATCH_VERSION ${patch}`,
  );
}

/** The files of an archive that holds these images. */
export function sampleFiles(images: readonly SampleImage[]): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const add = (bytes: Uint8Array): string => {
    const name = blobName(digestOf(bytes));
    files.set(name, bytes);
    return name;
  };
  const manifest = images.map(({ tag, created, config, steps }) => {
    const layers = steps.flatMap(({ layer }) => (layer === null ? [] : [writeTar(layer)]));
    const history = steps.map(({ createdBy, layer }) => ({
      created,
      created_by: createdBy,
      ...(layer === null ? { empty_layer: true } : {}),
    }));
    const rootfs = { type: "layers", diff_ids: layers.map(digestOf) };
    const document = { created, architecture: "amd64", os: "linux", config, rootfs, history };
    return { Config: add(Buffer.from(JSON.stringify(document))), RepoTags: [tag], Layers: layers.map(add) };
  });
  files.set("manifest.json", Buffer.from(JSON.stringify(manifest)));
  return files;
}
