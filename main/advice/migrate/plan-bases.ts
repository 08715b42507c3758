// Which hardened image each stage gets, and why one keeps what it has. A stage that runs commands, or on which one is
// built that does, needs the dev image. Rules: docs.docker.com/dhi/migration/, the checklist.

import type { HardenedCatalogue } from "../../../shared/model/hardened-catalogue.ts";
import type { Phrase } from "../../../shared/model/phrase.ts";
import { splitTag } from "../../../shared/reference.ts";
import { phrase } from "../../../shared/wording/say.ts";
import { type DhiProductName, type DhiTag, dhiProductFor, dhiTagFor } from "../dhi-names.ts";
import type { DockerfileText, Stage } from "./read-dockerfile.ts";

export interface Base {
  readonly stage: Stage;
  /** As the stage names it, build arguments filled in where they have defaults. */
  readonly from: string;
  /** null = the stage keeps its base, for the reason in `why`. */
  readonly move: { readonly name: DhiProductName; readonly tag: DhiTag } | null;
  readonly why: Phrase;
  /** The base is one already; there is nothing to say on stderr. */
  readonly hardened: boolean;
}

/** The bases of all stages that are not built on another stage, in the order of the file. */
export function planBases({ stages }: DockerfileText, catalogue: HardenedCatalogue): Base[] {
  const last = stages.length - 1;
  return stages.filter(({ parent }) => parent === null).map((stage) => baseOf(stage, stage.index === last, catalogue));
}

function baseOf(stage: Stage, isLast: boolean, catalogue: HardenedCatalogue): Base {
  const { resolved } = stage;
  const kept = (key: string, params?: Phrase["params"], hardened = false): Base => ({
    stage,
    from: resolved ?? stage.image,
    move: null,
    why: phrase(key, params),
    hardened,
  });
  if (resolved === null) return kept("migration.base-argument", { image: stage.image });
  const [named = "", digest] = resolved.split("@", 2);
  const { repository, tag } = splitTag(named);
  if (/^dhi\.io\//.test(repository)) return kept("migration.base-hardened", { image: resolved }, true);
  if (repository === "scratch" && !isLast) return kept("migration.base-scratch-between", undefined, true);
  const name = dhiProductFor(repository);
  if (name === null) return kept("migration.base-unknown", { image: resolved });
  const dhi = dhiTagFor(name.product, tag, catalogue, name.edition);
  if (dhi === null) return kept(...noLine(name.product, tag ?? "latest", resolved, catalogue));
  const to = `dhi.io/${name.product}`;
  const why =
    name.inferred === true
      ? phrase("migration.base-inferred", { image: resolved, to })
      : phrase("migration.base-known", { image: resolved, to, line: dhi.line });
  return {
    stage,
    from: digest === undefined ? resolved : `${named}@${digest}`,
    move: { name, tag: dhi },
    why,
    hardened: false,
  };
}

/** The product is there, the line is not: gone with its support, or a word of the tag that nothing is known of. */
function noLine(
  product: string,
  tag: string,
  image: string,
  catalogue: HardenedCatalogue,
): [key: string, params: Phrase["params"]] {
  const held = catalogue.products.find((one) => one.product === product);
  const version = /^v?(\d+(?:\.\d+)*)/.exec(tag)?.[1];
  const gone = held?.removedAtEol?.find((line) => version === line.version || version?.startsWith(`${line.version}.`));
  if (gone !== undefined) return ["migration.base-gone", { image, line: gone.version, removed: gone.removed }];
  const lines = [...new Set(held?.versions.map((line) => line.version) ?? [])].slice(0, 12).join(", ");
  return ["migration.base-no-line", { image, to: `dhi.io/${product}`, lines }];
}

/** What is worth knowing about a swapped base besides its name; null where nothing is. */
export function checkOfBase({ from, move }: Base): Phrase | undefined {
  if (move === null) return undefined;
  const { family, moved, pinned } = move.tag.why;
  const { line } = move.tag;
  if (family !== null) return phrase("migration.check-family", { from: family.from, to: family.to });
  if (from.includes("@")) return phrase("migration.check-digest");
  if (pinned && move.name.product !== "static") return phrase("migration.check-latest", { line });
  if (moved !== null) return phrase("migration.check-moved", { version: moved, line });
  return move.name.inferred === true ? phrase("migration.check-inferred") : undefined;
}
