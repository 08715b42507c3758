// The words for waivers and answers: the same in app, report and command line.
import type { AnswerState, ManualAnswer } from "../model/answer.ts";
import type { WaiverScope } from "../model/decision-scope.ts";
import type { AppliedAnswer, AppliedWaiver } from "../model/finding.ts";
import type { Language } from "../model/phrase.ts";
import type { HygieneNote, WaiverState } from "../model/waiver.ts";
import { plainText } from "../plain-text.ts";

type Words<K extends string> = Readonly<Record<K, Readonly<Record<Language, string>>>>;

export const waiverStateWords: Words<WaiverState> = {
  applies: { en: "applies", de: "gilt" },
  revoked: { en: "revoked", de: "widerrufen" },
  expired: { en: "expired", de: "abgelaufen" },
  future: { en: "not yet", de: "noch nicht" },
  unapproved: { en: "not approved", de: "nicht genehmigt" },
  "self-approved": { en: "self-approved", de: "selbst genehmigt" },
  "other-rules": { en: "other rules", de: "andere Regeln" },
};

export const answerStateWords: Words<AnswerState | "holds"> = {
  applied: { en: "used", de: "verwendet" },
  holds: { en: "holds", de: "gilt" },
  revoked: { en: "revoked", de: "widerrufen" },
  expired: { en: "expired", de: "abgelaufen" },
  future: { en: "not yet", de: "noch nicht" },
  "no-subject": { en: "no subject", de: "kein Gegenstand" },
  "not-manual": { en: "not needed", de: "nicht nötig" },
  outdone: { en: "superseded", de: "überholt" },
};

export const hygieneWords: Words<HygieneNote["kind"]> = {
  "self-approved": { en: "same requester and approver", de: "Antrag und Genehmigung von derselben Person" },
  expired: { en: "expired", de: "abgelaufen" },
  "expires-soon": { en: "expires soon", de: "läuft bald ab" },
  renewed: { en: "renewed", de: "verlängert" },
  "mass-made": { en: "many requested at once", de: "viele auf einmal beantragt" },
  "mass-approved": { en: "many approved at once", de: "viele auf einmal genehmigt" },
  "matches-nothing": { en: "matches nothing", de: "betrifft nichts" },
  "whole-control": { en: "whole control", de: "ganze Regel" },
  "no-ticket": { en: "no ticket", de: "kein Ticket" },
};

const words = {
  waived: { en: "waived", de: "ausgenommen" },
  partly: { en: "waived in part", de: "teilweise ausgenommen" },
  requested: { en: "requested by", de: "beantragt von" },
  approved: { en: "approved by", de: "genehmigt von" },
  nobody: { en: "nobody had to approve", de: "ohne Genehmigungspflicht" },
  until: { en: "until", de: "bis" },
  ticket: { en: "ticket", de: "Ticket" },
  waiver: { en: "waiver", de: "Ausnahme" },
  also: { en: "with", de: "zusammen mit" },
  answered: { en: "answered by", de: "beantwortet von" },
  on: { en: "on", de: "am" },
  everything: { en: "everything", de: "alles" },
  digests: { en: "image", de: "Image" },
  references: { en: "image", de: "Image" },
  containers: { en: "container", de: "Container" },
  engines: { en: "engine", de: "Engine" },
  hosts: { en: "host", de: "Host" },
  paths: { en: "path", de: "Pfad" },
  packages: { en: "package", de: "Paket" },
  places: { en: "place", de: "Stelle" },
} as const satisfies Words<string>;

/** `waived` or `waived in part`. */
export function waivedWord({ covers }: Pick<AppliedWaiver, "covers">, language: Language): string {
  return words[covers === "all" ? "waived" : "partly"][language];
}

/** A waiver in one line: reason, requester, approver, last day, ticket, id. Text that people wrote is made plain. */
export function waiverText(waiver: AppliedWaiver, language: Language): string {
  const { reason, requester, approver, until, ticket, id, also } = waiver;
  return [
    plainText(reason, 300),
    `${words.requested[language]} ${plainText(requester, 80)}`,
    approver === undefined ? words.nobody[language] : `${words.approved[language]} ${plainText(approver, 80)}`,
    `${words.until[language]} ${until}`,
    ...(ticket === undefined ? [] : [`${words.ticket[language]} ${plainText(ticket, 80)}`]),
    `${words.waiver[language]} ${plainText(id, 100)}`,
    ...(also === undefined ? [] : [`${words.also[language]} ${plainText(also.join(", "), 300)}`]),
  ].join(" · ");
}

/** An answer in one line: note, who, when, last day, attachment, id. */
export function answerText({ by, on, until, note, attachment, id }: AppliedAnswer, language: Language): string {
  return [
    plainText(note, 300),
    `${words.answered[language]} ${plainText(by, 80)} ${words.on[language]} ${on}`,
    `${words.until[language]} ${until}`,
    ...(attachment === undefined ? [] : [`${plainText(attachment.name, 120)} (SHA-256 ${attachment.sha256})`]),
    plainText(id, 100),
  ].join(" · ");
}

/** What a scope names, in one line. */
export function scopeText(scope: WaiverScope | ManualAnswer["subject"], language: Language): string {
  const parts = Object.entries(scope).flatMap(([kind, value]): string[] => {
    if (value === undefined) return [];
    const word = words[kind as Exclude<keyof WaiverScope, "everything">][language];
    return Array.isArray(value) ? [`${word} ${value.map((entry) => plainText(entry, 100)).join(", ")}`] : [word];
  });
  return parts.join("; ");
}
