// A judged image made of a few words, for tests of advice: facts in, the audit by all benchmarks and today's data out.
import { createHash } from "node:crypto";
import { composeAudit } from "../../main/audit.ts";
import { loadCatalogues } from "../../main/catalogues.ts";
import { chainIds } from "../../main/hardened/chain-id.ts";
import { recommendFor } from "../../main/recommend.ts";
import { CalendarDay } from "../../shared/calendar-day.ts";
import type { Audit } from "../../shared/model/audit.ts";
import { DiffId } from "../../shared/model/digest.ts";
import type { Facts, ImageConfig, Os, Runtime } from "../../shared/model/facts.ts";
import type { ListedImage } from "../../shared/model/image.ts";
import type { Recommendation } from "../../shared/model/move.ts";
import { configWith, factsWith, imageWith } from "./facts.ts";

/** The data and rules of the checkout. */
export const catalogues = await loadCatalogues("assets");

const diffId = (text: string) => DiffId.parse(`sha256:${createHash("sha256").update(text).digest("hex")}`);

export interface ImageWords {
  readonly on?: string;
  readonly os?: Os | null;
  readonly references?: readonly string[];
  readonly runtimes?: readonly Runtime[];
  readonly config?: Partial<ImageConfig>;
  readonly facts?: Partial<Facts>;
  /** Names of a local image that is all but the last of three layers. */
  readonly base?: readonly string[];
  /** Labels of a hardened image; `layers` of three are its own, or none where the chain is wrong. */
  readonly dhi?: {
    readonly name: string;
    readonly version: string;
    readonly layers: 0 | 2 | 3;
    readonly labels?: object;
  };
}

export function osOf(id: string, versionId: string, release: Record<string, string> = {}): Os {
  return {
    id,
    versionId,
    prettyName: `${id} ${versionId}`,
    product: null,
    cycle: null,
    evidence: "/etc/os-release",
    release: { ID: id, VERSION_ID: versionId, ...release },
  };
}

/** A runtime as a file of it says; `parts` replace what stands here. */
export function runtimeOf(product: string, version: string, parts: Partial<Runtime> = {}): Runtime {
  return { product, version, cycle: null, evidence: `/usr/local/bin/${product}`, by: "file", ...parts };
}

/** A Go program by its build info. */
export const goProgram = (version: string): Runtime => runtimeOf("go", version, { evidence: "/app/server" });

function labelsOf({ dhi }: ImageWords, ids: readonly string[]): Record<string, string> {
  if (dhi === undefined) return {};
  const chain = dhi.layers === 0 ? `sha256:${"e".repeat(64)}` : (chainIds(ids)[dhi.layers - 1] ?? "");
  return {
    "com.docker.dhi.name": dhi.name,
    "com.docker.dhi.version": dhi.version,
    "com.docker.dhi.chain-id": chain,
    "com.docker.dhi.entitlement": "public",
    "com.docker.dhi.variant": dhi.version.endsWith("-dev") ? "dev" : "runtime",
    ...dhi.labels,
  };
}

export function judged(words: ImageWords): { readonly audit: Audit; readonly on: CalendarDay } {
  const on = CalendarDay.parse(words.on ?? "2026-11-24");
  const layers = ["a", "b", "c"].map((text) => ({ diffId: diffId(text), size: 1 }));
  const ids = layers.map((layer) => layer.diffId);
  const config = configWith(words.config);
  const facts = factsWith({
    os: words.os ?? null,
    runtimes: [...(words.runtimes ?? [])],
    ...words.facts,
    config: { ...config, labels: { ...config.labels, ...labelsOf(words, ids) } },
  });
  const image = { ...imageWith(layers), references: [...(words.references ?? ["shop/app:1"])] };
  const local: ListedImage[] =
    words.base === undefined
      ? []
      : [
          {
            key: "base",
            id: `sha256:${"b".repeat(64)}`,
            idKind: "config",
            references: [...words.base],
            repoDigests: [],
            platform: "linux/amd64",
            created: null,
            size: 1,
            dangling: false,
            usedBy: { running: 0, stopped: 0 },
            diffIds: ids.slice(0, 2),
          },
        ];
  return { audit: composeAudit({ image, facts }, { ...catalogues, on }, local), on };
}

/** What is recommended for such an image. */
export function recommended(words: ImageWords): Recommendation {
  const { audit, on } = judged(words);
  return recommendFor(audit, { ...catalogues, on });
}
