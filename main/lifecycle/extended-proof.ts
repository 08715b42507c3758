// Signs in an image that paid extended content is in use. Being eligible is no sign (after anchore/syft's feature detection).
import type { External } from "../../shared/model/facts.ts";
import type { Coverage } from "../../shared/model/lifecycle.ts";
import type { LifecycleFacts } from "../../shared/model/lifecycle-facts.ts";

/** The sign that the operating system's extended phase is in use: an installed Ubuntu ESM package; null when none. */
export function extendedProof(facts: LifecycleFacts, product: string): string | null {
  if (product !== "ubuntu") return null;
  const esm = facts.packages.find((each) => each.type === "deb" && /[+~]esm\d/.test(each.version));
  return esm === undefined ? null : `ubuntu-esm: package ${esm.name} ${esm.version}`;
}

/**
 * Red Hat's content manifest names EUS content sets: support of one minor release for 24 months. The source has no dates
 * of minors, so the window is an estimate and never counted. Fed by facts `external` of the kind `rhel-content-manifest`.
 */
export function eusWindow(facts: LifecycleFacts, product: string): Coverage | null {
  if (product !== "rhel") return null;
  const manifest = facts.external.find(namesEus);
  if (manifest === undefined) return null;
  const source = `rhel-eus: ${manifest.source}`;
  const minor = facts.os?.versionId ?? "";
  return {
    phase: `Extended Update Support ${minor}`.trim(),
    provider: "Red Hat",
    from: null,
    until: null,
    entitled: true,
    source,
    estimate: true,
  };
}

function namesEus(external: External): boolean {
  if (external.kind !== "rhel-content-manifest") return false;
  const data = external.data as { content_sets?: unknown } | null;
  const sets = typeof data === "object" && data !== null ? data.content_sets : undefined;
  return Array.isArray(sets) && sets.some((set) => typeof set === "string" && /(?:baseos|appstream)-eus-/.test(set));
}
