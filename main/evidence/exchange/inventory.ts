// What an image is made of, gathered once for every format of SBOM: packages with the places they were found at, programs
// that no package brought, the system, and what was not read. In one order, so that the same facts are the same bytes.
import { createHash } from "node:crypto";
import { compareText } from "../../../shared/compare-text.ts";
import type { Audit, AuditRun } from "../../../shared/model/audit.ts";
import type { Facts, Limit, Package, Runtime } from "../../../shared/model/facts.ts";
import type { Completeness } from "../../../shared/model/sbom.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { purlOf } from "./package-purl.ts";

export interface Place {
  /** The database or manifest, absolute inside the image; words of where it was seen for what has no path. */
  readonly path: string;
  readonly layer: number | null;
}

export interface InventoryItem {
  /** Names it within one SBOM; letters, digits and dashes. */
  readonly ref: string;
  readonly kind: "package" | "program";
  readonly type: Package["type"] | null;
  readonly name: string;
  readonly version: string;
  readonly purl: string | null;
  readonly arch: string;
  readonly source?: NonNullable<Package["source"]>;
  readonly places: readonly Place[];
}

export interface Inventory {
  readonly audit: Audit;
  readonly tool: AuditRun["tool"];
  /** When the audit began, RFC 3339 in whole seconds of UTC. */
  readonly created: string;
  readonly items: readonly InventoryItem[];
  /** What was not read of packages, programs and system, and why; in order. */
  readonly notRead: readonly string[];
  /** Never `complete`: what no database lists, such as a library compiled into a program, is not seen. */
  readonly completeness: Exclude<Completeness, "complete">;
}

/** What an SBOM rests on; a limit on another fact takes nothing from the list. */
const restsOn: readonly Limit["fact"][] = ["os", "packages", "runtimes"];

/** The inventory of one audit. `incomplete` as soon as something that lists packages or programs was not read. */
export function inventoryOf(audit: Audit, run: Pick<AuditRun, "tool" | "startedAt">): Inventory {
  const { facts } = audit;
  const limits = facts.limits.filter(({ fact }) => restsOn.includes(fact));
  return {
    audit,
    tool: run.tool,
    created: new Date(run.startedAt).toISOString().replace(/\.\d{3}Z$/, "Z"),
    items: [...packagesOf(facts), ...programsOf(facts.runtimes)],
    notRead: [...new Set(limits.map(sentenceOf))].sort(compareText),
    completeness: limits.length > 0 ? "incomplete" : "unknown",
  };
}

function sentenceOf({ fact, where, reason }: Limit): string {
  return `${fact}, ${plainText(where)}: ${plainText(reason)}`;
}

function packagesOf({ packages, os }: Facts): InventoryItem[] {
  const groups = new Map<string, Package[]>();
  for (const each of packages) {
    const { type, name, version, arch, source } = each;
    const key = [type, name, version, arch, source?.name ?? "", source?.version ?? ""].join("\0");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([key, group]) => {
      const [first] = group;
      if (first === undefined) return [];
      const { type, name, version, arch, source } = first;
      const from = source === undefined ? {} : { source };
      const places = group.map(({ path, layer }) => ({ path, layer })).sort((a, b) => compareText(a.path, b.path));
      const ref = `${type}-${fingerprint(key)}`;
      return [{ ref, kind: "package" as const, type, name, version, purl: purlOf(first, os), arch, ...from, places }];
    });
}

/** Programs that a package brought stand there already. */
function programsOf(runtimes: readonly Runtime[]): InventoryItem[] {
  return runtimes
    .filter(({ by, distroPackaged }) => by !== "package" && distroPackaged !== true)
    .map(({ product, version, evidence, layer }) => ({
      ref: `program-${fingerprint([product, version, evidence].join("\0"))}`,
      kind: "program" as const,
      type: null,
      name: product,
      version,
      purl: null,
      arch: "",
      places: [{ path: evidence, layer: layer ?? null }],
    }))
    .sort((a, b) => compareText(`${a.name}\0${a.version}\0${a.ref}`, `${b.name}\0${b.version}\0${b.ref}`))
    .filter(({ ref }, at, all) => all[at - 1]?.ref !== ref);
}

function fingerprint(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex").slice(0, 20);
}

/** In which layers the places lie, lowest first. */
export function layersOf(places: readonly Place[]): number[] {
  return [...new Set(places.flatMap(({ layer }) => (layer === null ? [] : [layer])))].sort((a, b) => a - b);
}
