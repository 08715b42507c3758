// Images on the engine that a newer one has replaced and that no container uses: those that lost their name to it, and the
// further tags of a repository. An unused image that is the only one of its repository may be the newest.
import type { ProofPoint } from "../../../../shared/model/finding.ts";
import { splitTag } from "../../../../shared/reference.ts";
import { words } from "../../control-phrase.ts";
import { defineSurroundingCheck, type SurroundingVerdict } from "../../define-surrounding-check.ts";

export const oldImages = defineSurroundingCheck({
  decides: ["image-srg:old-images"],
  needs: ["engine.stock"],
  judge({ engine, policy }): SurroundingVerdict {
    const { unusedImages, danglingImages, images } = engine.stock;
    const allowed = policy.maximumUnusedImages;
    const byRepository = new Map<string, string[]>();
    for (const name of unusedImages) {
      const repository = repositoryOf(name);
      if (repository !== null) byRepository.set(repository, [...(byRepository.get(repository) ?? []), name]);
    }
    const several = [...byRepository].filter(([, names]) => names.length > 1);
    // Of each repository one may be the newest.
    const superseded = several.reduce((sum, [, names]) => sum + names.length - 1, danglingImages);
    const evidence: ProofPoint[] = [
      ...several.map(([where, names]) => ({
        where,
        detail: words("srg.images-several", { count: names.length, names: names.join(", ").slice(0, 300) }),
      })),
      ...(danglingImages > 0
        ? [{ where: "images", detail: words("srg.images-dangling", { count: danglingImages }) }]
        : []),
    ];
    const [first, ...rest] = evidence;
    if (first !== undefined && superseded > allowed) return { status: "fail", evidence: [first, ...rest] };
    if (first !== undefined) {
      const detail = words("srg.images-within", { count: superseded, allowed });
      return { status: "pass", evidence: [{ where: "images", detail }, ...evidence] };
    }
    if (unusedImages.length > allowed) {
      return {
        status: "manual",
        reason: words("srg.images-person", { count: unusedImages.length }),
        evidence: unusedImages.map((where) => ({ where, detail: words("srg.image-unused") })),
      };
    }
    return { status: "pass", evidence: [{ where: "images", detail: words("srg.images-used", { count: images }) }] };
  },
});

/** The repository of a name; null for an id, which has none. */
function repositoryOf(name: string): string | null {
  if (/^(?:sha256:)?[0-9a-f]{12,64}$/.test(name) || name.includes("<none>")) return null;
  return splitTag(name.split("@")[0] ?? name).repository;
}
