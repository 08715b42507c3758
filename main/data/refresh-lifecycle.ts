// `data refresh`: one conditional GET of all products of endoflife.date, at most once a day, and the new snapshot only where
// everything about the answer is as it should be. On any failure the snapshot that is there stays as it is.
import { dayOf } from "../../shared/calendar-day.ts";
import type { DataOutcome, RefreshTry } from "../../shared/model/data-status.ts";
import { FailureError, failureOf } from "../../shared/model/failure.ts";
import type { LifecycleCatalogue } from "../../shared/model/lifecycle.ts";
import type { Phrase } from "../../shared/model/phrase.ts";
import { phrase } from "../../shared/wording/say.ts";
import { acceptedLifecycle } from "./accept-lifecycle.ts";
import { boundedGet, type GetAnswer, type GetLimits } from "./bounded-get.ts";
import { lifecycleChanges } from "./lifecycle-changes.ts";
import { keepSnapshot, readRecord } from "./lifecycle-snapshot.ts";
import { keepTries, pauseAfter, pauseAt, readTries, retryAfter, type Tries } from "./refresh-tries.ts";

/** All products with all their releases; the form without a slash at its end is the documented one. */
export const endoflifeAddress = "https://endoflife.date/api/v1/products/full";

export const refreshLimits: GetLimits = { bytes: 64 * 2 ** 20, idleMs: 30_000, totalMs: 300_000, redirects: 5 };

export interface RefreshRequest {
  /** The folder of refreshed data. */
  readonly folder: string;
  /** The data in use without own dates: what the answer is compared with. */
  readonly known: LifecycleCatalogue;
  /** Asked instead of endoflife.date: a mirror. */
  readonly address?: string;
  readonly force?: boolean;
  readonly now: Date;
  /** Of Plimsoll, for the User-Agent. */
  readonly version: string;
  readonly limits?: GetLimits;
}

/**
 * Refreshes. Throws FailureError `data-refused` with the reason (also where a pause holds), `usage` for an address that is
 * none, and the signal's reason. How it ended is kept beside the snapshot, except when cancelled.
 */
export async function refreshLifecycle(request: RefreshRequest, signal: AbortSignal): Promise<DataOutcome> {
  const { folder, known, now, version, force = false } = request;
  const address = checkedAddress(request.address ?? endoflifeAddress);
  const tries = await readTries(folder);
  const pause = pauseAt(tries, address, now, force);
  if (pause?.kind === "wait") {
    const params = { until: secondOf(pause.until) };
    throw refused(address, phrase(tries?.last.byServer === true ? "data.wait-server" : "data.wait", params));
  }
  const { record } = await readRecord(folder);
  const same = record !== null && record.origin === "refresh" && record.from === address && record.date >= known.date;
  if (pause?.kind === "recent") {
    const what = phrase("data.recent", { at: secondOf(new Date(tries?.goodAt ?? now)) });
    return { outcome: "recent", what, ...saidOf(known), from: address, changes: { total: 0, list: [] } };
  }
  const headers = headersOf(version, same ? record.etag : undefined);
  const answer = await boundedGet(address, headers, request.limits ?? refreshLimits, signal);
  try {
    const outcome = await taken(answer, address, request, same && record.etag !== undefined);
    const at = now.toISOString();
    const last = { at, address, outcome: outcome.outcome, what: outcome.what, failures: 0 };
    await keepTries(folder, { last, goodAt: at });
    return outcome;
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === "data-refused") await noteFailure(failure.why, answer, address, request, tries);
    throw error;
  }
}

/** What an answer is worth; a body that holds a catalogue becomes the snapshot. Throws FailureError. */
async function taken(
  answer: GetAnswer,
  address: string,
  { folder, known, now }: RefreshRequest,
  conditional: boolean,
): Promise<DataOutcome & { readonly outcome: "new" | "unchanged" }> {
  if (answer.kind === "failed") throw refused(address, answer.why);
  if (answer.kind === "unchanged") {
    // "Not modified" means nothing where nothing was named.
    if (!conditional) throw refused(address, phrase("data.unexpected-status", { status: 304 }));
    const what = phrase("data.unchanged", { date: known.date });
    return { outcome: "unchanged", what, ...saidOf(known), from: address, changes: { total: 0, list: [] } };
  }
  const catalogue = acceptedLifecycle(answer.bytes, "answer", known, dayOf(now), address);
  const etag = answer.etag === undefined ? {} : { etag: answer.etag };
  const how = { origin: "refresh", from: address, at: now.toISOString(), ...etag } as const;
  const { changes } = await keepSnapshot(folder, catalogue, how, lifecycleChanges(known, catalogue));
  const what = phrase("data.taken", { date: catalogue.date, products: catalogue.products.length });
  return { outcome: "new", what, ...saidOf(catalogue), from: address, changes };
}

async function noteFailure(
  why: Phrase,
  answer: GetAnswer,
  address: string,
  { folder, now }: RefreshRequest,
  tries: Tries | null,
): Promise<void> {
  const failures = (tries?.last.failures ?? 0) + 1;
  const wish = answer.kind === "failed" ? retryAfter(answer.retryAfter, now) : undefined;
  const { ms, byServer } = pauseAfter(failures, wish);
  const notBefore = new Date(now.getTime() + ms).toISOString();
  const last: RefreshTry = {
    at: now.toISOString(),
    address,
    outcome: "failed",
    what: why,
    failures,
    notBefore,
    byServer,
  };
  const goodAt = tries?.goodAt;
  await keepTries(folder, { last, ...(goodAt === undefined ? {} : { goodAt }) });
}

const secondOf = (instant: Date): string => instant.toISOString().replace(/\.\d+Z$/, "Z");

const saidOf = ({ source, date }: LifecycleCatalogue) => ({ source, date });

function headersOf(version: string, etag: string | undefined): Record<string, string> {
  return {
    accept: "application/json",
    "user-agent": `plimsoll/${version} (+audits container images; asks once a day at most)`,
    ...(etag === undefined ? {} : { "if-none-match": etag }),
  };
}

function checkedAddress(address: string): string {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    throw new FailureError({ kind: "usage", cause: `${address} is no address; give one that begins with https://` });
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    throw new FailureError({ kind: "usage", cause: `${address} is neither https nor http` });
  }
  if (url.username !== "" || url.password !== "") {
    // It would be kept with the outcome, and printed.
    throw new FailureError({
      kind: "usage",
      cause: "the address holds a name or a password; these are not kept, leave them out",
    });
  }
  url.hash = "";
  return url.href;
}

function refused(source: string, why: Phrase): FailureError {
  return new FailureError({ kind: "data-refused", source, why });
}
