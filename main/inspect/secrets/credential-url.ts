// Addresses that carry a password before the host: RFC 3986, section 3.2.1. Only the password is taken for the secret.
import { isHarmlessValue } from "./secret-name.ts";
import type { SecretSpan } from "./secret-span.ts";

const address = /\b[a-z][a-z0-9+.-]{1,30}:\/\/([^\s/@:"'<>]{0,200}):([^\s/@"'<>]{1,300})@(?=[\w[.$-])/dgi;
/** A single user part that is itself a token: `https://TOKEN@host`. */
const tokenUser = /\bhttps?:\/\/([A-Za-z0-9_-]{20,255})@(?=[\w[.$-])/dgi;

/** The passwords of addresses such as `postgres://app:PASSWORD@db/x`; variables and placeholders are none. */
export function credentialUrlSpans(text: string): SecretSpan[] {
  const spans: SecretSpan[] = [];
  for (const match of text.matchAll(address)) {
    const [start, end] = match.indices?.[2] ?? [0, 0];
    const password = match[2] ?? "";
    // `oauth2:TOKEN@` and `TOKEN:x-oauth-basic@`: the user part is the secret in the second form.
    if (password === "x-oauth-basic" || password === "x") {
      const [from, to] = match.indices?.[1] ?? [0, 0];
      if (to - from >= 16) spans.push({ start: from, end: to, kind: "token in an address", ground: "pattern" });
      continue;
    }
    if (isHarmlessValue(password, "password") || /^\$/.test(password)) continue;
    spans.push({ start, end, kind: "password in an address", ground: "pattern" });
  }
  for (const match of text.matchAll(tokenUser)) {
    const [start, end] = match.indices?.[1] ?? [0, 0];
    spans.push({ start, end, kind: "token in an address", ground: "pattern" });
  }
  return spans;
}
