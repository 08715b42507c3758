// Every audit that was made, kept by content under `audits/`: objects/HEX.json (one image's audit), lifecycle/HEX.json (what
// decides until when it is supported), runs/HEX.json (a run record), index.json (what `history list` reads; rebuilt from
// runs/ whenever it is missing or broken).
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { canonicalJson } from "../../shared/canonical-json.ts";
import { Audit, type AuditedSubject, type AuditRun } from "../../shared/model/audit.ts";
import { FailureError } from "../../shared/model/failure.ts";
import type { KeptImage, RunEntry } from "../../shared/model/history.ts";
import { LifecycleFacts, lifecycleFactsOf } from "../../shared/model/lifecycle-facts.ts";
import type { Surrounding } from "../../shared/model/surroundings.ts";
import { parseJson } from "../../shared/parse-json.ts";
import { makeFolder, writeAtomically } from "../atomic-write.ts";
import { errorCode, fileCause, isMissing } from "../file-error.ts";
import { takeLock } from "../file-lock.ts";
import { AuditIndex, entryOf, ordered, RunRecord } from "./audit-records.ts";

export type NewestAudit = (imageId: string) => Promise<{ run: string; audit: Audit } | null>;
export type NewestSubject = (kind: Surrounding, id: string) => Promise<AuditedSubject | null>;

export interface AuditStore {
  /** Keeps a run; gives its id (SHA-256, hex). Equal audits are stored once. */
  keep(run: AuditRun): Promise<string>;
  /** All kept runs, oldest first. */
  runs(): Promise<RunEntry[]>;
  /** A kept run by its id or a unique beginning of it (4 characters or more); null when there is none. */
  run(id: string): Promise<{ id: string; run: AuditRun } | null>;
  /** The newest kept audit of an image id (the audit's own or the source's), with its run; null when it was never audited. */
  newest(imageId: string): ReturnType<NewestAudit>;
  /** The same for many images, with the index read once; later runs are not seen. */
  newestAudits(): Promise<NewestAudit>;
  /** What lay around the images of a source when each kind was last looked at; null for what was not there then. */
  newestSubjects(source: string): Promise<NewestSubject>;
  /** What decides the lifecycle of a kept image: a few kilobytes beside its audit. */
  lifecycleFacts(image: KeptImage): Promise<LifecycleFacts>;
}

/** Opens the store in `folder`, which is made when the first run is kept. Nothing is read yet. */
export function openAuditStore(folder: string): AuditStore {
  const objects = join(folder, "objects");
  const deciding = join(folder, "lifecycle");
  const runsFolder = join(folder, "runs");
  const indexPath = join(folder, "index.json");

  async function readIndex(): Promise<RunEntry[]> {
    const text = await readIfThere(indexPath);
    const parsed = text === null ? null : AuditIndex.safeParse(parseJson(text));
    const files = await recordNames();
    // An index that disagrees with the records (a copy, a cut write, a deleted record) is not believed.
    if (parsed?.success === true && sameNames(parsed.data.runs, files)) return ordered(parsed.data.runs);
    return rebuild(files);
  }

  async function recordNames(): Promise<string[]> {
    try {
      const names = await readdir(runsFolder);
      return names.filter((name) => /^[0-9a-f]{64}\.json$/.test(name)).map((name) => name.slice(0, 64));
    } catch (error) {
      if (isMissing(error)) return [];
      throw unusable(error);
    }
  }

  async function rebuild(ids: readonly string[]): Promise<RunEntry[]> {
    const entries: RunEntry[] = [];
    for (const id of ids) entries.push(entryOf(id, await readRecord(id)));
    return ordered(entries);
  }

  async function readNewest(): Promise<NewestAudit> {
    const known = new Map<string, { run: string; audit: string }>();
    for (const { run, images } of await readIndex()) {
      for (const { ids, audit } of images) for (const id of ids) known.set(id, { run, audit });
    }
    return async (imageId) => {
      const found = known.get(imageId);
      return found === undefined ? null : { run: found.run, audit: await readAudit(found.audit) };
    };
  }

  async function readRecord(id: string): Promise<RunRecord> {
    return RunRecord.parse(await readContent(join(runsFolder, `${id}.json`), id));
  }

  async function readAudit(id: string): Promise<Audit> {
    return Audit.parse(await readContent(join(objects, `${id}.json`), id));
  }

  /** A kept file is only believed when its bytes still have the digest that is its name. */
  async function readContent(path: string, digest: string): Promise<unknown> {
    const text = await readIfThere(path);
    if (text === null) throw damaged(path, "the file is missing");
    if (sha256(text) !== digest) throw damaged(path, "its bytes are not what its name says; it was changed or cut");
    return parseJson(text);
  }

  async function readIfThere(path: string): Promise<string | null> {
    try {
      return await readFile(path, "utf8");
    } catch (error) {
      if (isMissing(error)) return null;
      throw unusable(error);
    }
  }

  function unusable(error: unknown): FailureError {
    return new FailureError({ kind: "state-unusable", path: folder, cause: fileCause(error) }, { cause: error });
  }

  return {
    async keep(run) {
      await makeFolder(folder, 0o700);
      const release = await lock(folder);
      try {
        const images: RunRecord["images"] = [];
        for (const audit of run.images) {
          const text = canonicalJson(audit);
          const digest = sha256(text);
          await writeOnce(join(objects, `${digest}.json`), text);
          const decisive = canonicalJson(lifecycleFactsOf(audit.facts));
          const lifecycle = sha256(decisive);
          await writeOnce(join(deciding, `${lifecycle}.json`), decisive);
          images.push({
            audit: digest,
            lifecycle,
            ids: audit.image.listedAs === undefined ? [audit.image.id] : [audit.image.id, audit.image.listedAs.id],
            references: audit.image.references,
            os: audit.facts.os?.prettyName ?? audit.facts.os?.id ?? null,
            summary: audit.summary,
            hardened: audit.hardened.state,
          });
        }
        const record: RunRecord = { ...run, record: "plimsoll/run-record@1", images };
        const text = canonicalJson(record);
        const id = sha256(text);
        const known = (await readIndex()).filter((entry) => entry.run !== id);
        await writeOnce(join(runsFolder, `${id}.json`), text);
        const index: AuditIndex = { index: "plimsoll/audit-index@2", runs: ordered([...known, entryOf(id, record)]) };
        await writeAtomically(indexPath, canonicalJson(index), 0o600);
        return id;
      } finally {
        await release();
      }
    },

    runs: readIndex,

    async run(id) {
      const matches = (await readIndex()).filter((entry) => id.length >= 4 && entry.run.startsWith(id.toLowerCase()));
      const [match] = matches;
      if (match === undefined) return null;
      if (matches.length > 1) {
        throw new FailureError({
          kind: "usage",
          cause: `${id} is the beginning of ${matches.length} runs; give more characters`,
        });
      }
      const { record: _, images, ...rest } = await readRecord(match.run);
      const audits: Audit[] = [];
      for (const image of images) audits.push(await readAudit(image.audit));
      return { id: match.run, run: { ...rest, images: audits } };
    },

    async newest(imageId) {
      return (await readNewest())(imageId);
    },

    newestAudits: readNewest,

    async newestSubjects(source) {
      const runs = (await readIndex()).filter((entry) => entry.source === source && entry.subjects !== undefined);
      const records = new Map<string, Promise<RunRecord>>();
      return async (kind, id) => {
        const run = runs.filter((entry) => entry.subjectKinds?.includes(kind) === true).at(-1)?.run;
        if (run === undefined) return null;
        const record = records.get(run) ?? readRecord(run);
        records.set(run, record);
        return (await record).subjects.find(({ subject }) => subject.kind === kind && subject.id === id) ?? null;
      };
    },

    async lifecycleFacts({ audit, lifecycle }) {
      if (lifecycle === undefined) return lifecycleFactsOf((await readAudit(audit)).facts);
      return LifecycleFacts.parse(await readContent(join(deciding, `${lifecycle}.json`), lifecycle));
    },
  };
}

/** `newestSubjects` asked once a source, however many subjects it has. */
export function previousSubjects(
  store: Pick<AuditStore, "newestSubjects">,
): (source: string, ...subject: Parameters<NewestSubject>) => ReturnType<NewestSubject> {
  const sources = new Map<string, Promise<NewestSubject>>();
  return async (source, kind, id) => {
    const newest = sources.get(source) ?? store.newestSubjects(source);
    sources.set(source, newest);
    return (await newest)(kind, id);
  };
}

/** Named by content: what is there already is left, unless it was damaged. */
async function writeOnce(path: string, text: string): Promise<void> {
  try {
    if ((await readFile(path, "utf8")) === text) return;
  } catch (error) {
    if (!isMissing(error)) throw new FailureError({ kind: "not-writable", path, cause: fileCause(error) });
  }
  await writeAtomically(path, text, 0o600);
}

async function lock(folder: string): Promise<() => Promise<void>> {
  try {
    return await takeLock(folder, { exists: true });
  } catch (error) {
    if (errorCode(error) === "ELOCKED") {
      throw new FailureError({
        kind: "state-unusable",
        path: folder,
        cause: "another Plimsoll is writing to it; try again",
      });
    }
    throw new FailureError({ kind: "not-writable", path: folder, cause: fileCause(error) }, { cause: error });
  }
}

function damaged(path: string, cause: string): FailureError {
  return new FailureError({ kind: "state-unusable", path, cause });
}

function sameNames(entries: readonly RunEntry[], names: readonly string[]): boolean {
  const known = new Set(entries.map((entry) => entry.run));
  return known.size === names.length && names.every((name) => known.has(name));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
