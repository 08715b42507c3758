// The words for verdicts, lifecycle states and severities: the same in app, report and command line.
import type { Severity } from "../model/control.ts";
import type { Status } from "../model/finding.ts";
import type { HardenedState } from "../model/hardened.ts";
import type { LifecycleStatus } from "../model/lifecycle.ts";
import type { Language } from "../model/phrase.ts";
import type { Surrounding } from "../model/surroundings.ts";

type Words<K extends string> = Readonly<Record<K, Readonly<Record<Language, string>>>>;

export const statusWords: Words<Status> = {
  pass: { en: "pass", de: "erfüllt" },
  fail: { en: "fail", de: "nicht erfüllt" },
  manual: { en: "needs a person", de: "von Hand zu prüfen" },
  "not-assessed": { en: "not assessed", de: "nicht geprüft" },
  "not-applicable": { en: "not applicable", de: "nicht anwendbar" },
  error: { en: "error", de: "Fehler" },
};

export const lifecycleWords: Words<LifecycleStatus> = {
  supported: { en: "supported", de: "unterstützt" },
  "security-only": { en: "security fixes only", de: "nur Sicherheitsupdates" },
  "extended-only": { en: "extended support only", de: "nur erweiterter Support" },
  eol: { en: "end of life", de: "Ende des Supports" },
  rolling: { en: "rolling", de: "fortlaufend" },
  unknown: { en: "unknown", de: "unbekannt" },
  none: { en: "no operating system", de: "kein Betriebssystem" },
};

export const severityWords: Words<Severity> = {
  high: { en: "high", de: "hoch" },
  medium: { en: "medium", de: "mittel" },
  low: { en: "low", de: "niedrig" },
};

export const coverWords: Words<"covered" | "not-covered"> = {
  covered: { en: "covered", de: "abgedeckt" },
  "not-covered": { en: "not covered", de: "nicht abgedeckt" },
};

export const hardenedWords: Words<HardenedState["state"]> = {
  hardened: { en: "hardened", de: "gehärtet" },
  derived: { en: "built on hardened", de: "auf gehärteter Basis" },
  unproven: { en: "claimed, not proven", de: "behauptet, nicht belegt" },
  none: { en: "not hardened", de: "nicht gehärtet" },
};

export const subjectWords: Words<Surrounding> = {
  engine: { en: "engine", de: "Engine" },
  host: { en: "host", de: "Host" },
  container: { en: "container", de: "Container" },
};
