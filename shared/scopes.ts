// What an audit looks at: images, and what lies around them. Without a schema, for bundles that must stay tiny.
import type { Surrounding } from "./model/surroundings.ts";

export const scopes = ["images", "containers", "engine", "host"] as const;
export type Scope = (typeof scopes)[number];

const surroundingOf: Readonly<Record<Scope, Surrounding | null>> = {
  images: null,
  containers: "container",
  engine: "engine",
  host: "host",
};

/** The surroundings among these scopes, each once, in the order in which they are shown. */
export function surroundingsAmong(wanted: readonly Scope[]): Surrounding[] {
  return scopes.flatMap((scope) => (wanted.includes(scope) ? (surroundingOf[scope] ?? []) : []));
}

/** The scope of this name; null where there is none. */
export function scopeNamed(word: string): Scope | null {
  return scopes.find((scope) => scope === word) ?? null;
}
