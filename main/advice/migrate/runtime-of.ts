// The image that runs what a stage builds: the runtime tag of its line, and for tools that only build, another product.
import type { HardenedCatalogue } from "../../../shared/model/hardened-catalogue.ts";
import { dhiTagFor } from "../dhi-names.ts";
import { carriedPaths } from "./carried-paths.ts";
import type { Base } from "./plan-bases.ts";
import type { Instruction } from "./read-dockerfile.ts";
import type { SplitInto } from "./split-stage.ts";

/** null where the catalogue names no runtime image for it. `all`: the instructions of the whole image. */
export function runtimeOf(base: Base, all: readonly Instruction[], catalogue: HardenedCatalogue): SplitInto | null {
  if (base.move === null) return null;
  const { name, tag } = base.move;
  const { product } = name;
  const other = otherProduct(product, tag.line, all, catalogue);
  const found = other ?? { product, tag: tag.tag, uid: tag.uid, shell: tag.shell };
  if (found.tag.endsWith("-dev")) return null;
  const { uid, shell } = found;
  return {
    product: found.product,
    image: `dhi.io/${found.product}:${found.tag}`,
    uid,
    shell,
    goStatic: found.product === "static",
  };
}

interface Found {
  readonly product: string;
  readonly tag: string;
  readonly uid: number;
  readonly shell: readonly string[];
}

function otherProduct(
  product: string,
  line: string,
  all: readonly Instruction[],
  catalogue: HardenedCatalogue,
): Found | null {
  const take = (name: string, tag: string | null): Found | null => {
    const found = dhiTagFor(name, tag, catalogue);
    return found === null ? null : { product: name, tag: found.tag, uid: found.uid, shell: found.shell };
  };
  const jdk = /-jdk-?(\d+)$/.exec(line)?.[1];
  if ((product === "maven" || product === "gradle") && jdk !== undefined) return take("eclipse-temurin", `${jdk}-jre`);
  if (
    product === "golang" &&
    carriedPaths(all).binary !== null &&
    !all.some(({ args }) => /CGO_ENABLED=["']?1/.test(args))
  )
    return take("static", null);
  const web = all.some(({ keyword, args }) => keyword === "EXPOSE" || /\bASPNETCORE_/.test(args));
  if (product === "dotnet" && line.endsWith("-sdk") && web) return take("aspnetcore", line.replace(/-sdk$/, ""));
  return null;
}
