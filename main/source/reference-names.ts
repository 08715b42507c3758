// Names of images as archives write them, in the short form that docker shows. Rules: distribution/reference "familiar";
// annotations: OCI "org.opencontainers.image.ref.name" and containerd's "io.containerd.image.name".
import { compareText } from "../../shared/compare-text.ts";
import { plainText } from "../../shared/plain-text.ts";
import { normaliseReference } from "../../shared/reference.ts";

/** `docker.io/library/debian:12` -> `debian:12`. */
export function familiarName(reference: string): string {
  return reference.replace(/^(?:index\.)?docker\.io\//, "").replace(/^library\//, "");
}

/** The full name where the writer gave one, else the bare `ref.name` as it stands; null when there is neither. */
export function annotatedName(annotations: Readonly<Record<string, string>> | null | undefined): string | null {
  const full = annotations?.["io.containerd.image.name"];
  if (full) return full;
  return annotations?.["org.opencontainers.image.ref.name"] || null;
}

/** Names made familiar and harmless, each once, in alphabetical order. */
export function tidyReferences(names: readonly string[]): string[] {
  const byMeaning = new Map<string, string>();
  for (const name of names) {
    const familiar = plainText(familiarName(name), 512);
    const meaning = normaliseReference(familiar);
    if (!byMeaning.has(meaning)) byMeaning.set(meaning, familiar);
  }
  return [...byMeaning.values()].sort(compareText);
}
