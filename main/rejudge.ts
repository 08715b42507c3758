// A stored audit judged again: the same facts under other rules, data, policy or another day, without opening any source. For
// each verdict that changed it is tried which of the differences made it so, as far as the former side is still at hand.
import type { Clock } from "../shared/clock.ts";
import { type FindingChange, findingChanges, supportChanges } from "../shared/compare-runs.ts";
import { entitlementRecord } from "../shared/entitlement-uses.ts";
import type { Audit, AuditedSubject, AuditRun } from "../shared/model/audit.ts";
import type { RuleSet } from "../shared/model/control.ts";
import type { Facts } from "../shared/model/facts.ts";
import type { Finding } from "../shared/model/finding.ts";
import type { RejudgedChange, Rejudgement } from "../shared/model/rejudgement.ts";
import { ContainerFacts, EngineFacts, HostFacts, type Surroundings } from "../shared/model/surroundings.ts";
import { displayName } from "../shared/reference.ts";
import { composeAudit, composeSubjects, type Judgement, judgedWith, withFirstSeen } from "./audit.ts";
import { causesOf, type Tried } from "./control/change-causes.ts";
import { decisionRecord } from "./control/decisions.ts";

export interface RejudgeDeps extends Judgement {
  readonly clock: Clock;
  readonly tool: { readonly version: string; readonly digest?: string };
  /** Every rule set at hand, of any version: the former ones among them are tried as well. */
  readonly known: readonly RuleSet[];
}

/**
 * The run `before` judged again by `deps`, with what changed and why. Pure but for the clock's stamps: the same arguments
 * give the same findings, byte for byte.
 */
export function rejudge(before: AuditRun, deps: RejudgeDeps): Rejudgement {
  const startedAt = deps.clock.now();
  const today = deps.clock.today();
  const judged = judgeAgain(before, deps);
  const images = judged.images.map((audit, index) => {
    const findings = withFirstSeen(audit.findings, before.images[index] ?? null, today);
    return { ...audit, findings };
  });
  const subjects = judged.subjects.map((one) => {
    const former = before.subjects.find(
      ({ subject }) => subject.kind === one.subject.kind && subject.id === one.subject.id,
    );
    return { ...one, findings: withFirstSeen(one.findings, former ?? null, today) };
  });
  const run: AuditRun = { ...before, ...judgedWith(deps, startedAt), images, subjects };
  // What is said of policy, waivers, answers and entitlements is this judgement's alone.
  const { policy: _policy, waivers: _waivers, answers: _answers, entitlements: _entitlements, ...bare } = run;
  const whole: AuditRun = {
    ...bare,
    ...decisionRecord(images, subjects, deps),
    ...entitlementRecord(images, deps.entitlements),
  };
  return {
    schema: "plimsoll/rejudgement@1",
    from: {
      on: before.on,
      tool: before.tool,
      rules: before.rules,
      data: before.data,
      ...(before.policy === undefined ? {} : { policy: before.policy }),
      factsVersions: [...new Set(before.images.map(({ facts }) => facts.version))].sort((a, b) => a - b),
    },
    run: whole,
    changes: changesOf(before, whole, deps),
    lifecycle: before.images.flatMap((audit, index) => {
      const { subject } = imageJudged(audit);
      const now = images[index]?.lifecycle ?? [];
      return supportChanges(audit.lifecycle, now).map((change) => ({ ...change, subject }));
    }),
  };
}

interface JudgedAgain {
  readonly images: Audit[];
  readonly subjects: AuditedSubject[];
}

function judgeAgain({ images, subjects }: AuditRun, judgement: Judgement): JudgedAgain {
  const { surroundings, scopes } = surroundingsOf(subjects);
  return {
    images: images.map(({ image, facts }) => composeAudit({ image, facts: asRead(facts) }, judgement)),
    subjects: scopes.length === 0 ? [] : composeSubjects(surroundings, scopes, judgement),
  };
}

/** Facts as they were read: what was looked up in data is looked up anew. */
function asRead(facts: Facts): Facts {
  if (facts.os === null) return facts;
  const { support: _, ...os } = facts.os;
  return { ...facts, os };
}

/** What was around the images, from its stored subjects. */
function surroundingsOf(subjects: readonly AuditedSubject[]): {
  readonly surroundings: Surroundings;
  readonly scopes: readonly AuditedSubject["subject"]["kind"][];
} {
  const of = (kind: AuditedSubject["subject"]["kind"]) => subjects.filter(({ subject }) => subject.kind === kind);
  const engine = EngineFacts.safeParse(of("engine")[0]?.facts);
  const host = HostFacts.safeParse(of("host")[0]?.facts);
  const containers = of("container").flatMap(({ facts }) => {
    const parsed = ContainerFacts.safeParse(facts);
    return parsed.success ? [parsed.data] : [];
  });
  const had = (kind: AuditedSubject["subject"]["kind"]) => of(kind).length > 0;
  const none = of("container").some(({ facts, findings }) => facts === null && findings.some(isWithoutContainer));
  const unreached = subjects
    .filter(({ facts, findings }) => facts === null && !findings.some(isWithoutContainer))
    .map(({ subject, findings }) => {
      const said = findings.find(({ status }) => status === "not-assessed");
      const reason = said?.reason ?? "it could not be reached when the audit was made";
      return { surrounding: subject.kind, reason, ...(said?.phrase === undefined ? {} : { phrase: said.phrase }) };
    });
  return {
    surroundings: {
      engine: engine.success ? withoutSupport(engine.data) : null,
      host: host.success ? host.data : null,
      containers: containers.length > 0 || none ? containers : null,
      unreached,
    },
    scopes: (["engine", "host", "container"] as const).filter(had),
  };
}

function withoutSupport({ support: _, ...engine }: EngineFacts): EngineFacts {
  return engine;
}

function isWithoutContainer({ phrase }: Finding): boolean {
  return phrase?.key === "control.no-container";
}

interface JudgedSubject {
  readonly subject: RejudgedChange["subject"];
  readonly findings: readonly Finding[];
}

function imageJudged({ image, findings }: Pick<Audit, "image" | "findings">): JudgedSubject {
  return { subject: { kind: "image", id: image.id, name: displayName(image) }, findings };
}

/** Everything judged, by a key that is the same in both runs: images by their place, the others by kind and id. */
function judgedOf({ images, subjects }: JudgedAgain): Map<string, JudgedSubject> {
  const entries = [
    ...images.map((audit, index) => [`image ${index}`, imageJudged(audit)] as const),
    ...subjects.map((one) => [`${one.subject.kind} ${one.subject.id}`, one] as const),
  ];
  return new Map(entries);
}

function changesOf(before: AuditRun, after: AuditRun, deps: RejudgeDeps): RejudgedChange[] {
  const old = judgedOf(before);
  const tried = triedOf(before, deps);
  return [...judgedOf(after)].flatMap(([key, { subject, findings }]) => {
    const former = old.get(key)?.findings ?? [];
    const changes = [...findingChanges(former, findings), ...decisionChanges(former, findings)];
    return changes.map((change): RejudgedChange => {
      const at = (list: readonly Finding[] | undefined) => list?.find(({ control }) => control === change.control);
      const others = tried.map(({ kind, judged }) => ({ kind, finding: at(judged.get(key)?.findings) }));
      return { ...change, subject, causes: causesOf(before, after, at(former), at(findings), others) };
    });
  });
}

/** Verdicts that stayed while what people decided about them changed. */
function decisionChanges(before: readonly Finding[], after: readonly Finding[]): FindingChange[] {
  return after.flatMap((finding) => {
    const former = before.find(({ control }) => control === finding.control);
    if (former === undefined || former.status !== finding.status) return [];
    if (former.waiver?.id === finding.waiver?.id && former.answer?.id === finding.answer?.id) return [];
    const { control, title, status } = finding;
    return [{ control, title, before: status, after: status, direction: "other" as const }];
  });
}

/** The new judgement with one difference taken back, for each whose former side is at hand. */
function triedOf(before: AuditRun, deps: RejudgeDeps): { kind: Tried["kind"]; judged: Map<string, JudgedSubject> }[] {
  const tried: { kind: Tried["kind"]; judged: Map<string, JudgedSubject> }[] = [];
  if (before.on !== deps.on)
    tried.push({ kind: "day", judged: judgedOf(judgeAgain(before, { ...deps, on: before.on })) });
  const former = deps.rules.map((set) => {
    const stored = before.rules.find(({ benchmark }) => benchmark === set.id);
    return deps.known.find(({ digest }) => digest === stored?.digest) ?? set;
  });
  if (former.some((set, index) => set.digest !== deps.rules[index]?.digest))
    tried.push({ kind: "rules", judged: judgedOf(judgeAgain(before, { ...deps, rules: former })) });
  return tried;
}
