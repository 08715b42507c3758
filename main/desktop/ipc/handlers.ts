// What the window may ask, each question one small handler over the same functions as the command line.
import { join } from "node:path";
import type { Clock } from "../../../shared/clock.ts";
import type { AppInfo, Handlers, ImageRow } from "../../../shared/ipc/contract.ts";
import { FailureError } from "../../../shared/model/failure.ts";
import type { RunEntry } from "../../../shared/model/history.ts";
import type { Language } from "../../../shared/model/phrase.ts";
import type { SourceSpec } from "../../../shared/model/source-spec.ts";
import type { Settings } from "../../../shared/settings.ts";
import { type Judgement, runAudit } from "../../audit.ts";
import { calendarOfRun } from "../../calendar.ts";
import { writeEvidencePack } from "../../evidence/evidence-pack.ts";
import type { Signer } from "../../evidence/signing/signer.ts";
import type { Scanner } from "../../scanner.ts";
import { type AuditStore, previousSubjects } from "../../store/audits.ts";
import type { Home } from "../../store/home.ts";
import type { SettingsFile } from "../../store/settings-file.ts";
import type { KeptDecisions } from "../kept-decisions.ts";
import { afterChange } from "./after-change.ts";
import { calendarHandlers } from "./calendar-handlers.ts";
import { type DataDeps, dataHandlers } from "./data-handlers.ts";
import { decisionHandlers } from "./decision-handlers.ts";
import { entitlementHandlers } from "./entitlement-handlers.ts";
import { type ReminderDeps, reminderHandlers } from "./reminder-handlers.ts";
import { reviewHandlers } from "./review-handlers.ts";
import { timeLineHandlers } from "./time-line-handlers.ts";

export interface HandlerDeps extends Omit<Judgement, "on"> {
  readonly info: (language: Language) => AppInfo;
  readonly scanner: (source: SourceSpec) => Scanner;
  readonly store: AuditStore;
  /** Waivers, people's answers and what was bought, as they are now. */
  readonly decisions: () => Promise<KeptDecisions>;
  /** Where those are kept and changed. */
  readonly files: Pick<Home, "waivers" | "answers" | "entitlements" | "technologies" | "calendar">;
  readonly settings: SettingsFile;
  readonly settingsChanged: (settings: Settings) => void;
  readonly clock: Clock;
  readonly instant: () => Date;
  readonly tool: { readonly version: string; readonly digest?: string };
  readonly openSigner: () => Promise<Signer>;
  readonly folders: { readonly reports: string; readonly fonts: string; readonly assets: string };
  readonly host: { readonly name: string; readonly os: string };
  readonly operator: string;
  readonly systemLanguage: Language;
  /** Shows a file in the platform's file manager. */
  readonly reveal: (path: string) => void;
  readonly copy: (text: string) => void;
  readonly reminders: ReminderDeps["reminders"];
  readonly data: DataDeps["data"];
  readonly chooseDataFile: DataDeps["chooseDataFile"];
  /** Asks the person where to save a file of this name; null = nowhere. */
  readonly chooseCalendarFile: (name: string) => Promise<string | null>;
}

/** All handlers of the contract. Each throws FailureError; serve.ts turns that into a Result. */
export function createHandlers(deps: HandlerDeps): Handlers<AbortSignal> {
  // Only what was written in this session may be revealed: the page can name no other path.
  const written = new Set<string>();
  return {
    ...afterChange(
      decisionHandlers(deps),
      ["waivers.add", "waivers.approve", "waivers.renew", "waivers.revoke"],
      deps.reminders.changed,
    ),
    ...afterChange(entitlementHandlers(deps), ["entitlements.add", "entitlements.remove"], deps.reminders.changed),
    ...dataHandlers(deps),
    ...calendarHandlers(deps),
    ...reminderHandlers(deps),
    ...timeLineHandlers(deps),
    ...reviewHandlers(deps, written),
    "app.info": async () => {
      const { language } = deps.settings.get();
      return deps.info(language === "system" ? deps.systemLanguage : language);
    },
    "settings.get": async () => deps.settings.get(),
    "settings.set": async (change) => {
      const settings = deps.settings.set(withoutUndefined(change));
      deps.settingsChanged(settings);
      return settings;
    },
    "controls.list": async () =>
      deps.rules
        .flatMap((set) => set.controls)
        .map(({ id, title, severityGround, rule, remediation }) => ({ id, title, severityGround, rule, remediation })),
    "images.list": async ({ source }) => {
      const [list, runs] = await Promise.all([
        deps.scanner(source).list(new AbortController().signal),
        deps.store.runs(),
      ]);
      const last = newestByImage(runs);
      const images = list.images.map(({ diffIds: _, ...listed }): ImageRow => {
        const known = last.get(listed.id);
        return known === undefined ? { listed } : { listed, last: known };
      });
      return { source: list.source, images, excluded: [...list.excluded] };
    },
    "audit.run": async ({ source, keys, scopes }, emit, signal) => {
      const newest = await deps.store.newestAudits();
      const decisions = await deps.decisions();
      const events = runAudit(
        {
          ...decisions,
          rules: deps.rules,
          ...(deps.own === undefined ? {} : { own: deps.own }),
          lifecycle: deps.lifecycle,
          hardened: deps.hardened,
          on: deps.clock.today(),
          scanner: deps.scanner(source),
          clock: deps.clock,
          tool: deps.tool,
          previous: async (id) => (await newest(id))?.audit ?? null,
          previousSubject: previousSubjects(deps.store),
        },
        { images: keys, ...(scopes === undefined ? {} : { scopes }) },
        signal,
      );
      for (;;) {
        const step = await events.next();
        if (step.done !== true) {
          emit(step.value);
          continue;
        }
        const run = await deps.store.keep(step.value);
        return { run, audited: step.value.population.audited, failed: step.value.errors.length };
      }
    },
    "audit.get": async ({ image }) => deps.store.newest(image),
    "surroundings.get": async ({ source }) => {
      const entry = (await deps.store.runs())
        .reverse()
        .find((run) => run.source === source && run.subjects !== undefined);
      const kept = entry === undefined ? null : await deps.store.run(entry.run);
      return kept === null ? null : { run: kept.id, on: kept.run.on, subjects: kept.run.subjects };
    },
    "report.export": async ({ run: id, language }, emit) => {
      const kept = await deps.store.run(id);
      if (kept === null) throw new FailureError({ kind: "usage", cause: "this audit is no longer kept; audit again" });
      const signer = await deps.openSigner();
      const createdAt = deps.instant();
      const stamp = createdAt.toISOString().replace(/[-:]|\.\d+/g, "");
      const folder = join(deps.folders.reports, `${stamp}-${kept.id.slice(0, 8)}`);
      const pack = await writeEvidencePack({
        run: kept.run,
        calendar: calendarOfRun(kept.run, language),
        rules: deps.rules,
        language,
        folder,
        signer,
        fontsFolder: deps.folders.fonts,
        assetsFolder: deps.folders.assets,
        host: deps.host,
        operator: deps.operator,
        createdAt,
        onStep: (step) => emit({ step }),
      });
      written.add(pack.report);
      deps.reveal(pack.report);
      return { report: pack.report, folder };
    },
    "report.reveal": async ({ path }) => {
      if (!written.has(path))
        throw new FailureError({ kind: "usage", cause: "only a report of this session can be shown" });
      deps.reveal(path);
      return null;
    },
    "clipboard.write": async ({ text }) => {
      deps.copy(text);
      return null;
    },
  };
}

function newestByImage(runs: readonly RunEntry[]): Map<string, NonNullable<ImageRow["last"]>> {
  const last = new Map<string, NonNullable<ImageRow["last"]>>();
  for (const run of runs) {
    for (const { ids, summary, os, hardened } of run.images) {
      const known = { on: run.on, finishedAt: run.finishedAt, summary, os, hardened };
      for (const id of ids) last.set(id, known);
    }
  }
  return last;
}

function withoutUndefined<T extends object>(change: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
