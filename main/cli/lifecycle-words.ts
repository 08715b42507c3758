// The words of `plimsoll lifecycle` in both languages.
import type { Language } from "../../shared/model/phrase.ts";
import type { WindowReason } from "../../shared/window-reason.ts";

type Word = Readonly<Record<Language, string>>;

export const words = {
  image: { en: "image", de: "Image" },
  notes: { en: "Notes", de: "Anmerkungen" },
  ended: { en: "ended", de: "endete" },
  over: { en: "over", de: "vorbei" },
  open: { en: "open", de: "offen" },
  noEnd: { en: "no end of support is dated", de: "kein Ende des Supports hat ein Datum" },
  supportedUntil: { en: "supported until", de: "unterstützt bis" },
  supportedUntilPast: { en: "was supported until", de: "war unterstützt bis" },
  endsFirst: { en: "first to end:", de: "zuerst endet:" },
  why: { en: "why", de: "Grund" },
  conflict: { en: "conflict", de: "Widerspruch" },
  estimate: { en: "estimate", de: "Schätzung" },
  opinion: { en: "second opinion", de: "zweite Meinung" },
  noDay: { en: "no day is published", de: "ohne veröffentlichten Tag" },
  atMost: { en: "at most until", de: "höchstens bis" },
  days: { en: "in {days} d", de: "in {days} d" },
  daysAgo: { en: "{days} d ago", de: "vor {days} d" },
  data: { en: "days old", de: "Tage alt" },
  bought: { en: "entitlements that count here", de: "gekaufter Support, der hier zählt" },
  of: { en: "of", de: "von" },
} as const satisfies Record<string, Word>;

export const reasonWords: Readonly<Record<WindowReason, Word>> = {
  general: { en: "yes, for everyone", de: "ja, für alle" },
  contract: { en: "yes, contract", de: "ja, Vertrag" },
  proof: { en: "yes, proof in the image", de: "ja, Beleg im Image" },
  "not-recorded": { en: "no, not recorded", de: "nein, nicht vermerkt" },
  "in-use": { en: "yes, in use; end unknown", de: "ja, genutzt; Ende unbekannt" },
  estimate: { en: "no, an estimate", de: "nein, Schätzung" },
  "second-opinion": { en: "no, second opinion", de: "nein, zweite Meinung" },
};

/** What ends next, by the codes of LifecycleEntry.next. */
export const nextWords: Readonly<Record<string, Word>> = {
  eoas: { en: "active", de: "aktiv" },
  eol: { en: "support", de: "Support" },
  eoes: { en: "extended", de: "erweitert" },
  cover: { en: "cover", de: "Abdeckung" },
};

export const columns: Readonly<Record<"components" | "windows", readonly Word[]>> = {
  components: [
    { en: "component", de: "Komponente" },
    { en: "status", de: "Stand" },
    { en: "support ends", de: "Supportende" },
    { en: "covered by", de: "abgedeckt von" },
    { en: "until", de: "bis" },
    { en: "next end", de: "nächstes Ende" },
  ],
  windows: [
    { en: "component", de: "Komponente" },
    { en: "phase", de: "Phase" },
    { en: "provider", de: "Anbieter" },
    { en: "from", de: "ab" },
    { en: "until", de: "bis" },
    { en: "counts", de: "zählt" },
    { en: "age", de: "Alter" },
    { en: "source", de: "Quelle" },
  ],
};
