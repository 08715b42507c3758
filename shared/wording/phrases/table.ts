// The form of a wording table: one sentence a key, in every language.
import type { Language } from "../../model/phrase.ts";

export type PhraseTable = Readonly<Record<string, Readonly<Record<Language, string>>>>;
