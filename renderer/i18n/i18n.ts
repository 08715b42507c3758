// The words of the window, both languages bundled: nothing is loaded at run time.
import { createInstance, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "../../shared/model/phrase.ts";
import de from "./de.json" with { type: "json" };
import en from "./en.json" with { type: "json" };

/** A ready instance; React escapes what is shown, so i18next does not. */
export function createWords(language: Language): i18n {
  const words = createInstance();
  void words.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { en: { translation: en }, de: { translation: de } },
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return words;
}
