// What `plimsoll recommend` prints as text: what the image is, its moves best first, and what is not known.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { LookFor, Move, Recommendation, SupportChange } from "../../shared/model/move.ts";
import type { Language } from "../../shared/model/phrase.ts";
import { plainText } from "../../shared/plain-text.ts";
import { effortWords, moveKindWords, moveWords, tierWords } from "../../shared/wording/moves.ts";
import { say } from "../../shared/wording/say.ts";

/** The whole text, one trailing newline. */
export function recommendationText(answer: Recommendation, language: Language): string {
  const { image, now, moves, lookFor, phrases, data } = answer;
  const word = (key: keyof typeof moveWords) => moveWords[key][language];
  const supported = now.supportedUntil;
  const until = supported === null ? word("unknown") : `${supported.date} (${plainText(supported.component, 80)})`;
  const lines = [
    plainText(image.reference, 200),
    `  ${word("now")}: ${say(now.thing.phrase, language)}`,
    `  ${word("supported")}: ${until}; ${word("fails")}: ${now.fails}`,
    "",
    ...(moves.length === 0 ? [word("noMove")] : moves.flatMap((move, at) => moveLines(move, at + 1, language))),
  ];
  if (moves.length === 0) lines.push(...phrases.map((each) => `  ${say(each, language)}`));
  if (lookFor.length > 0) lines.push("", word("lookFor"), ...lookFor.flatMap((one) => lookLines(one, language)));
  if (moves.length > 0 && phrases.length > 0) {
    lines.push("", word("known"), ...phrases.map((each) => `  ${say(each, language)}`));
  }
  const { hardened, lifecycle } = data;
  lines.push("", `${word("data")}: ${hardened.source} ${hardened.date}, ${lifecycle.source} ${lifecycle.date}`);
  return `${lines.join("\n")}\n`;
}

function moveLines(move: Move, number: number, language: Language): string[] {
  const list = (ids: readonly string[]) => (ids.length === 0 ? moveWords.none[language] : ids.join(", "));
  const price = [tierWords[move.tier][language], move.licence, effortWords[move.effort][language]].join(", ");
  return [
    `${number}. ${move.to}  (${moveKindWords[move.kind][language]})`,
    `   ${price}`,
    `   ${moveWords.supported[language]}: ${changeText(move.supportedUntil, language)}`,
    `   ${moveWords.gains[language]}: ${list(move.gains)}`,
    `   ${moveWords.losses[language]}: ${list(move.losses)}`,
    ...move.phrases.map((each) => `   - ${say(each, language)}`),
  ];
}

function lookLines({ label, phrases, supportedUntil }: LookFor, language: Language): string[] {
  return [
    `  ${plainText(label, 80)}  ${moveWords.supported[language]}: ${changeText(supportedUntil, language)}`,
    ...phrases.map((each) => `   - ${say(each, language)}`),
  ];
}

function changeText({ before, after, estimate }: SupportChange, language: Language): string {
  const said = (day: CalendarDay | null) => day ?? moveWords.unknown[language];
  const atMost = estimate === true ? `${moveWords.atMost[language]} ` : "";
  return `${said(before)} -> ${atMost}${said(after)}`;
}
