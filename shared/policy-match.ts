// Whether something stands on one of the lists of a policy (shared/model/policy.ts). Patterns know `*` for any part of one
// name and `**` for any folders; they are matched in time in proportion to text and pattern, without regular expressions.
import { normaliseReference } from "./reference.ts";

/** An absolute path against patterns: `/usr/bin/su`, `/opt/app/*`, `/srv/**`. */
export function isAllowedPath(path: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matchesParts(path.split("/"), pattern.split("/")));
}

/** A name, such as of a package or an account, against patterns with `*`. */
export function isAllowedName(name: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matchesName(name, pattern));
}

/** A port as an image exposes it (`443/tcp`; without protocol it is tcp) against `443`, `443/udp`, `8000-8100/tcp`. */
export function isAllowedPort(port: string, allowed: readonly string[]): boolean {
  const asked = portRange(port);
  if (asked === null) return false;
  return allowed.some((entry) => {
    const range = portRange(entry);
    if (range === null || range.from > asked.from || range.to < asked.to) return false;
    return !entry.includes("/") || range.protocol === asked.protocol;
  });
}

/** A reference against registries or repositories it may come from: prefixes of its full name that end at a `/`, `:` or `@`. */
export function isApprovedReference(reference: string, approved: readonly string[]): boolean {
  const full = normaliseReference(reference);
  return approved.some((prefix) => {
    if (!full.startsWith(prefix)) return false;
    const next = full.charAt(prefix.length);
    // Behind a host alone a colon begins a port, which is another registry.
    return prefix.endsWith("/") || next === "/" || next === "" || (prefix.includes("/") && /[:@]/.test(next));
  });
}

/** A port or a range of them, with its protocol; null where it is none. */
export function portRange(text: string): { from: number; to: number; protocol: string } | null {
  const [numbers = "", protocol = "tcp"] = text.split("/");
  const [from = "", to = from] = numbers.split("-");
  if (!/^\d{1,5}$/.test(from) || !/^\d{1,5}$/.test(to)) return null;
  return { from: Number(from), to: Number(to), protocol: protocol.toLowerCase() };
}

function matchesParts(parts: readonly string[], patterns: readonly string[]): boolean {
  return greedy(parts, patterns, "**", (part, pattern) => matchesName(part, pattern));
}

function matchesName(name: string, pattern: string): boolean {
  return greedy([...name], [...pattern], "*", (letter, other) => letter === other);
}

/** The usual matching with one wildcard for any run: where it fails it goes back to the last wildcard alone. */
function greedy(
  text: readonly string[],
  pattern: readonly string[],
  wildcard: string,
  fits: (one: string, other: string) => boolean,
): boolean {
  let at = 0;
  let place = 0;
  let star: { place: number; at: number } | null = null;
  while (at < text.length) {
    const wanted = pattern[place];
    if (wanted === wildcard) {
      star = { place: place + 1, at };
      place += 1;
    } else if (wanted !== undefined && fits(text[at] ?? "", wanted)) {
      at += 1;
      place += 1;
    } else if (star !== null) {
      star = { place: star.place, at: star.at + 1 };
      at = star.at;
      place = star.place;
    } else return false;
  }
  return pattern.slice(place).every((rest) => rest === wildcard);
}
