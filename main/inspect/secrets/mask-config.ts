// Takes every secret out of an image config before it becomes a fact: what is left is kind, length and place.

import type { EnvEntry, HistoryEntry, ImageConfig, Secret } from "../../../shared/model/facts.ts";
import type { RawConfig } from "../../source/image-source.ts";
import { type PlacedText, splitEnv, walkConfig } from "./config-texts.ts";
import { detectSecrets } from "./detect-value.ts";
import { echoingValues, echoSpans } from "./mask-echoes.ts";
import { isHarmlessValue, kindOfName, secretWordOf } from "./secret-name.ts";
import { joinSpans, previewOf, replaceSpans, type SecretSpan } from "./secret-span.ts";

export interface MaskedConfig {
  readonly config: ImageConfig;
  /** In the order of the raw config; `layer` is for the caller to add. */
  readonly history: HistoryEntry[];
  /** In the order of `walkConfig`: config first, then history by entry. */
  readonly secrets: Secret[];
  /** Found and masked like the others, and not listed: there are too many. */
  readonly moreSecrets: number;
}

/** Secrets of one config that are listed; one can be made of hundreds of thousands. */
const maxListed = 5000;

/**
 * The config and history of an image as facts. Every text passes the detector; what it finds is replaced by kind and
 * length, everything else is kept whole. An environment value that is a secret as a whole becomes null and `masked`. A
 * value that looks like no ordinary word is also masked where it stands a second time. Throws the signal's reason when
 * cancelled.
 */
export async function maskConfig(raw: RawConfig, signal: AbortSignal | null = null): Promise<MaskedConfig> {
  const placed: PlacedText[] = [];
  walkConfig(raw, (text) => {
    placed.push(text);
    return text.text;
  });
  const texts = placed.map(({ text }) => text);
  const detected = await detectSecrets(texts, signal);
  const first = placed.map((text, index) => joinSpans([...(detected[index] ?? []), ...wholeValueSpans(text)]));
  const echoes = echoingValues(texts, first);
  const spans = texts.map((text, index) => joinSpans([...(first[index] ?? []), ...echoSpans(text, echoes)]));

  let next = 0;
  const { history, ...masked } = walkConfig(raw, ({ text }) => replaceSpans(text, spans[next++] ?? []));
  return {
    config: {
      ...masked,
      env: masked.env.map((entry, index) => envEntry(entry, raw.env[index] ?? "")),
      labels: Object.fromEntries(masked.labels.map(({ name, value }) => [name, value])),
      healthcheck: raw.healthcheck === null ? null : { ...raw.healthcheck, test: masked.healthcheck ?? [] },
      origin: raw.origin,
      ...(raw.format === undefined ? {} : { format: raw.format }),
    },
    history: history.map(({ createdBy, comment }, index) => ({
      created: raw.history[index]?.created ?? null,
      createdBy,
      ...(comment === null ? {} : { comment }),
      emptyLayer: raw.history[index]?.emptyLayer ?? false,
    })),
    ...listed(placed, texts, spans, echoes),
  };
}

function listed(
  placed: readonly PlacedText[],
  texts: readonly string[],
  spans: readonly (readonly SecretSpan[])[],
  echoes: ReadonlyMap<string, SecretSpan>,
): Pick<MaskedConfig, "secrets" | "moreSecrets"> {
  const secrets: Secret[] = [];
  let found = 0;
  placed.forEach(({ place, nameAt }, index) => {
    const own = spans[index] ?? [];
    found += own.length;
    if (own.length === 0 || secrets.length >= maxListed) return;
    const name =
      nameAt === undefined ? place.name : replaceSpans(texts[index - nameAt] ?? "", spans[index - nameAt] ?? []);
    for (const span of own.slice(0, maxListed - secrets.length)) {
      secrets.push(secretOf(place, name ?? safeName(span.name, echoes), span));
    }
  });
  return { secrets, moreSecrets: found - secrets.length };
}

/** The name rule over a whole value: a variable or a label whose name says so. */
function wholeValueSpans({ text, namedBy }: PlacedText): SecretSpan[] {
  const word = namedBy === undefined ? null : secretWordOf(namedBy);
  if (namedBy === undefined || word === null || isHarmlessValue(text, word)) return [];
  return [{ start: 0, end: text.length, kind: kindOfName(namedBy), ground: "name" }];
}

function envEntry(entry: { name: string; value: string | null }, raw: string): EnvEntry {
  const before = splitEnv(raw).value;
  if (entry.value === before) return entry;
  const whole = entry.value !== null && /^<secret: [^<>]*>$/.test(entry.value);
  return { name: entry.name, value: whole ? null : entry.value, masked: true };
}

function safeName(name: string | undefined, echoes: ReadonlyMap<string, SecretSpan>): string | undefined {
  if (name === undefined) return undefined;
  return [...echoes.keys()].some((value) => name.includes(value)) ? undefined : name;
}

function secretOf(place: PlacedText["place"], name: string | undefined, span: SecretSpan): Secret {
  return {
    kind: span.kind,
    where: place.where,
    ...(place.path === undefined ? {} : { path: place.path }),
    ...(name === undefined ? {} : { name }),
    preview: previewOf(span.kind, span.end - span.start),
    ground: span.ground,
  };
}
