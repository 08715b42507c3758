// What reading an archive or layout needs of where it is stored: small JSON documents and blobs, by name. Names are those
// of an OCI layout or a docker save tar (`index.json`, `blobs/sha256/HEX`, `ID/layer.tar`), never host paths.
import type { z } from "zod";
import { BrokenStream } from "../../tar/broken-stream.ts";
import { firstIssue, parseJson } from "../image-config.ts";
import { digestOf } from "../verify-digest.ts";

/** Largest JSON document that is read: a manifest or config of the largest images is under 1 MiB. */
export const maxDocumentBytes = 8 * 1024 * 1024;
/** Most bytes of documents kept at once while a stream is read. */
export const maxDocumentsBytes = 64 * 1024 * 1024;

export interface Documents {
  /** The one name under which the bytes are stored, links inside followed; null = not there. */
  resolve(name: string): Promise<string | null>;
  /** Stored bytes of what `name` names; null = not there. */
  size(name: string): Promise<number | null>;
  /** The bytes of a document; null = not there. Throws BrokenStream over `maxDocumentBytes` or when cut. */
  read(name: string, signal: AbortSignal): Promise<Uint8Array | null>;
  /** Why the archive could not be read to its end; what comes before it holds. */
  readonly damage: string | null;
}

export interface BlobStore extends Documents {
  /** The bytes as stored. Ends with BrokenStream when they are cut short. `name` is one that `resolve` gave. */
  open(name: string, signal: AbortSignal): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

/** `blobs/sha256/HEX` of a digest. Throws BrokenStream for anything else, before a name is made of it. */
export function blobName(digest: string): string {
  const hex = /^sha256:([0-9a-f]{64})$/.exec(digest)?.[1];
  if (hex === undefined)
    throw new BrokenStream(`a blob is named ${JSON.stringify(digest.slice(0, 90))}, not by a SHA-256`);
  return `blobs/sha256/${hex}`;
}

/** The digest that a content-addressed name promises; null for other names. */
export function promisedDigest(name: string): string | null {
  const hex = /^blobs\/sha256\/([0-9a-f]{64})$/.exec(name)?.[1];
  return hex === undefined ? null : `sha256:${hex}`;
}

/** A document by digest, checked against it. null = not there. Throws BrokenStream. */
export async function readBlobDocument(
  documents: Documents,
  digest: string,
  signal: AbortSignal,
): Promise<Uint8Array | null> {
  const bytes = await documents.read(blobName(digest), signal);
  if (bytes !== null && digestOf(bytes) !== digest) {
    throw new BrokenStream(`the document ${digest} is not what its digest says`);
  }
  return bytes;
}

/** Bytes as JSON of this shape. Throws BrokenStream. */
export function parseDocument<T>(bytes: Uint8Array, schema: z.ZodType<T>, what: string): T {
  const parsed = schema.safeParse(parseJson(bytes, what));
  if (!parsed.success) throw new BrokenStream(`${what} is malformed: ${firstIssue(parsed.error)}`);
  return parsed.data;
}
