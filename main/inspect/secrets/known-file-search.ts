// Searches a file of a known name: its format is read, and everything that the detector knows is looked for besides.
import type { NamedSecret } from "./credential-lines.ts";
import { detectSecrets } from "./detect-value.ts";
import type { FoundSecret } from "./found-secret.ts";
import type { KnownFile } from "./known-files.ts";
import { previewOf, type SecretSpan } from "./secret-span.ts";

const mostSecrets = 100;

interface Hit extends NamedSecret {
  readonly ground: FoundSecret["ground"];
}

export interface KnownFileResult {
  readonly secrets: readonly FoundSecret[];
  /** Whether the content had the format that the name promises. */
  readonly isParsed: boolean;
}

/** The secrets of a file of a known name, by its whole content. */
export async function searchKnownFile(file: KnownFile, content: Buffer): Promise<KnownFileResult> {
  const text = textOf(content);
  const [spans = []] = await detectSecrets([text]);
  const hits: Hit[] = [];
  const parsed = file.parse.map((parse) => parse(text));
  for (const secret of parsed.flatMap((secrets) => secrets ?? [])) {
    if (!hits.some(({ value }) => value === secret.value)) hits.push({ ...secret, ground: "name" });
  }
  for (const span of spans) {
    if (span.ground === "name" && !file.isCommands) continue;
    addSpan(hits, text.slice(span.start, span.end), span);
  }
  const values = hits.map(({ value }) => value);
  const secrets = hits.slice(0, mostSecrets).map(({ name, value, kind, ground }): FoundSecret => {
    // A name may itself hold what another place gave away.
    const isSafe = name !== "" && name.length <= 200 && !values.some((each) => each.length >= 6 && name.includes(each));
    return { kind, preview: previewOf(kind, value.length), ground, ...(isSafe ? { name } : {}) };
  });
  const isParsed = text.trim() === "" || parsed.length === 0 || parsed.some((secrets) => secrets !== null);
  return { secrets, isParsed };
}

/** A value that was read by its name and has the form of a secret as well is one secret, not two. */
function addSpan(hits: Hit[], value: string, span: SecretSpan): void {
  const same = hits.findIndex((hit) => hit.value.includes(value) || value.includes(hit.value));
  const hit = hits[same];
  if (hit === undefined) hits.push({ name: span.name ?? "", value, kind: span.kind, ground: span.ground });
  else if (hit.ground === "name" && span.ground === "pattern")
    hits[same] = { ...hit, kind: span.kind, ground: "pattern" };
}

/** Text in UTF-8, or in UTF-16 where a byte order mark says so (what PowerShell writes). */
function textOf(content: Buffer): string {
  if (content[0] === 0xff && content[1] === 0xfe) return content.toString("utf16le", 2);
  if (content[0] === 0xfe && content[1] === 0xff) {
    const even = Buffer.from(content.subarray(2, content.length - (content.length % 2)));
    return even.swap16().toString("utf16le");
  }
  return content.toString("utf8");
}
