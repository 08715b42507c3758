// `--lang en|de`: the language of what is printed for people.
import { Option } from "commander";
import { languages } from "../../shared/model/languages.ts";

export function languageOption(): Option {
  return new Option("--lang <language>", "language of what is printed").choices(languages);
}
