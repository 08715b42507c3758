// `plimsoll waiver add|approve|revoke|list`: the file of waivers, changed and shown.
import { readableJson } from "../../shared/canonical-json.ts";
import type { WaiverScope } from "../../shared/model/decision-scope.ts";
import type { Language } from "../../shared/model/phrase.ts";
import type { HygieneNote, RunWaivers, Waiver, WaiverSet } from "../../shared/model/waiver.ts";
import { defaultMaximumDays } from "../../shared/model/waiver.ts";
import { plainText } from "../../shared/plain-text.ts";
import { hygieneWords, scopeText, waiverStateWords } from "../../shared/wording/decisions.ts";
import { say } from "../../shared/wording/say.ts";
import { waiverHygiene } from "../control/waiver-hygiene.ts";
import { standingOf } from "../control/waiver-state.ts";
import { addWaiver, approveWaiver, renewWaiver, revokeWaiver } from "../data/change-waivers.ts";
import { loadWaivers, loadWaiversIfThere } from "../data/waivers.ts";
import { openAuditStore } from "../store/audits.ts";
import { homeFolder, homeLayout } from "../store/home.ts";
import { allRules, dayFrom, type PackOptions, personFrom, rulesOf, textFrom, usage } from "./deciding.ts";
import { type DecisionOptions, decisionPath } from "./decision-files.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import type { Format } from "./format-option.ts";
import { judgedDay } from "./judged-day.ts";
import { type PlaceOptions, placesOf, type SubjectOptions, subjectsOf } from "./scope-options.ts";
import { textTable } from "./table.ts";
import type { World } from "./world.ts";

export interface WaiverOptions extends PackOptions, Pick<DecisionOptions, "waivers"> {
  readonly format: Format;
  readonly lang?: Language;
}
export interface WaiverListOptions extends WaiverOptions {
  readonly on?: string;
}
export interface WaiverAddOptions extends WaiverOptions, SubjectOptions, PlaceOptions {
  readonly control?: string;
  readonly reason?: string;
  readonly requester?: string;
  readonly until?: string;
  readonly ticket?: string;
  readonly renew?: string;
}
export interface WaiverDeedOptions extends WaiverOptions {
  readonly by?: string;
  readonly reason?: string;
}

export async function listWaivers(options: WaiverListOptions, world: World): Promise<ExitCode> {
  const on = judgedDay(options.on, world.clock);
  const language = options.lang ?? world.language;
  const rules = await allRules(options, world);
  const path = decisionPath("waivers", options, world);
  const set = await (options.waivers === undefined ? loadWaiversIfThere : loadWaivers)(path, rules);
  const known = set ?? noWaivers;
  const last = set === null ? null : await lastRunWith(set.digest, world);
  const unused = last?.waivers.uses.filter(({ state, findings }) => state === "applies" && findings === 0);
  const hygiene = waiverHygiene(known, rules, on, unused?.map(({ id }) => id) ?? null);
  const rows = known.waivers.map((waiver) => {
    const standing = standingOf(waiver, known, rules, on);
    const why = standing.state === "applies" ? {} : { reason: say(standing.why, "en"), phrase: standing.why };
    const findings = last?.waivers.uses.find(({ id }) => id === waiver.id)?.findings;
    return { waiver, standing: { state: standing.state, ...why, ...(findings === undefined ? {} : { findings }) } };
  });
  if (options.format === "json") {
    const { digest, approver, maximumDays } = known;
    const answer = {
      schema: "plimsoll/waiver-list@1",
      on,
      file: path,
      ...(set === null ? {} : { digest }),
      approver,
      maximumDays,
      waivers: rows,
      hygiene,
      ...(last === null ? {} : { run: { id: last.run, on: last.on } }),
    };
    world.stdout.write(readableJson(answer));
    return exitCodes.done;
  }
  if (known.waivers.length === 0) {
    world.stdout.write(`${words.none[language]}\n`);
    return exitCodes.done;
  }
  const head = columns.map((column) => column[language]);
  const table = rows.map(({ waiver, standing }) => [
    waiver.id.slice(0, 13),
    waiver.control,
    scopeText(waiver.scope, language),
    waiverStateWords[standing.state][language],
    waiver.until,
    plainText(waiver.requester, 40),
    plainText(waiver.approver ?? "–", 40),
    plainText(waiver.ticket ?? "–", 40),
    String(standing.findings ?? "–"),
    standing.phrase === undefined ? "" : say(standing.phrase, language),
  ]);
  world.stdout.write([textTable(head, table), ...hygieneText(hygiene, language)].join(""));
  if (last !== null) world.stdout.write(`\n${words.counted[language]} ${last.run.slice(0, 12)} (${last.on})\n`);
  return exitCodes.done;
}

export async function requestWaiver(options: WaiverAddOptions, world: World): Promise<ExitCode> {
  const rules = await allRules(options, world);
  const path = decisionPath("waivers", options, world);
  const created = world.clock.today();
  const until = dayFrom("--until", options.until);
  const requester = personFrom("--requester", options.requester, world);
  if (options.renew !== undefined) {
    const { renew: id } = options;
    const rulesNow = (control: string) => rulesOf(control, rules);
    return said(
      await renewWaiver(path, rules, { id, by: requester, on: created, until, rules: rulesNow }),
      options,
      world,
    );
  }
  const control = textFrom("--control", options.control);
  const scope: WaiverScope = {
    ...subjectsOf(options),
    ...placesOf(options),
    ...(options.everything === true ? { everything: true } : {}),
  };
  if (Object.keys(scope).length === 0)
    throw usage("say what the waiver covers: --reference, --digest, --path, --package and the like, or --everything");
  const waiver: Omit<Waiver, "id"> = {
    control,
    scope,
    reason: textFrom("--reason", options.reason),
    requester,
    created,
    until,
    ...(options.ticket === undefined ? {} : { ticket: options.ticket }),
    rules: rulesOf(control, rules),
  };
  return said(await addWaiver(path, rules, waiver), options, world);
}

export async function approve(id: string, options: WaiverDeedOptions, world: World): Promise<ExitCode> {
  const by = personFrom("--by", options.by, world);
  const path = decisionPath("waivers", options, world);
  const rules = await allRules(options, world);
  return said(await approveWaiver(path, rules, { id, by, on: world.clock.today() }), options, world);
}

export async function revoke(id: string, options: WaiverDeedOptions, world: World): Promise<ExitCode> {
  const by = personFrom("--by", options.by, world);
  const path = decisionPath("waivers", options, world);
  const rules = await allRules(options, world);
  const { reason } = options;
  return said(await revokeWaiver(path, rules, { id, by, on: world.clock.today(), reason }), options, world);
}

function said(waiver: Waiver, options: WaiverOptions, world: World): ExitCode {
  const file = decisionPath("waivers", options, world);
  if (options.format === "json") {
    world.stdout.write(readableJson({ schema: "plimsoll/waiver@1", file, waiver }));
    return exitCodes.done;
  }
  const language = options.lang ?? world.language;
  const { id, control, scope, until, approver, revoked } = waiver;
  const state = revoked !== undefined ? "revoked" : approver === undefined ? "unapproved" : null;
  const note =
    state === null
      ? `${words.approvedBy[language]} ${plainText(approver ?? "", 80)}`
      : waiverStateWords[state][language];
  world.stdout.write(`${id}  ${control}  ${scopeText(scope, language)}  ${words.until[language]} ${until}  ${note}\n`);
  return exitCodes.done;
}

/** The newest kept run, where it was judged with exactly this file; it tells which waivers stand beside nothing. */
async function lastRunWith(
  digest: string,
  world: World,
): Promise<{ run: string; on: string; waivers: RunWaivers } | null> {
  const store = openAuditStore(homeLayout(homeFolder(world.env["PLIMSOLL_HOME"])).audits);
  const newest = (await store.runs()).at(-1);
  const kept = newest === undefined ? null : await store.run(newest.run);
  const waivers = kept?.run.waivers;
  return kept === null || waivers === undefined || waivers.digest !== digest
    ? null
    : { run: kept.id, on: kept.run.on, waivers };
}

function hygieneText(notes: readonly HygieneNote[], language: Language): string[] {
  if (notes.length === 0) return [];
  const rows = notes.map(({ kind, weight, waivers, phrase }) => [
    weight === "fault" ? "!" : "",
    hygieneWords[kind][language],
    waivers.map((id) => id.slice(0, 13)).join(", "),
    say(phrase, language),
  ]);
  return [`\n${words.hygiene[language]}\n`, textTable(["", "", "", ""], rows).replace(/^\s*\n/, "")];
}

const noWaivers: WaiverSet = { approver: "required", maximumDays: defaultMaximumDays, waivers: [], digest: "" };

const words = {
  none: {
    en: "There are no waivers; plimsoll waiver add asks for one.",
    de: "Es gibt keine Ausnahmen; plimsoll waiver add beantragt eine.",
  },
  hygiene: { en: "To look at", de: "Anzusehen" },
  counted: { en: "Findings counted in run", de: "Befunde gezählt im Lauf" },
  until: { en: "until", de: "bis" },
  approvedBy: { en: "approved by", de: "genehmigt von" },
} as const satisfies Record<string, Record<Language, string>>;

const columns: readonly Record<Language, string>[] = [
  { en: "waiver", de: "Ausnahme" },
  { en: "control", de: "Regel" },
  { en: "for", de: "für" },
  { en: "state", de: "Stand" },
  { en: "until", de: "bis" },
  { en: "requester", de: "beantragt von" },
  { en: "approver", de: "genehmigt von" },
  { en: "ticket", de: "Ticket" },
  { en: "findings", de: "Befunde" },
  { en: "why not", de: "warum nicht" },
];
