// What `plimsoll data` prints for people.
import type { DataOutcome, DataStatus, LifecycleState } from "../../shared/model/data-status.ts";
import { oldDataDays } from "../../shared/model/data-status.ts";
import type { LifecycleChange } from "../../shared/model/lifecycle-change.ts";
import type { Language } from "../../shared/model/phrase.ts";
import { plainText } from "../../shared/plain-text.ts";
import { sayFailure } from "../../shared/wording/failure.ts";
import { changePhrase } from "../../shared/wording/lifecycle-changes.ts";
import { say } from "../../shared/wording/say.ts";
import { textTable } from "./table.ts";

/** Changes listed on a terminal; `--format json` has all that are kept. */
const mostLines = 60;

export function statusText(status: DataStatus, language: Language): string {
  const { embedded, refreshed, hardened, rules, used, lastTry, own, changes, notes } = status;
  const t = (name: keyof typeof words): string => words[name][language];
  const state = ({ source, date, ageDays, digest }: Pick<LifecycleState, "source" | "date" | "ageDays" | "digest">) => [
    plainText(source, 60),
    date,
    ageText(ageDays, language),
    digest.slice(0, 19),
  ];
  const size = ({ products, cycles }: LifecycleState) => `${products} ${t("products")}, ${cycles} ${t("cycles")}`;
  const inUse = (which: DataStatus["used"]) => (which === used ? `, ${t("inUse")}` : "");
  const rows = [
    [t("lifecycle"), ...state(embedded), `${t("embedded")}, ${size(embedded)}${inUse("embedded")}`],
    ...(refreshed === null
      ? []
      : [
          [
            t("lifecycle"),
            ...state(refreshed),
            `${t(refreshed.origin)} ${plainText(refreshed.from, 120)}, ${size(refreshed)}${inUse("refreshed")}` +
              (refreshed.etag === undefined ? "" : `, ETag ${plainText(refreshed.etag, 60)}`),
          ],
        ]),
    [t("hardened"), ...state(hardened), `${hardened.products} ${t("products")}`],
    ...rules.map(({ benchmark, edition, version, digest, date }) => [
      `${t("rules")} ${benchmark}`,
      plainText(edition, 40),
      date ?? "–",
      "–",
      digest.slice(0, 19),
      version,
    ]),
  ];
  const lines = [textTable([t("data"), t("source"), t("day"), t("age"), "sha256", t("detail")], rows)];
  if (own === null) lines.push(`${t("own")}: ${t("none")}\n`);
  else if ("failure" in own) lines.push(`${t("own")}: ${sayFailure(own.failure, language)}\n`);
  else {
    const said = `${own.products} ${t("products")}, ${own.dates} ${t("dates")}, ${own.digest.slice(0, 19)}`;
    lines.push(`${t("own")}: ${plainText(own.file, 300)} (${said})\n`);
    lines.push(...own.notes.map((note) => `  ${say(note, language)}\n`));
  }
  if (lastTry === null) lines.push(`${t("lastTry")}: ${t("never")}\n`);
  else {
    const { at, address, what, failures, notBefore } = lastTry;
    const again =
      failures === 0 ? "" : ` (${failures} ${t("failures")}, ${t("notBefore")} ${seconds(notBefore ?? at)})`;
    lines.push(`${t("lastTry")}: ${seconds(at)}, ${plainText(address, 200)}: ${say(what, language)}${again}\n`);
  }
  if (used === "embedded" ? embedded.ageDays > oldDataDays : (refreshed?.ageDays ?? 0) > oldDataDays) {
    lines.push(`${t("old")}\n`);
  }
  lines.push(...notes.map((note) => `${say(note, language)}\n`));
  if (changes.total > 0) lines.push(`\n${t("changed")}\n`, changesText(changes, language));
  return lines.join("");
}

/** What asks in spite of a pause of our own. */
export function forceHint(language: Language): string {
  return `${words.force[language]}\n`;
}

export function outcomeText({ outcome, what, source, date, changes }: DataOutcome, language: Language): string {
  const hint = outcome === "recent" ? forceHint(language) : "";
  const head = `${plainText(source, 60)} ${date}: ${say(what, language)}\n${hint}`;
  if (changes.total > 0) return `${head}\n${changesText(changes, language)}`;
  return head;
}

function changesText({ total, list }: DataOutcome["changes"], language: Language): string {
  const lines = list.slice(0, mostLines).map((change: LifecycleChange) => `  ${say(changePhrase(change), language)}\n`);
  const rest = total - lines.length;
  if (rest > 0) lines.push(`  ${words.more[language].replace("{count}", String(rest))}\n`);
  return lines.join("");
}

function ageText(days: number, language: Language): string {
  return days === 1 ? words.oneDay[language] : `${days} ${words.days[language]}`;
}

function seconds(instant: string): string {
  return plainText(instant, 40).replace(/\.\d+Z$/, "Z");
}

const words = {
  data: { en: "data", de: "Daten" },
  source: { en: "source", de: "Quelle" },
  day: { en: "day", de: "Tag" },
  age: { en: "age", de: "Alter" },
  detail: { en: "detail", de: "Näheres" },
  lifecycle: { en: "lifecycles", de: "Lebenszyklen" },
  hardened: { en: "hardened images", de: "gehärtete Images" },
  rules: { en: "rules", de: "Regeln" },
  embedded: { en: "ships with this version", de: "mitgeliefert" },
  refresh: { en: "from", de: "von" },
  import: { en: "imported from", de: "importiert aus" },
  inUse: { en: "in use", de: "in Gebrauch" },
  products: { en: "products", de: "Produkte" },
  cycles: { en: "cycles", de: "Zyklen" },
  dates: { en: "single dates", de: "einzelne Daten" },
  own: { en: "own dates", de: "eigene Daten" },
  none: { en: "none", de: "keine" },
  lastTry: { en: "last look at the source", de: "zuletzt bei der Quelle nachgesehen" },
  never: { en: "never; plimsoll data refresh asks it", de: "nie; plimsoll data refresh fragt sie" },
  failures: { en: "failed in a row", de: "Fehlschläge in Folge" },
  notBefore: { en: "not again before", de: "nicht wieder vor" },
  old: {
    en: `The dates in use are older than ${oldDataDays} days: newer releases and moved ends are missing.`,
    de: `Die benutzten Daten sind älter als ${oldDataDays} Tage: Neuere Versionen und verschobene Enden fehlen.`,
  },
  changed: { en: "What the newer data changed", de: "Was die neueren Daten geändert haben" },
  more: { en: "and {count} more; --format json lists them", de: "und {count} weitere; --format json führt sie auf" },
  force: { en: "plimsoll data refresh --force asks all the same", de: "plimsoll data refresh --force fragt trotzdem" },
  oneDay: { en: "1 day", de: "1 Tag" },
  days: { en: "days", de: "Tage" },
} as const satisfies Record<string, Record<Language, string>>;
