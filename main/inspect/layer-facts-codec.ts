// A layer's facts as bytes, to be kept on disk, and back. The form (parts as packing.ts lays them down): a magic word with the
// version of the form; diff id; the packed table of entries; rows and digests of files; JSON of what is small and varied; the
// kept texts one behind the other. What is read back is checked as a whole: bytes that are not what was written are an error, never other facts.
import { z } from "zod";
import { DiffId } from "../../shared/model/digest.ts";
import { PackageType } from "../../shared/model/facts.ts";
import { packDigests, unpackDigests } from "./layer/body-digests.ts";
import { EntryTable } from "./layer/entry-table.ts";
import type { FileCapabilities } from "./layer/file-capabilities.ts";
import type { LayerFacts, SecretHit, Skipped } from "./layer/layer-facts.ts";
import { PackReader, PackWriter } from "./layer/packing.ts";
import type { OwnedPrograms, ProgramList } from "./packages/owned/owned-programs.ts";
import type { InstalledPackage, PackageDatabase } from "./packages/package-database.ts";

/** Raised with every change of the form. */
export const layerCodecVersion = 3;

const magic = Buffer.from(`plimsoll layer facts ${layerCodecVersion}`, "latin1");
const count = z.int().nonnegative();

const StoredPackage = z.strictObject({
  name: z.string(),
  version: z.string(),
  arch: z.string(),
  maker: z.string().exactOptional(),
  source: z.strictObject({ name: z.string(), version: z.string() }).exactOptional(),
}) satisfies z.ZodType<InstalledPackage>;
const StoredOwner = z.strictObject({
  name: z.string(),
  arch: z.string().exactOptional(),
  version: z.string().exactOptional(),
  paths: z.array(z.string()),
}) satisfies z.ZodType<OwnedPrograms>;
const StoredPrograms = z.strictObject({
  owners: z.array(StoredOwner),
  malformed: count,
  cut: z.boolean(),
}) satisfies z.ZodType<ProgramList>;
const StoredDatabase = z.strictObject({
  type: PackageType,
  packages: z.array(StoredPackage),
  malformed: count,
  cut: z.boolean(),
  incomplete: z.boolean().exactOptional(),
  programs: StoredPrograms.exactOptional(),
}) satisfies z.ZodType<PackageDatabase>;
const StoredSecret = z.strictObject({
  row: count,
  kind: z.string(),
  preview: z.string(),
  ground: z.enum(["pattern", "name"]),
  name: z.string().exactOptional(),
}) satisfies z.ZodType<SecretHit>;
const StoredSkipped = z.strictObject({
  reason: z.enum(["outside", "too-long", "nul", "type", "capabilities", "elf", "digests"]),
  count,
  example: z.string(),
}) satisfies z.ZodType<Skipped>;

const StoredCapabilities = z.strictObject({
  capabilities: z.array(z.string()),
  inheritable: z.array(z.string()).exactOptional(),
  effective: z.boolean(),
  rootId: count.exactOptional(),
}) satisfies z.ZodType<FileCapabilities>;

const Details = z.strictObject({
  size: count,
  /** Path and length in bytes, in the order of the bodies. */
  texts: z.array(z.tuple([z.string(), count])),
  databases: z.array(z.tuple([z.string(), StoredDatabase])),
  secrets: z.array(StoredSecret),
  unsearched: z.strictObject({ count, example: z.string() }).nullable(),
  shallow: z.array(
    z.strictObject({ depth: z.enum(["keys", "unparsed", "self-test", "examples"]), count, example: z.string() }),
  ),
  sparse: z.array(count),
  /** By row. */
  capabilities: z.array(z.tuple([count, StoredCapabilities])),
  elf: z.array(z.tuple([count, z.int().min(0).max(7)])),
  skipped: z.array(StoredSkipped),
});

// A field that the facts gain has to be added here as well, or this does not compile.
type Same<A, B> = [Exclude<keyof A, keyof B>, Exclude<keyof B, keyof A>] extends [never, never] ? true : false;
true satisfies Same<z.infer<typeof StoredPackage>, InstalledPackage>;
true satisfies Same<z.infer<typeof StoredOwner>, OwnedPrograms>;
true satisfies Same<z.infer<typeof StoredPrograms>, ProgramList>;
true satisfies Same<z.infer<typeof StoredDatabase>, PackageDatabase>;
true satisfies Same<z.infer<typeof StoredSecret>, SecretHit>;
true satisfies Same<z.infer<typeof StoredSkipped>, Skipped>;
true satisfies Same<z.infer<typeof StoredCapabilities>, FileCapabilities>;
true satisfies Same<z.infer<typeof Details> & Pick<LayerFacts, "diffId" | "entries" | "digests">, LayerFacts>;

/** The bytes of these facts; the same facts give the same bytes. */
export function encodeLayerFacts(facts: LayerFacts): Uint8Array {
  const { size, texts, databases, secrets, unsearched, shallow, sparse, capabilities, elf, skipped } = facts;
  const details = {
    size,
    texts: [...texts].map(([path, text]) => [path, text.length]),
    databases: [...databases],
    secrets,
    unsearched,
    shallow,
    sparse: [...sparse],
    capabilities: [...capabilities],
    elf: [...elf],
    skipped,
  };
  const writer = new PackWriter();
  writer.bytes(magic);
  writer.bytes(Buffer.from(facts.diffId, "latin1"));
  writer.bytes(facts.entries.pack());
  packDigests(facts.digests, writer);
  writer.bytes(Buffer.from(JSON.stringify(details)));
  writer.bytes(Buffer.concat([...texts.values()]));
  return writer.end();
}

/** The facts in these bytes. Throws where they are not what `encodeLayerFacts` gave for this layer. */
export function decodeLayerFacts(bytes: Uint8Array, diffId: DiffId): LayerFacts {
  const reader = new PackReader(bytes);
  if (!reader.bytes().equals(magic)) throw new RangeError("these are no layer facts of this form");
  if (reader.bytes().toString("latin1") !== diffId) throw new RangeError("these are the facts of another layer");
  const entries = EntryTable.unpack(reader.bytes());
  const digests = unpackDigests(reader, entries.length);
  const { texts: lengths, databases, ...details } = Details.parse(JSON.parse(reader.bytes().toString("utf8")));
  const bodies = reader.bytes();
  reader.end();
  const rows = [
    ...details.sparse,
    ...details.capabilities.map(([row]) => row),
    ...details.elf.map(([row]) => row),
    ...details.secrets.map(({ row }) => row),
  ];
  if (rows.some((row) => row >= entries.length)) throw new RangeError("a row that the layer does not have");

  const texts = new Map<string, Buffer>();
  let at = 0;
  for (const [path, length] of lengths) {
    if (length > bodies.length - at) throw new RangeError("the kept texts are cut");
    // A copy, so that no text holds the whole of the bytes.
    texts.set(path, Buffer.from(bodies.subarray(at, at + length)));
    at += length;
  }
  if (at !== bodies.length) throw new RangeError("bytes behind the kept texts");
  return {
    diffId: DiffId.parse(diffId),
    entries,
    texts,
    databases: new Map(databases),
    ...details,
    sparse: new Set(details.sparse),
    capabilities: new Map(details.capabilities),
    elf: new Map(details.elf),
    digests,
  };
}
