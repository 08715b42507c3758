// 4.2: what names the base, and whether there is one. The list of trusted bases is the organisation's and comes with the
// policy file; until there is one, a named base is evidence that waits for it.
import type { ProofPoint, Verdict } from "../../../shared/model/finding.ts";
import { words } from "../control-phrase.ts";
import { defineCheck } from "../define-check.ts";
import { provenBases } from "../external-evidence.ts";
import { isRootFilesystem, natureOf } from "../history/steps.ts";
import type { Subject } from "../subject.ts";

type Seen = Subject<"config" | "history" | "os" | "packages" | "external">;

export const trustedBase = defineCheck({
  decides: ["cis-docker:4.2"],
  needs: ["config", "history", "os", "packages", "external"],
  lacks(subject) {
    const names = namedBases(subject);
    if (names.length > 0) return words("control.base-no-list", { base: names.join(", ") });
    return withoutBase(subject) === null ? words("control.base-not-named") : null;
  },
  judge(subject): Verdict {
    const verdict = withoutBase(subject);
    if (verdict === null) throw new Error("judged without a base that is named");
    return verdict;
  },
});

function namedBases({ image, config, external }: Seen): string[] {
  const name = config.labels["org.opencontainers.image.base.name"];
  const digest = config.labels["org.opencontainers.image.base.digest"];
  const labelled = name || digest ? [[name, digest].filter(Boolean).join("@")] : [];
  return [...provenBases(image, external), ...labelled];
}

/** Not applicable where nothing lies beneath the image: imported, flattened, or begun from scratch. */
function withoutBase({ image, history, os, packages }: Seen): Verdict | null {
  const point = (detail: ProofPoint["detail"]): readonly ProofPoint[] => [{ where: "history", detail }];
  const none = (reason: ProofPoint["detail"]): Verdict => ({
    status: "not-applicable",
    reason,
    evidence: point(words("control.base-layers", { count: image.layers.length })),
  });
  const nature = natureOf(history);
  if (nature.kind === "absent") return null;
  const first = nature.steps.find(({ emptyLayer }) => !emptyLayer);
  if (nature.kind === "without-steps") return image.layers.length === 1 ? none(nature.reason) : null;
  const copied =
    first?.instruction === "COPY" || (first?.instruction === "ADD" && !isRootFilesystem(first, nature.steps));
  return copied && os === null && packages.length === 0 ? none(words("control.base-scratch")) : null;
}
