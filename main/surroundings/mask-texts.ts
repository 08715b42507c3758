// Takes secrets out of whatever free text an engine or a host hands over, before it becomes a fact: the same detector and
// name rule as for image configs. What stays is kind and length.
import { detectSecrets } from "../inspect/secrets/detect-value.ts";
import { echoingValues, echoSpans } from "../inspect/secrets/mask-echoes.ts";
import { isHarmlessValue, kindOfName, secretWordOf } from "../inspect/secrets/secret-name.ts";
import { joinSpans, replaceSpans, type SecretSpan } from "../inspect/secrets/secret-span.ts";

/** Sees one text; `namedBy` is the name of a variable, label, setting or option whose whole value it is. */
export type See = (text: string, namedBy?: string) => string;

/**
 * Builds something out of untrusted text. `walk` is called twice and must show the same texts in the same order: once to
 * collect them, once to get each back without its secrets. What is a secret in one text is also masked where it stands in
 * another. Throws the signal's reason when cancelled.
 */
export async function masked<T>(walk: (see: See) => T, signal: AbortSignal | null = null): Promise<T> {
  const texts: string[] = [];
  const names: (string | undefined)[] = [];
  walk((text, namedBy) => {
    texts.push(text);
    names.push(namedBy);
    return text;
  });
  const detected = await detectSecrets(texts, signal);
  const first = texts.map((text, index) => joinSpans([...(detected[index] ?? []), ...wholeSpans(text, names[index])]));
  const echoes = echoingValues(texts, first);
  let next = 0;
  return walk((text) => {
    const spans = joinSpans([...(first[next++] ?? []), ...echoSpans(text, echoes)]);
    return spans.length === 0 ? text : replaceSpans(text, spans);
  });
}

/** The arguments of a command; the one behind `--password` is taken for its value. */
export function seeArguments(args: readonly string[], see: See): string[] {
  return args.map((argument, at) => {
    const name = /^--?([A-Za-z][\w-]{2,60})$/.exec(args[at - 1] ?? "")?.[1];
    const isValue = name !== undefined && secretWordOf(name) === "password" && !argument.startsWith("-");
    return isValue ? see(argument, name) : see(argument);
  });
}

/** A name with its value as a pair; both are free text. */
export function seePairs(pairs: Readonly<Record<string, string>>, see: See): Record<string, string> {
  const entries = Object.entries(pairs).map(([name, value]) => [see(name), see(value, name)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** `NAME=value` entries; a value that is a secret as a whole becomes null. */
export function seeEnv(
  entries: readonly string[],
  see: See,
): { name: string; value: string | null; masked?: boolean }[] {
  return entries.map((entry) => {
    const at = entry.indexOf("=");
    if (at < 0) return { name: see(entry), value: null };
    const before = entry.slice(at + 1);
    const name = see(entry.slice(0, at));
    const value = see(before, entry.slice(0, at));
    if (value === before) return { name, value };
    return { name, value: /^<secret: [^<>]*>$/.test(value) ? null : value, masked: true };
  });
}

/** Any JSON with the texts of its members seen, keys and values; a key names the values of its list as well. */
export function seeJson(value: unknown, see: See, key?: string): unknown {
  if (typeof value === "string") return see(value, key);
  if (Array.isArray(value)) return value.map((member) => seeJson(member, see, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [see(name), seeJson(member, see, name)]));
}

function wholeSpans(text: string, namedBy: string | undefined): SecretSpan[] {
  const word = namedBy === undefined ? null : secretWordOf(namedBy);
  if (namedBy === undefined || word === null || isHarmlessValue(text, word)) return [];
  return [{ start: 0, end: text.length, kind: kindOfName(namedBy), ground: "name" }];
}
