// The rules of secretlint's recommended preset, as further spans beside our own patterns.
import { lintSource } from "@secretlint/core";
import { creator } from "@secretlint/secretlint-rule-preset-recommend";
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

/** The spans that secretlint finds in `text`. */
export async function secretlintSpans(text: string): Promise<SecretSpan[]> {
  const spans: SecretSpan[] = [];
  for (let from = 0; from < text.length; from += windowSize - overlap) {
    spans.push(...(await windowSpans(text.slice(from, from + windowSize), from)));
    if (from + windowSize >= text.length) break;
  }
  return spans;
}

async function windowSpans(content: string, offset: number): Promise<SecretSpan[]> {
  const result = await lintSource({
    source: { content, filePath: "config.txt", ext: ".txt", contentType: "text" },
    options: {
      noPhysicFilePath: true,
      config: { rules: [{ id: "@secretlint/secretlint-rule-preset-recommend", rule: creator }] },
    },
  });
  return result.messages.flatMap((message) => {
    const rule = message.ruleId.replace(/^.*secretlint-rule-/, "");
    if (ownMatchers.has(rule)) return [];
    const kind = kinds[rule] ?? `${rule} credential`;
    return placesOf(message.data ?? {}, content).map(
      ({ start, end }): SecretSpan => ({ start: offset + start, end: offset + end, kind, ground: "pattern" }),
    );
  });
}

/**
 * Where the reported values stand. The range of a message is not used: some rules give that of the value within its own
 * match, counted from the start of the text.
 */
function placesOf(data: object, content: string): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  for (const value of Object.values(data)) {
    if (typeof value !== "string" || value.length < shortest || isHarmlessValue(value, "key")) continue;
    for (let at = content.indexOf(value); at >= 0; at = content.indexOf(value, at + value.length)) {
      places.push({ start: at, end: at + value.length });
    }
  }
  return places;
}
