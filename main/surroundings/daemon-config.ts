// daemon.json, bounded and not yet masked. docs: dockerd(8), "--config-file".
import type { Phrase } from "../../shared/model/phrase.ts";
import { type JsonBounds, overBounds } from "../source/json-bounds.ts";
import type { HostReader } from "./host-reader.ts";
import { sentence } from "./limits.ts";

const maxBytes = 1024 * 1024;
const bounds: JsonBounds = { values: 20_000, depth: 32 };

export type DaemonConfig =
  | { readonly kind: "read"; readonly config: Readonly<Record<string, unknown>> }
  | { readonly kind: "absent" }
  | { readonly kind: "unreadable"; readonly why: Phrase };

/** Reads a daemon.json. The parser's words are not passed on: they quote the file, which may hold secrets. */
export async function readDaemonConfig(host: HostReader, path: string): Promise<DaemonConfig> {
  const read = await host.text(path, maxBytes);
  if (!read.ok) return read.state === "absent" ? { kind: "absent" } : { kind: "unreadable", why: read.cause };
  const over = overBounds(Buffer.from(read.value), bounds);
  if (over !== null) return { kind: "unreadable", why: sentence("surroundings.not-json", { path }) };
  try {
    // An empty file is what some packages lay there; dockerd takes it for no settings.
    const value: unknown = read.value.trim() === "" ? {} : JSON.parse(read.value);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return { kind: "read", config: value as Record<string, unknown> };
    }
  } catch {
    // Said below.
  }
  return { kind: "unreadable", why: sentence("surroundings.not-json", { path }) };
}
