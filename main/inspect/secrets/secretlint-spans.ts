// The rules of secretlint's recommended preset, as further spans beside our own patterns. They are run here and not by its
// core: that keeps a record of every step for as long as the process lives and searches all of them at each new one, and
// lets a comment in the text ("secretlint-disable") hide what the rules find.
import { rules } from "@secretlint/secretlint-rule-preset-recommend";
import { breathe } from "../in-breaths.ts";
import { isHarmlessValue } from "./secret-name.ts";
import type { SecretSpan } from "./secret-span.ts";

/** Its expressions are not made for long lines, so text goes in by windows that overlap. */
const windowSize = 64 * 1024;
const overlap = 4 * 1024;
const shortest = 8;

/** Rule names of the preset in words; a rule that is not here is called by its own name. */
const kinds: Readonly<Record<string, string>> = {
  aws: "AWS secret access key",
  gcp: "Google service account key",
  privatekey: "private key",
  npm: "npm token",
  basicauth: "password in an address",
  slack: "Slack token",
  sendgrid: "SendGrid API key",
  shopify: "Shopify token",
  github: "GitHub token",
  gitlab: "GitLab token",
  openai: "OpenAI API key",
  anthropic: "Anthropic API key",
  linear: "Linear API key",
  "1password": "1Password service account token",
  "database-connection-string": "password in an address",
  docker: "Docker access token",
  figma: "Figma token",
  grafana: "Grafana token",
  groq: "Groq API key",
  "hashicorp-vault": "Vault token",
  huggingface: "Hugging Face token",
  notion: "Notion token",
  stripe: "Stripe key",
  vercel: "Vercel token",
};

/** Addresses are taken apart by credential-url.ts, which keeps the host readable and knows variables. */
const ownMatchers = new Set(["basicauth", "database-connection-string", "privatekey"]);

/** The spans that secretlint finds in `text`. Throws the signal's reason when cancelled. */
export async function secretlintSpans(text: string, signal: AbortSignal | null = null): Promise<SecretSpan[]> {
  const spans: SecretSpan[] = [];
  for (let from = 0; from < text.length; from += windowSize - overlap) {
    for (const span of await windowSpans(text.slice(from, from + windowSize), from)) spans.push(span);
    if (from + windowSize >= text.length) break;
    await breathe(signal);
  }
  return spans;
}

type Rule = (typeof rules)[number];
type Context = Parameters<Rule["create"]>[0];
type Source = Parameters<NonNullable<ReturnType<Rule["create"]>["file"]>>[0];

async function windowSpans(content: string, offset: number): Promise<SecretSpan[]> {
  // What scanning rules read of a source: its text, and by its name that it is no format they treat apart.
  const source = { content, filePath: "config.txt", ext: ".txt", contentType: "text", hasBOM: false } as Source;
  const spans: SecretSpan[] = [];
  for (const rule of rules) {
    const name = rule.meta.id.replace(/^.*secretlint-rule-/, "");
    if (rule.meta.type !== "scanner" || ownMatchers.has(name)) continue;
    const kind = kinds[name] ?? `${name} credential`;
    // The same value is reported at each of its places, and each report looks for all of them.
    const values = new Set<string>();
    await rule.create(collecting(values), {}).file?.(source);
    for (const value of values) {
      for (const { start, end } of placesOf(value, content)) {
        spans.push({ start: offset + start, end: offset + end, kind, ground: "pattern" });
      }
    }
  }
  return spans;
}

/** Takes what a rule reports: the values in the data of its messages. Their wording is not needed. */
function collecting(values: Set<string>): Context {
  return {
    sharedOptions: {},
    createTranslator: () => (messageId, data) => ({ message: "", messageId: String(messageId), data: data ?? {} }),
    report({ message: { data } }) {
      for (const value of Object.values(data as object)) if (typeof value === "string") values.add(value);
    },
    ignore() {
      // For filters, which are not run.
    },
  };
}

/**
 * Where a reported value stands. The range of a message is not used: some rules give that of the value within its own
 * match, counted from the start of the text.
 */
function placesOf(value: string, content: string): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  if (value.length < shortest || isHarmlessValue(value, "key")) return places;
  for (let at = content.indexOf(value); at >= 0; at = content.indexOf(value, at + value.length)) {
    places.push({ start: at, end: at + value.length });
  }
  return places;
}
