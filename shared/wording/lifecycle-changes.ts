// A change of the lifecycle data as a sentence: "Debian 12: Debian LTS moved from 2028-06-30 to 2028-12-31".
import { assertNever } from "../model/failure.ts";
import type { LifecycleChange, MovedDate } from "../model/lifecycle-change.ts";
import type { Language, Phrase } from "../model/phrase.ts";

type Words = Readonly<Record<Language, string>>;

/** Names of the dates where the product has none of its own. */
const names: Readonly<Record<MovedDate, Words>> = {
  release: { en: "release day", de: "Erscheinungstag" },
  eoas: { en: "active support", de: "aktiver Support" },
  eol: { en: "security support", de: "Sicherheits-Support" },
  eoes: { en: "extended support", de: "erweiterter Support" },
};

const open: Words = { en: "open", de: "offen" };
const over: Words = { en: "over", de: "beendet" };
const unsaid: Words = { en: "not stated", de: "nicht genannt" };

/** The change as a phrase of the table `data.` */
export function changePhrase(change: LifecycleChange): Phrase {
  const { label, product } = change;
  switch (change.kind) {
    case "date-moved": {
      const { cycle, from, to, phase, date } = change;
      const key = from === null ? "data.stated" : to === null ? "data.unstated" : "data.moved";
      const what = phase === undefined ? names[date] : { en: phase, de: phase };
      return {
        key,
        params: { label, cycle, ...both("what", what), ...both("from", said(from)), ...both("to", said(to)) },
      };
    }
    case "new-cycle": {
      const { cycle, eol } = change;
      return { key: "data.new-cycle", params: { label, cycle, ...both("what", names.eol), ...both("to", said(eol)) } };
    }
    case "gone-cycle":
      return { key: "data.gone-cycle", params: { label, cycle: change.cycle } };
    case "new-product":
      return { key: "data.new-product", params: { label, count: change.cycles } };
    case "gone-product":
      return { key: "data.gone-product", params: { label } };
    case "renamed-product":
      return { key: "data.renamed-product", params: { label, formerly: change.formerly, product } };
    default:
      return assertNever(change);
  }
}

function said(date: string | boolean | null): Words {
  if (date === null) return unsaid;
  if (typeof date === "string") return { en: date, de: date };
  return date ? over : open;
}

function both(name: string, { en, de }: Words): Record<string, string> {
  return { [`${name}.en`]: en, [`${name}.de`]: de };
}
