// The pipeline in one place: source -> facts -> findings, coverage, hardened state -> audit. The only file that joins the
// judging rooms; each gets what it needs as facts.
import type { CalendarDay } from "../shared/calendar-day.ts";
import type { Clock } from "../shared/clock.ts";
import { entitlementRecord } from "../shared/entitlement-uses.ts";
import type { AnswerSet } from "../shared/model/answer.ts";
import type { Audit, AuditedSubject, AuditRun, RunError } from "../shared/model/audit.ts";
import type { AuditEvent } from "../shared/model/audit-event.ts";
import type { RuleSet } from "../shared/model/control.ts";
import type { EntitlementSet } from "../shared/model/entitlement.ts";
import type { External, Facts, OsSupport } from "../shared/model/facts.ts";
import { type Failure, failureOf } from "../shared/model/failure.ts";
import type { Finding } from "../shared/model/finding.ts";
import type { Excluded, ImageIdentity, ListedImage } from "../shared/model/image.ts";
import type { Inspected } from "../shared/model/inspection.ts";
import type { LifecycleData } from "../shared/model/lifecycle.ts";
import type { Policy } from "../shared/model/policy.ts";
import type { Surrounding, Surroundings } from "../shared/model/surroundings.ts";
import type { WaiverSet } from "../shared/model/waiver.ts";
import { notAskedForReason } from "../shared/not-asked-for.ts";
import { provenBase } from "../shared/proven-base.ts";
import { displayName, selectImages } from "../shared/reference.ts";
import { type Scope, surroundingsAmong } from "../shared/scopes.ts";
import { summarise } from "../shared/summary.ts";
import { sayFailure } from "../shared/wording/failure.ts";
import { surroundingChecks } from "./control/checks/surroundings.ts";
import { imageSubject } from "./control/decided-subject.ts";
import { decide, decisionRecord } from "./control/decisions.ts";
import { judgeControls } from "./control/judge.ts";
import { judgeSurroundings } from "./control/judge-surroundings.ts";
import type { PackChecks } from "./control/packs/pack-checks.ts";
import type { HardenedCatalogue } from "./data/hardened-catalogue.ts";
import { hardenedStateOf } from "./hardened/recognise.ts";
import { lifecycleOf, namedFacts } from "./lifecycle/lifecycle-of.ts";
import { engineSupport, osSupport } from "./lifecycle/support-facts.ts";
import { type ScanEvidence, vulnerabilitiesOf, withScanEvidence } from "./scan-evidence.ts";
import type { Scanner } from "./scanner.ts";

/** What judging needs besides facts: rules, data and the day. */
export interface Judgement {
  readonly rules: readonly RuleSet[];
  readonly lifecycle: LifecycleData;
  readonly hardened: HardenedCatalogue;
  readonly on: CalendarDay;
  /** What the organisation sets; absent = nothing is excused. `policyDigest` is of the file that it was read from. */
  readonly policy?: Policy;
  readonly policyDigest?: string;
  /** What people decided about findings; applied after judging. */
  readonly waivers?: WaiverSet;
  readonly answers?: AnswerSet;
  /** Extended support that was bought; absent = none. */
  readonly entitlements?: EntitlementSet;
  /** The checks of packs, whose rule sets are among `rules`. */
  readonly own?: PackChecks;
  /** Scan results and VEX documents that were handed over; absent = none. */
  readonly scans?: ScanEvidence;
}

export interface AuditDeps extends Judgement {
  readonly scanner: Scanner;
  readonly clock: Clock;
  readonly tool: { readonly version: string; readonly digest?: string };
  /** The newest kept audit of an image id, for `firstSeen`. */
  readonly previous: (imageId: string) => Promise<Audit | null>;
  /** External facts of kept audits of images with one of these names, for since when a vulnerability is known; absent = none. */
  readonly earlierScans?: (image: Pick<ImageIdentity, "id" | "references">) => Promise<readonly External[]>;
  /** The same for what lies around the images of a source; absent = nothing was kept. */
  readonly previousSubject?: (source: string, kind: Surrounding, id: string) => Promise<AuditedSubject | null>;
}

export interface AuditRequest {
  /** References, ids or keys; null = every image of the source. */
  readonly images: readonly string[] | null;
  /** What is looked at; absent = images alone. */
  readonly scopes?: readonly Scope[];
}

/**
 * One image judged. Pure: the same inspection, rules, data and day give the same audit. `local` are the images beside it,
 * of which one may be its base; without them, the base that an earlier look has proven stays. `earlier` are the external facts
 * of earlier audits.
 */
export function composeAudit(
  inspected: Inspected,
  judgement: Judgement,
  local: readonly ListedImage[] = [],
  earlier: readonly External[] = [],
): Audit {
  const named = namedFacts(inspected.facts, judgement.lifecycle);
  const { entitlements } = judgement;
  const cover = entitlements === undefined ? undefined : { entitlements, references: inspected.image.references };
  const lifecycle = lifecycleOf(named, judgement.lifecycle, judgement.on, cover);
  const read = withSupport(named, osSupport(named, lifecycle, judgement.lifecycle, judgement.on));
  // A contract for Docker's extended support puts an image under it as the label does.
  const underContract = lifecycle.some(({ coverage }) =>
    coverage.some(({ offer, entitlement }) => offer === "docker-dhi-els" && entitlement !== undefined),
  );
  const hardened = hardenedStateOf(read, inspected.image, judgement.hardened, underContract);
  const base = provenBase(inspected.image, local, hardened.proof.baseLayers ?? null) ?? inspected.image.base;
  const image = base === undefined ? inspected.image : { ...inspected.image, base };
  const facts = withScanEvidence(read, image, hardened, judgement.scans, earlier, judgement.on);
  const judged = judgeControls(
    { image, facts },
    judgement.rules,
    judgement.on,
    judgement.policy,
    judgement.own?.checks,
  );
  const findings = decide(judged, imageSubject(image), judgement);
  const vulnerabilities = vulnerabilitiesOf(facts, hardened, judgement.policy, judgement.on);
  return {
    image,
    facts,
    findings,
    lifecycle,
    hardened,
    summary: summarise(findings, lifecycle, judgement.on),
    ...(vulnerabilities === null ? {} : { vulnerabilities }),
  };
}

function withSupport(facts: Facts, support: OsSupport | undefined): Facts {
  return facts.os === null || support === undefined ? facts : { ...facts, os: { ...facts.os, support } };
}

/** What lies around the images, judged. Pure, as `composeAudit`. */
export function composeSubjects(
  surroundings: Surroundings,
  scopes: readonly Surrounding[],
  judgement: Judgement,
): AuditedSubject[] {
  const { rules, lifecycle, on, policy, own } = judgement;
  const { engine } = surroundings;
  const support = engine === null ? undefined : engineSupport(engine, lifecycle);
  const known =
    engine === null || support === undefined ? surroundings : { ...surroundings, engine: { ...engine, support } };
  const checks = [...surroundingChecks, ...(own?.surroundingChecks ?? [])];
  return judgeSurroundings(known, scopes, rules, on, policy, checks).map((one) => ({
    ...one,
    findings: decide(one.findings, one.subject, judgement),
  }));
}

/** A finding keeps the day it was first seen for as long as the same subject keeps the same status under that control. */
export function withFirstSeen(
  findings: readonly Finding[],
  previous: Pick<Audit, "findings"> | null,
  today: CalendarDay,
): Finding[] {
  return findings.map((finding) => {
    const before = previous?.findings.find(
      (other) => other.control === finding.control && other.status === finding.status,
    );
    return { ...finding, firstSeen: before?.firstSeen ?? today };
  });
}

/**
 * Audits images and tells what happens as it happens; the value at the end is the run. An image that cannot be read is an
 * entry in `errors`, the others go on. Throws FailureError when the source cannot be listed at all, and the signal's
 * reason when cancelled.
 */
export async function* runAudit(
  deps: AuditDeps,
  request: AuditRequest,
  signal: AbortSignal,
): AsyncGenerator<AuditEvent, AuditRun> {
  const startedAt = deps.clock.now();
  const today = deps.clock.today();
  const scopes = request.scopes ?? ["images"];
  const list = await deps.scanner.list(signal);
  const { chosen, missing } = chosenOf(list.images, scopes.includes("images") ? request.images : []);
  // Whose layers an image has is for the judging here; the listing goes on without them.
  const found = chosen.map(({ diffIds: _, ...image }) => image);
  yield { kind: "found", source: list.source, images: found, excluded: [...list.excluded] };

  const errors: RunError[] = [];
  const failed = (key: string, reference: string, failure: Failure): AuditEvent => {
    errors.push({ reference, message: sayFailure(failure) });
    return { kind: "failed", key, reference, failure };
  };
  for (const { reference, failure } of list.failures) yield failed(reference, reference, failure);
  for (const word of missing) {
    yield failed(word, word, { kind: "image-not-found", reference: word, source: list.source.name });
  }

  const around = surroundingsAmong(scopes);
  const subjects: AuditedSubject[] = [];
  if (around.length > 0) {
    const surroundings = await deps.scanner.surroundings(around, signal);
    for (const one of composeSubjects(surroundings, around, deps)) {
      const { kind, id } = one.subject;
      const before = (await deps.previousSubject?.(list.source.name, kind, id)) ?? null;
      subjects.push({ ...one, findings: withFirstSeen(one.findings, before, today) });
    }
    yield { kind: "subjects", subjects };
  }

  const audits = new Map<string, Audit>();
  const open = new Map(chosen.map((image) => [image.key, image]));
  const totalBytes = chosen.reduce((sum, image) => sum + image.size, 0);
  try {
    for await (const event of deps.scanner.inspect([...open.keys()], signal)) {
      switch (event.kind) {
        case "progress":
          yield { kind: "progress", bytes: event.bytes, totalBytes, audited: audits.size, total: chosen.length };
          break;
        case "config": {
          const audit = composeAudit(withListing(event.inspected, open.get(event.key)), deps, list.images);
          yield { kind: "audited", key: event.key, depth: "config", audit };
          break;
        }
        case "facts": {
          const inspected = withListing(event.inspected, open.get(event.key));
          const earlier = deps.scans === undefined ? [] : await deps.earlierScans?.(inspected.image);
          const audit = composeAudit(inspected, deps, list.images, earlier);
          audit.findings = withFirstSeen(audit.findings, await deps.previous(audit.image.id), today);
          audits.set(event.key, audit);
          open.delete(event.key);
          yield { kind: "audited", key: event.key, depth: "full", audit };
          break;
        }
        case "failed":
          open.delete(event.key);
          yield failed(event.key, event.reference, event.failure);
          break;
      }
    }
  } catch (error) {
    if (signal.aborted) throw error;
    // The source broke: what it had not delivered by then is lost, what it had is kept.
    for (const [key, image] of open) yield failed(key, displayName(image), unreadable(image, failureOf(error)));
    open.clear();
  }
  for (const [key, image] of open) {
    yield failed(
      key,
      displayName(image),
      unreadable(image, { kind: "internal", cause: "the reader ended without an answer" }),
    );
  }

  return {
    schema: "plimsoll/audit-run@1",
    ...judgedWith(deps, startedAt),
    source: list.source,
    population: {
      found: list.images.length + list.excluded.length,
      audited: audits.size,
      excluded: [...list.excluded, ...notAskedFor(list.images, chosen)],
    },
    ...decisionRecord([...audits.values()], subjects, deps),
    ...entitlementRecord([...audits.values()], deps.entitlements),
    images: chosen.flatMap((image) => audits.get(image.key) ?? []),
    subjects,
    errors,
  };
}

/** What a run says of how it was judged, ending now: tool, day, times, rules and data. */
export function judgedWith(
  deps: Pick<AuditDeps, "tool" | "clock" | "on" | "rules" | "lifecycle" | "hardened">,
  startedAt: string,
): Pick<AuditRun, "tool" | "on" | "timeZone" | "startedAt" | "finishedAt" | "rules" | "data"> {
  const { lifecycle, hardened } = deps;
  return {
    tool: { name: "plimsoll", ...deps.tool },
    on: deps.on,
    timeZone: deps.clock.zone(),
    startedAt,
    finishedAt: deps.clock.now(),
    rules: deps.rules.map(({ id, version, digest }) => ({ benchmark: id, version, digest })),
    data: {
      lifecycle: lifecycleSaid(lifecycle),
      hardened: { source: hardened.source, date: hardened.date },
    },
  };
}

/** The state of the dates, and of a file of own dates where one was worked in. */
export function lifecycleSaid({ source, date, own }: LifecycleData): AuditRun["data"]["lifecycle"] {
  return { source, date, ...(own === undefined ? {} : { own: { digest: own.digest } }) };
}

/** The images to be judged, and words that name none; null = all of them. */
function chosenOf(
  images: readonly ListedImage[],
  wanted: readonly string[] | null,
): { readonly chosen: readonly ListedImage[]; readonly missing: readonly string[] } {
  return wanted === null ? { chosen: images, missing: [] } : selectImages(images, wanted);
}

/** Left out because the user named others: said, so that found = audited + excluded + errors can be reconciled. */
function notAskedFor(all: readonly ListedImage[], chosen: readonly ListedImage[]): Excluded[] {
  const keys = new Set(chosen.map((image) => image.key));
  return all
    .filter((image) => !keys.has(image.key))
    .map((image) => ({ reference: displayName(image), reason: notAskedForReason }));
}

/** Keeps the id under which the source lists the image where that is another kind of digest than the audit's own. */
function withListing(inspected: Inspected, listed: ListedImage | undefined): Inspected {
  const { image } = inspected;
  if (listed === undefined || listed.id === image.id) return inspected;
  return { ...inspected, image: { ...image, listedAs: { id: listed.id, idKind: listed.idKind } } };
}

function unreadable(image: ListedImage, failure: Failure): Failure {
  if (failure.kind === "image-unreadable") return { ...failure, reference: displayName(image) };
  return { kind: "image-unreadable", reference: displayName(image), cause: sayFailure(failure) };
}
