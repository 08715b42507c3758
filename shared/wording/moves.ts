// Words of recommendations for people, in both languages: kinds of moves, prices, effort, headings.
import type { Effort, MoveKind, MoveTier } from "../model/move.ts";
import type { Language } from "../model/phrase.ts";

type Words = Readonly<Record<Language, string>>;

export const moveKindWords: Readonly<Record<MoveKind, Words>> = {
  "newer-tag": { en: "newer tag", de: "neuerer Tag" },
  "next-line": { en: "next line", de: "nächste Linie" },
  dhi: { en: "hardened equivalent", de: "gehärtete Entsprechung" },
  "dhi-els": { en: "extended support (ELS)", de: "verlängerter Support (ELS)" },
  distroless: { en: "without a system", de: "ohne System" },
  "own-base": { en: "own installation on a hardened base", de: "eigene Installation auf gehärteter Basis" },
};

export const tierWords: Readonly<Record<MoveTier, Words>> = {
  community: { en: "Community", de: "Community" },
  "enterprise-els": { en: "Enterprise with ELS", de: "Enterprise mit ELS" },
};

export const effortWords: Readonly<Record<Effort, Words>> = {
  low: { en: "little work", de: "wenig Aufwand" },
  medium: { en: "some work", de: "mittlerer Aufwand" },
  high: { en: "much work", de: "viel Aufwand" },
};

export const moveWords = {
  now: { en: "now", de: "jetzt" },
  supported: { en: "supported until", de: "unterstützt bis" },
  unknown: { en: "not known", de: "nicht bekannt" },
  atMost: { en: "at most", de: "höchstens" },
  fails: { en: "failed controls", de: "verletzte Controls" },
  gains: { en: "expected to pass", de: "voraussichtlich erfüllt" },
  losses: { en: "expected to fail", de: "voraussichtlich verletzt" },
  none: { en: "none", de: "keine" },
  noMove: { en: "No move", de: "Kein Wechsel" },
  lookFor: { en: "Newer versions to look for", de: "Neuere Versionen, nach denen zu suchen ist" },
  known: { en: "What else to know", de: "Was noch zu wissen ist" },
  data: { en: "data", de: "Daten" },
} as const satisfies Readonly<Record<string, Words>>;
