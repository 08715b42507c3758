// The one table of the bridge: schemas by channel, checked at run time on both directions. Types derive from it.
import { z } from "zod";
import { CalendarDay } from "../calendar-day.ts";
import { ManualAnswer } from "../model/answer.ts";
import { Audit, AuditedSubject, AuditSummary } from "../model/audit.ts";
import { AuditEvent } from "../model/audit-event.ts";
import { Control } from "../model/control.ts";
import { DataOutcome, DataStatus } from "../model/data-status.ts";
import { Entitlement } from "../model/entitlement.ts";
import { Failure, type Result } from "../model/failure.ts";
import { HardenedState } from "../model/hardened.ts";
import { Excluded, ListedImage, SourceInfo } from "../model/image.ts";
import { SourceSpec } from "../model/source-spec.ts";
import { Technology } from "../model/technology.ts";
import { Waiver } from "../model/waiver.ts";
import { scopes } from "../scopes.ts";
import { Settings } from "../settings.ts";
import { CalendarExport, CalendarOutcome } from "./calendar.ts";
import type { AskName, ChannelName, Channels, NoticeName, StreamName } from "./channels.ts";
import { RefreshQuestion, RefreshStep } from "./data.ts";
import {
  AnswerList,
  GivenAnswer,
  Revocation,
  WaiverApproval,
  WaiverExtension,
  WaiverList,
  WaiverRequest,
} from "./decisions.ts";
import { EntitlementChoices, EntitlementList, EntitlementRemoval, NewEntitlement } from "./entitlements.ts";
import { DesktopState, DueReminders, ReminderIds, ReminderList, SnoozedReminders } from "./reminders.ts";
import { ReviewExport, ReviewQuestion, ReviewState, TechnologyEdit } from "./review.ts";
import { TimeLineAnswer, TimeLineQuestion } from "./time-line.ts";

export const AppInfo = z.object({
  version: z.string(),
  electron: z.string(),
  chromium: z.string(),
  /** True for the stand-in runtime of the set-up scripts: an old Chromium, which the window then says. */
  oldRuntime: z.boolean(),
  today: CalendarDay,
  timeZone: z.string(),
  rules: z.array(
    z.object({
      benchmark: z.string(),
      edition: z.string(),
      version: z.string(),
      digest: z.string(),
      /** Of the edition. */
      date: CalendarDay.optional(),
      /** What took its place, or what it was written for. */
      supersededBy: z.object({ en: z.string(), de: z.string() }).optional(),
    }),
  ),
  lifecycle: z.object({ source: z.string(), date: CalendarDay }),
  /** The language the window starts in, settings and system applied. */
  language: z.enum(["en", "de"]),
  /** What the window opens on: the local engine, or what the command line of the app named. */
  source: SourceSpec,
});
export type AppInfo = z.infer<typeof AppInfo>;

export const ImageRow = z.object({
  listed: ListedImage,
  /** From the newest kept audit of the same image id; absent when it was never audited. */
  last: z
    .object({
      on: CalendarDay,
      finishedAt: z.string(),
      summary: AuditSummary,
      os: z.string().nullable(),
      /** Absent where the origin was not judged. */
      hardened: HardenedState.shape.state.optional(),
    })
    .optional(),
});
export type ImageRow = z.infer<typeof ImageRow>;

export const ImageTable = z.object({ source: SourceInfo, images: z.array(ImageRow), excluded: z.array(Excluded) });
export type ImageTable = z.infer<typeof ImageTable>;

/** What a control says, in both languages: a finding carries the English title and remedy of the day it was judged. */
export const ControlWords = Control.pick({
  id: true,
  title: true,
  severityGround: true,
  rule: true,
  remediation: true,
});
export type ControlWords = z.infer<typeof ControlWords>;

const Nothing = z.null();

export const contract = {
  "app.info": { in: Nothing, out: AppInfo },
  "settings.get": { in: Nothing, out: Settings },
  "settings.set": { in: Settings.partial(), out: Settings },
  "settings.changed": { event: Settings },
  /** Every control of the loaded rule sets. */
  "controls.list": { in: Nothing, out: z.array(ControlWords) },
  "images.list": { in: z.object({ source: SourceSpec }), out: ImageTable },
  "audit.run": {
    /** Without `scopes` images alone are judged. */
    in: z.object({
      source: SourceSpec,
      keys: z.array(z.string()).nullable(),
      scopes: z.array(z.enum(scopes)).optional(),
    }),
    event: AuditEvent,
    /** The kept run. */
    out: z.object({ run: z.string(), audited: z.int(), failed: z.int() }),
  },
  /** The newest kept audit of an image, by its own id or by the one under which the source lists it. */
  "audit.get": { in: z.object({ image: z.string() }), out: z.object({ run: z.string(), audit: Audit }).nullable() },
  /** What lay around the images of a source (by its name) when that was last looked at. */
  "surroundings.get": {
    in: z.object({ source: z.string() }),
    out: z.object({ run: z.string(), on: CalendarDay, subjects: z.array(AuditedSubject) }).nullable(),
  },
  /** The file of waivers in the state folder: how each stands today, and what needs care. */
  "waivers.list": { in: Nothing, out: WaiverList },
  "waivers.add": { in: WaiverRequest, out: Waiver },
  "waivers.approve": { in: WaiverApproval, out: Waiver },
  "waivers.renew": { in: WaiverExtension, out: Waiver },
  "waivers.revoke": { in: Revocation, out: Waiver },
  "answers.list": { in: Nothing, out: AnswerList },
  "answers.add": { in: GivenAnswer, out: ManualAnswer },
  "answers.revoke": { in: Revocation, out: ManualAnswer },
  /** The file of extended support that was bought, in the state folder: how each entry stands today. */
  "entitlements.list": { in: Nothing, out: EntitlementList },
  "entitlements.choices": { in: Nothing, out: EntitlementChoices },
  "entitlements.add": { in: NewEntitlement, out: Entitlement },
  "entitlements.remove": { in: EntitlementRemoval, out: Entitlement },
  /** Planned anew with each question. */
  "reminders.list": { in: Nothing, out: ReminderList },
  "reminders.due": { in: Nothing, out: DueReminders },
  "reminders.snooze": { in: SnoozedReminders, out: Nothing },
  "reminders.done": { in: ReminderIds, out: Nothing },
  /** Neither done nor snoozed any more. */
  "reminders.undo": { in: ReminderIds, out: Nothing },
  /** Has the system show what a reminder looks like. */
  "reminders.sample": { in: Nothing, out: Nothing },
  "reminders.changed": { event: DueReminders },
  /** A person pressed a notification, or asked in the tray. */
  "reminders.open": { event: Nothing },
  "desktop.state": { in: Nothing, out: DesktopState },
  /** The images of kept audits, each component once, as it stands on a day. */
  "lifecycle.timeline": { in: TimeLineQuestion, out: TimeLineAnswer },
  /** Has the person choose a file, and writes the support dates of all own images to it. */
  "calendar.export": { in: CalendarExport, out: CalendarOutcome },
  /** All technologies of own images and of people's file, beside what people said of them. */
  "review.get": { in: ReviewQuestion, out: ReviewState },
  "review.set": { in: TechnologyEdit, out: Technology },
  "review.export": {
    in: ReviewExport,
    event: z.object({ step: z.enum(["composing", "signing", "writing"]) }),
    out: z.object({ report: z.string(), folder: z.string() }),
  },
  /** Read anew with each question. */
  "data.status": { in: Nothing, out: DataStatus },
  "data.refresh": { in: RefreshQuestion, event: RefreshStep, out: DataOutcome },
  /** Has the person choose a file; null = none was chosen. */
  "data.import": { in: Nothing, out: DataOutcome.nullable() },
  /** Other data came into use, or a look at the source ended, unasked. */
  "data.changed": { event: Nothing },
  "report.export": {
    in: z.object({ run: z.string(), language: z.enum(["en", "de"]) }),
    event: z.object({ step: z.enum(["composing", "signing", "writing"]) }),
    out: z.object({ report: z.string(), folder: z.string() }),
  },
  "report.reveal": { in: z.object({ path: z.string() }), out: Nothing },
  "clipboard.write": { in: z.object({ text: z.string().max(100_000) }), out: Nothing },
} as const satisfies {
  [K in ChannelName]: Channels[K] extends "ask"
    ? { in: z.ZodType; out: z.ZodType }
    : Channels[K] extends "stream"
      ? { in: z.ZodType; event: z.ZodType; out: z.ZodType }
      : { event: z.ZodType };
};
export type Contract = typeof contract;

/** What an answer looks like on the wire: never a thrown error. */
export const AnswerFailure = z.object({ ok: z.literal(false), failure: Failure });

type In<K extends AskName | StreamName> = z.infer<Contract[K]["in"]>;
type Out<K extends AskName | StreamName> = z.infer<Contract[K]["out"]>;
type EventOf<K extends StreamName | NoticeName> = z.infer<Contract[K]["event"]>;

/** What the main process implements: total, so a channel without a handler does not compile. `Signal` is AbortSignal. */
export type Handlers<Signal> = {
  [K in AskName]: (input: In<K>) => Promise<Out<K>>;
} & {
  [K in StreamName]: (input: In<K>, emit: (event: EventOf<K>) => void, signal: Signal) => Promise<Out<K>>;
};

/** What the preload script exposes as `window.plimsoll`: symbols do not cross, so streams are callbacks. */
export interface Bridge {
  ask<K extends AskName>(channel: K, input: In<K>): Promise<Result<Out<K>>>;
  /** Calls `onEvent` for each event and `onEnd` once; the function it returns cancels. */
  subscribe<K extends StreamName>(
    channel: K,
    input: In<K>,
    onEvent: (event: EventOf<K>) => void,
    onEnd: (result: Result<Out<K>>) => void,
  ): () => void;
  /** Listens until the returned function is called. */
  listen<K extends NoticeName>(channel: K, onEvent: (event: EventOf<K>) => void): () => void;
}
export type InputOf<K extends AskName | StreamName> = In<K>;
export type OutputOf<K extends AskName | StreamName> = Out<K>;
export type StreamEventOf<K extends StreamName | NoticeName> = EventOf<K>;
