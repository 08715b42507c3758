// What an image's config claims about its runtimes: environment variables and the labels of hardened images. Anyone can
// set both, and children inherit them, so they are the weakest evidence.
import type { EnvEntry } from "../../../shared/model/facts.ts";
import type { Candidate } from "./candidate.ts";
import { dhiProducts, envProducts } from "./env-table.ts";

/** One claim a product: the most exact of its variables that is set. Masked values claim nothing. */
export function envCandidates(env: readonly EnvEntry[]): Candidate[] {
  const values = new Map(env.map((entry) => [entry.name, entry.value]));
  const found: Candidate[] = [];
  for (const [product, ...variables] of envProducts) {
    const name = variables.find((variable) => (values.get(variable) ?? "").trim() !== "");
    const version = name === undefined ? null : values.get(name);
    if (name === undefined || typeof version !== "string") continue;
    found.push({ product, version: version.trim().slice(0, 200), evidence: `env ${name}`, by: "env" });
  }
  return found;
}

/** The product line that a Docker Hardened Image declares (labels: docs.docker.com/dhi, `com.docker.dhi.*`). */
export function labelCandidates(labels: Readonly<Record<string, string>>): Candidate[] {
  const name = /^(?:docker\/)?dhi[/-]([a-z0-9][a-z0-9-]{0,80})$/.exec(labels["com.docker.dhi.name"] ?? "")?.[1];
  const label = labels["com.docker.dhi.version"];
  // `3.13.13-debian13`: the version ends where the edition or the distribution begins.
  const version = /^v?\d[\d.]*/.exec(label ?? "")?.[0];
  if (name === undefined || version === undefined || /^(?:static|busybox|bash)$|-base$/.test(name)) return [];
  return [{ product: dhiProducts.get(name) ?? name, version, evidence: "label com.docker.dhi.version", by: "label" }];
}
