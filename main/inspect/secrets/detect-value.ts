// The secret detector for text: own patterns, key blocks, addresses with credentials, secretlint, and the name rule.
import { breathe } from "../in-breaths.ts";
import { credentialUrlSpans } from "./credential-url.ts";
import {
  encodedHeader,
  encodedKeyAt,
  headerReach,
  type KeyBlock,
  keyBlockAt,
  maximumBlock,
  maximumEncoded,
  mayBeginKey,
  pemHeader,
  puttyHeader,
} from "./key-block.ts";
import { namedValueSpans } from "./named-values.ts";
import { joinSpans, replaceSpans, type SecretSpan } from "./secret-span.ts";
import { secretlintSpans } from "./secretlint-spans.ts";
import { tokenPatterns } from "./token-patterns.ts";

/** Stands between texts that are looked at together; no pattern crosses it. */
const seam = "\n\u0001\n";
/** Characters between two turns of the event loop, and how many a text costs however short it is. */
const workInOneBreath = 512 * 1024;
const costOfText = 256;

/**
 * The secrets in each of `texts`, as ordered spans without overlap. All texts go through secretlint in one call, which is
 * what it costs most. Throws the signal's reason when cancelled.
 */
export async function detectSecrets(
  texts: readonly string[],
  signal: AbortSignal | null = null,
): Promise<SecretSpan[][]> {
  const spans: SecretSpan[][] = [];
  let work = 0;
  for (const text of texts) {
    work += text.length + costOfText;
    if (work > workInOneBreath) {
      await breathe(signal);
      work = 0;
    }
    spans.push([...patternSpans(text), ...namedValueSpans(text)]);
  }
  let start = 0;
  const starts = texts.map((text) => {
    const at = start;
    start += text.length + seam.length;
    return at;
  });
  for (const span of await secretlintSpans(texts.join(seam), signal)) {
    const index = lastAtMost(starts, span.start);
    const offset = starts[index] ?? 0;
    if (span.end > offset + (texts[index]?.length ?? 0)) continue;
    spans[index]?.push({ ...span, start: span.start - offset, end: span.end - offset });
  }
  return spans.map(joinSpans);
}

/** One text with its secrets replaced by kind and length, everything else kept whole. */
export async function maskText(text: string): Promise<{ text: string; secrets: readonly SecretSpan[] }> {
  const spans = (await detectSecrets([text]))[0] ?? [];
  return { text: replaceSpans(text, spans), secrets: spans };
}

function patternSpans(text: string): SecretSpan[] {
  const spans: SecretSpan[] = [...keyBlockSpans(text)];
  for (const { kind, pattern } of tokenPatterns) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = match.indices?.[1] ?? match.indices?.[0] ?? [0, 0];
      spans.push({ start, end, kind, ground: "pattern" });
    }
  }
  return [...spans, ...credentialUrlSpans(text)];
}

const keyBeginning = new RegExp(`${pemHeader}|${puttyHeader}|${encodedHeader}`, "g");

function keyBlockSpans(text: string): SecretSpan[] {
  const spans: SecretSpan[] = [];
  let behind = 0;
  for (const { index: at } of text.matchAll(keyBeginning)) {
    if (at < behind) continue;
    const block = keyAt(text, at);
    if (block === null) continue;
    behind = at + block.length;
    spans.push({ start: at, end: behind, kind: block.kind, ground: "pattern" });
  }
  return spans;
}

function keyAt(text: string, at: number): KeyBlock | null {
  if (text.startsWith(encodedHeader, at)) return encodedKeyAt(text.slice(at, at + maximumEncoded));
  return mayBeginKey(text.slice(at, at + headerReach)) ? keyBlockAt(text.slice(at, at + maximumBlock)) : null;
}

/** The index of the last of `ordered` that is at most `value`. */
function lastAtMost(ordered: readonly number[], value: number): number {
  let low = 0;
  let high = ordered.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((ordered[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
