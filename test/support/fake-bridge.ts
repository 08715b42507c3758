// A bridge without a main process: images, a scripted audit and a report, in memory. Used by tests of the window under
// happy-dom and, bundled, in a real Chromium.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { AppInfo, Bridge, ImageRow, InputOf, OutputOf, StreamEventOf } from "../../shared/ipc/contract.ts";
import type { Audit } from "../../shared/model/audit.ts";
import type { Failure, Result } from "../../shared/model/failure.ts";
import { defaultSettings, type Settings } from "../../shared/settings.ts";
import { fakeAudit } from "./fake-audits.ts";
import { fakeControls } from "./fake-controls.ts";
import { type FakeDataOptions, fakeData } from "./fake-data.ts";
import { fakeDecisions } from "./fake-decisions.ts";
import { fakeEntitlements } from "./fake-entitlements.ts";
import { fakeImage, fakeToday } from "./fake-images.ts";
import { type FakeReminderOptions, fakeReminders } from "./fake-reminders.ts";
import { type FakeReviewOptions, fakeReview } from "./fake-review.ts";
import { fakeSubjects } from "./fake-subjects.ts";
import { fakeTimeLine } from "./fake-time-line.ts";

export interface FakeOptions extends FakeReminderOptions, FakeReviewOptions, FakeDataOptions {
  readonly images?: number;
  /** How many of the first images have a kept audit. */
  readonly audited?: number;
  /** Fails the list with an engine that does not answer. */
  readonly noEngine?: boolean;
  /** These images (by number) cannot be read. */
  readonly unreadable?: readonly number[];
  /** Controls of kept audits that the rule sets of today no longer hold. */
  readonly goneControls?: readonly string[];
  /** Pause before each step of a stream. */
  readonly stepMs?: number;
  /** The audit stops here, half way, until cancelled. */
  readonly stall?: boolean;
  /** Waivers and answers in every state are there. */
  readonly decisions?: boolean;
  /** Neither file of them can be used. */
  readonly brokenDecisions?: boolean;
  /** Entries of bought support in every state are there. */
  readonly entitlements?: boolean;
  /** Their file cannot be used. */
  readonly brokenEntitlements?: boolean;
  /** Engine, host and containers were looked at before. */
  readonly subjects?: boolean;
  /** What decides the lifecycle of a kept image is damaged. */
  readonly brokenTimeLine?: boolean;
  readonly reportFailure?: Failure;
  /** What becomes of a calendar; without it, it is written. */
  readonly calendar?: OutputOf<"calendar.export"> | { readonly failure: Failure };
  readonly settings?: Partial<Settings>;
  readonly language?: "en" | "de";
  readonly oldRuntime?: boolean;
}

export interface FakeBridge extends Bridge {
  readonly written: {
    clipboard: string[];
    revealed: string[];
    reports: string[];
    audits: (readonly string[] | null)[];
  };
}

/** What the export of a calendar says unless an option has it say otherwise. */
export const fakeCalendar: Extract<OutputOf<"calendar.export">, { outcome: "written" }> = {
  outcome: "written",
  path: "/home/k/Documents/plimsoll-support.ics",
  ends: 14,
  leads: 41,
  calledOff: 3,
  undated: 2,
  unread: [],
  next: { label: "Debian 12", day: "2028-06-30" as CalendarDay },
  setAside: null,
};

const noEngine: Failure = {
  kind: "engine-unreachable",
  endpoint: "unix:///var/run/docker.sock",
  cause: "no such file",
  hint: "start Docker, or name another engine with --context",
};

const brokenState: Failure = {
  kind: "state-unusable",
  path: "/home/ada/.plimsoll/audits",
  cause: "its bytes are not what its name says; it was changed or cut",
};

export function fakeBridge(options: FakeOptions = {}): FakeBridge {
  const { images: count = 12, audited = 0, stepMs = 1 } = options;
  let settings: Settings = { ...defaultSettings, ...options.settings };
  const kept = new Map<string, { run: string; audit: Audit }>();
  const written: FakeBridge["written"] = { clipboard: [], revealed: [], reports: [], audits: [] };
  let looked = false;
  const decisions = fakeDecisions(options);
  const data = fakeData(options);
  const dueListeners = new Set<(due: StreamEventOf<"reminders.changed">) => void>();
  const reminders = fakeReminders(
    options,
    () => settings,
    (due) => {
      for (const listener of dueListeners) listener(due);
    },
  );
  const listeners = new Set<(settings: Settings) => void>();
  const sizeOf = (source: InputOf<"images.list">["source"]) => (source.kind === "sample" ? 2 : count);
  for (let index = 0; index < audited; index += 1) {
    const audit = fakeAudit(index);
    kept.set(audit.image.id, { run: "run-kept", audit });
  }

  const answers: { [K in Parameters<Bridge["ask"]>[0]]: (input: InputOf<K>) => Result<OutputOf<K>> } = {
    "app.info": () => good(infoOf(options)),
    "settings.get": () => good(settings),
    "settings.set": (part) => {
      settings = { ...settings, ...(part as Partial<Settings>) };
      for (const listener of listeners) listener(settings);
      return good(settings);
    },
    "controls.list": () => good(fakeControls().filter(({ id }) => options.goneControls?.includes(id) !== true)),
    "images.list": ({ source }) => {
      if (source.kind === "engine" && options.noEngine === true) return { ok: false, failure: noEngine };
      return good({
        source:
          source.kind === "sample"
            ? { kind: "sample", name: "sample" }
            : { kind: "engine", name: "default", engineVersion: "28.2.1", apiVersion: "1.50", how: "default socket" },
        images: Array.from({ length: sizeOf(source) }, (_, index): ImageRow => {
          const listed = fakeImage(index);
          const audit = kept.get(listed.id)?.audit;
          if (audit === undefined) return { listed };
          const { summary, hardened, facts } = audit;
          const last = { on: fakeToday, finishedAt: "2026-11-23T09:00:00Z", summary, os: facts.os?.prettyName ?? null };
          return { listed, last: { ...last, hardened: hardened.state } };
        }),
        excluded:
          source.kind === "sample" || count === 0
            ? []
            : [
                {
                  reference: "mcr.example.com/windows/nanoserver:ltsc2025",
                  reason: "windows/amd64 images are not read",
                },
                { reference: "models/embedder:1", reason: "an artifact, not an image (application/vnd.example.model)" },
              ],
      });
    },
    "surroundings.get": () =>
      good(options.subjects === true || looked ? { run: "run-around", on: fakeToday, subjects: fakeSubjects() } : null),
    ...decisions,
    ...fakeEntitlements(options),
    ...data.answers,
    ...reminders.answers,
    ...fakeReview(options),
    "lifecycle.timeline": ({ on }) =>
      options.brokenTimeLine === true ? { ok: false, failure: brokenState } : good(fakeTimeLine(audited, on)),
    "calendar.export": () => {
      const { calendar = fakeCalendar } = options;
      return "failure" in calendar ? { ok: false, failure: calendar.failure } : good(calendar);
    },
    "audit.get": ({ image }) => good(kept.get(image) ?? null),
    "report.reveal": ({ path }) => {
      written.revealed.push(path);
      return good(null);
    },
    "clipboard.write": ({ text }) => {
      written.clipboard.push(text);
      return good(null);
    },
  };

  return {
    written,
    ask: async (channel, input) => {
      const answer = answers[channel] as (input: unknown) => Result<OutputOf<typeof channel>>;
      return answer(input);
    },
    subscribe: (channel, input, onEvent, onEnd) => {
      const emit = onEvent as (event: unknown) => void;
      const end = onEnd as (result: unknown) => void;
      const steps =
        channel === "audit.run"
          ? auditSteps(input as InputOf<"audit.run">, emit)
          : channel === "data.refresh"
            ? data.refreshSteps(input as InputOf<"data.refresh">, emit)
            : reportSteps(input as InputOf<"report.export">, emit);
      return play(steps, stepMs, end);
    },
    listen: (channel, onEvent) => {
      if (channel === "reminders.changed") {
        const listener = onEvent as (due: StreamEventOf<"reminders.changed">) => void;
        dueListeners.add(listener);
        return () => dueListeners.delete(listener);
      }
      if (channel !== "settings.changed") return () => undefined;
      const listener = onEvent as (settings: Settings) => void;
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  /** Steps of an audit; each says undefined to go on, or the end. */
  function* auditSteps(
    { source, keys, scopes }: InputOf<"audit.run">,
    emit: (event: StreamEventOf<"audit.run">) => void,
  ) {
    if (scopes !== undefined) {
      emit({ kind: "subjects", subjects: fakeSubjects() });
      looked = true;
    }
    written.audits.push(keys);
    const all = Array.from({ length: sizeOf(source) }, (_, index) => index);
    const chosen = keys === null ? all : all.filter((index) => keys.includes(fakeImage(index).key));
    const totalBytes = chosen.reduce((sum, index) => sum + fakeImage(index).size, 0);
    const images = chosen.map(fakeImage);
    emit({ kind: "found", source: { kind: "engine", name: "default" }, images, excluded: [] });
    yield undefined;
    for (const index of chosen) {
      emit({ kind: "audited", key: fakeImage(index).key, depth: "config", audit: fakeAudit(index, "config") });
    }
    let bytes = 0;
    let failed = 0;
    const read: Audit[] = [];
    for (const [done, index] of chosen.entries()) {
      const { key, size, references } = fakeImage(index);
      emit({ kind: "progress", bytes: bytes + size / 2, totalBytes, audited: done, total: chosen.length });
      yield undefined;
      if (options.stall === true && done >= chosen.length / 2) while (true) yield undefined;
      bytes += size;
      if (options.unreadable?.includes(index) === true) {
        failed += 1;
        const reference = references[0] ?? key;
        const failure: Failure = {
          kind: "image-unreadable",
          reference,
          layer: 2,
          layers: 6,
          cause: "the layer ends early",
        };
        emit({ kind: "failed", key, reference, failure });
      } else {
        const audit = fakeAudit(index);
        read.push(audit);
        emit({ kind: "audited", key, depth: "full", audit });
      }
      emit({ kind: "progress", bytes, totalBytes, audited: done + 1, total: chosen.length });
    }
    // As the main process does: a run is kept as a whole, at its end.
    for (const audit of read) kept.set(audit.image.id, { run: "run-1", audit });
    yield good({ run: "run-1", audited: chosen.length - failed, failed });
  }

  function* reportSteps(
    { run, language }: InputOf<"report.export">,
    emit: (event: StreamEventOf<"report.export">) => void,
  ) {
    for (const step of ["composing", "signing", "writing"] as const) {
      emit({ step });
      yield undefined;
      if (step === "signing" && options.reportFailure !== undefined) {
        yield { ok: false as const, failure: options.reportFailure };
        return;
      }
    }
    written.reports.push(`${run} ${language}`);
    yield good({
      report: "/home/ada/Plimsoll/2026-11-23 default/report.pdf",
      folder: "/home/ada/Plimsoll/2026-11-23 default",
    });
  }
}

function good<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Runs steps with pauses until one is the end; the returned function cancels. */
function play(steps: Iterator<unknown>, stepMs: number, end: (result: unknown) => void): () => void {
  let isOver = false;
  const finish = (result: unknown) => {
    if (isOver) return;
    isOver = true;
    end(result);
  };
  const next = () => {
    if (isOver) return;
    const step = steps.next();
    if (step.value !== undefined) finish(step.value);
    else if (step.done !== true) setTimeout(next, stepMs);
  };
  setTimeout(next, stepMs);
  return () => finish({ ok: false, failure: { kind: "cancelled" } });
}

function infoOf({ language = "en", oldRuntime = false }: FakeOptions): AppInfo {
  return {
    version: "0.1.0",
    electron: "45.4.1",
    chromium: "156.0.0.0",
    oldRuntime,
    today: fakeToday,
    timeZone: "Europe/Berlin (UTC+01:00)",
    rules: [{ benchmark: "cis-docker", edition: "1.8.0", version: "2026.11.1", digest: `sha256:${"4c".repeat(32)}` }],
    lifecycle: { source: "endoflife.date", date: "2026-11-20" as AppInfo["today"] },
    language,
    source: { kind: "engine" },
  };
}
