// The report's words by language.
import type { Language } from "../../model/phrase.ts";
import { german } from "./de.ts";
import { english, type ReportWords } from "./en.ts";

export const reportWords: Readonly<Record<Language, ReportWords>> = { en: english, de: german };
