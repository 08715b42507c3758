// The language in view, as the wording tables of shared/ name it.
import { useTranslation } from "react-i18next";
import type { Language } from "../../shared/model/phrase.ts";

export function useLanguage(): Language {
  return useTranslation().i18n.language === "de" ? "de" : "en";
}
