// Takes secrets out of a settings file that is kept as a whole, before it is kept: users and passwords in addresses, values
// of options whose name says so, and whatever the detector finds. All else stays as it was, line by line.
import { detectSecrets } from "./detect-value.ts";
import { isHarmlessValue, secretWordOf } from "./secret-name.ts";
import { joinSpans, type SecretSpan } from "./secret-span.ts";

const stars = "***";
/** The part of an address before the host: RFC 3986, section 3.2.1. */
const userInfo = /(:\/\/)[^/@\s"'<>]{1,2000}@/g;
/** `name = value`, `name: value` and apt.conf's `A::B "value";`, with the value to the end of the line. */
const option = /^[ \t]*([A-Za-z_][\w.:-]{0,200}?)(?:[ \t]*(?:=|(?<!:):(?!:))[ \t]*|[ \t]+(?="))"?([^\r\n"]{1,4000})/dgm;
/** crypt(5): a password's hash. */
const hash = /\$(?:1|2[abxy]?|5|6|7|y|gy|sha1)\$[^\s:"']{8,500}/dg;

/** The text with `***` in the place of every secret. */
export async function maskSettings(text: string): Promise<string> {
  const plain = text.replace(userInfo, `$1${stars}@`);
  const [detected = []] = await detectSecrets([plain]);
  let masked = "";
  let at = 0;
  for (const { start, end } of joinSpans([...detected, ...optionSpans(plain), ...hashSpans(plain)])) {
    masked += plain.slice(at, start) + stars;
    at = end;
  }
  return masked + plain.slice(at);
}

function optionSpans(text: string): SecretSpan[] {
  return [...text.matchAll(option)].flatMap(({ 1: name = "", 2: value = "", indices }) => {
    const word = secretWordOf(name);
    const [start, end] = indices?.[2] ?? [0, 0];
    if (word !== "password" || isHarmlessValue(value, word)) return [];
    return [{ start, end, kind: "password", ground: "name" as const }];
  });
}

function hashSpans(text: string): SecretSpan[] {
  return [...text.matchAll(hash)].map(({ indices }) => {
    const [start, end] = indices?.[0] ?? [0, 0];
    return { start, end, kind: "password hash", ground: "pattern" as const };
  });
}
