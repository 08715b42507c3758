// Signs in an image that paid extended content is in use. Being eligible is no sign (after anchore/syft's feature detection).
// The reader of layers finds them (inspect/system/extended-support.ts); they are data of an image and trusted no further.
import type { External } from "../../shared/model/facts.ts";
import type { Coverage, LifecycleData } from "../../shared/model/lifecycle.ts";
import type { LifecycleFacts } from "../../shared/model/lifecycle-facts.ts";
import { windowOf } from "./offer-windows.ts";

/**
 * The sign that the operating system's extended phase is in use: an installed Ubuntu ESM package, an apt source of ESM, or
 * an ESM service that the Ubuntu Pro client calls enabled; null when none.
 */
export function extendedProof(facts: LifecycleFacts, product: string): string | null {
  if (product !== "ubuntu") return null;
  const esm = facts.packages.find((each) => each.type === "deb" && /[+~]esm\d/.test(each.version));
  if (esm !== undefined) return `ubuntu-esm: package ${esm.name} ${esm.version}`;
  for (const external of facts.external) {
    if (external.kind !== "ubuntu-pro") continue;
    const [sign] = [...textsOf(external, "services"), ...textsOf(external, "sources")].filter(isEsm);
    if (sign !== undefined) return `ubuntu-esm: ${sign} in ${external.source}`;
  }
  return null;
}

/** `esm-infra`, `esm-apps`, and the two archives of ESM; FIPS and real-time kernels are something else. */
function isEsm(text: string): boolean {
  return /^esm-[a-z]+$/.test(text) || /^https?:\/\/esm\.ubuntu\.com(?::\d+)?\/(?:infra|apps)(?:\/|$)/.test(text);
}

/**
 * Extended updates of one minor release of RHEL: an estimate, 24 months reckoned from its release where that day is known
 * (offers.json), else without days. In use where Red Hat's content manifest names EUS content sets; `null` when the image is no RHEL or
 * neither the manifest nor the data speak of its minor release.
 */
export function eusWindow(facts: LifecycleFacts, product: string, data: LifecycleData): Coverage | null {
  if (product !== "rhel") return null;
  const manifest = facts.external.find(namesEus);
  const minor = facts.os?.versionId ?? "";
  const offer = data.offers?.find(({ id }) => id === "redhat-eus");
  const dated = offer?.cycles?.find(({ cycle }) => cycle === minor);
  const phase = `Extended Update Support ${minor}`.trim();
  if (offer !== undefined && dated !== undefined) {
    const window = { ...windowOf(offer, dated.from ?? null, dated.until, dated.estimate === true), phase };
    if (manifest === undefined) return window;
    return { ...window, entitled: true, source: `${offer.source}; rhel-eus: ${manifest.source}` };
  }
  if (manifest === undefined) return null;
  const source = `rhel-eus: ${manifest.source}`;
  const days = { from: null, until: null, entitled: true, estimate: true };
  return { phase, provider: "Red Hat", ...days, source, ...(offer === undefined ? {} : { offer: offer.id }) };
}

function namesEus(external: External): boolean {
  if (external.kind !== "rhel-content-manifest") return false;
  return textsOf(external, "content_sets").some((set) => /(?:baseos|appstream)-eus-/.test(set));
}

/** The texts of a list in an external fact's data, whatever else that holds. */
function textsOf({ data }: External, key: string): string[] {
  if (typeof data !== "object" || data === null || !Object.hasOwn(data, key)) return [];
  const list: unknown = (data as Readonly<Record<string, unknown>>)[key];
  return Array.isArray(list) ? list.filter((each): each is string => typeof each === "string") : [];
}
