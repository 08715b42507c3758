// Which base the image was built on, and whether it is a trusted one. No list of trusted bases exists in this version, so
// a named base stays not assessed; what is said is which evidence is there and which is missing.
import type { Verdict } from "../../../shared/model/finding.ts";
import { words } from "../control-phrase.ts";
import { defineCheck } from "../define-check.ts";
import { natureOf } from "../history/steps.ts";
import type { Subject } from "../subject.ts";

const labels = ["org.opencontainers.image.base.name", "org.opencontainers.image.base.digest"] as const;

export const trustedBase = defineCheck({
  decides: ["cis-docker:4.2"],
  needs: ["config", "external", "history", "os"],
  lacks(subject) {
    const { config, external, image } = subject;
    const named = labels.map((label) => config.labels[label]).filter((value) => value !== undefined && value !== "");
    const provenance = external.find(({ kind }) => kind === "provenance");
    if (named.length > 0) return words("control.base-no-list", { base: named.join(" ") });
    if (provenance !== undefined) return words("control.base-no-list", { base: provenance.source });
    return image.layers.length <= 1 || isFromScratch(subject) ? null : words("control.base-unknown");
  },
  judge: ({ image }): Verdict =>
    image.layers.length <= 1
      ? { status: "not-applicable", reason: words("control.base-none"), restsOn: ["config"] }
      : { status: "not-applicable", reason: words("control.base-scratch") },
});

/** Several layers with nothing beneath them: the lowest was copied by the build itself, and no distribution is to be seen. */
function isFromScratch({ history, os }: Subject<"history" | "os">): boolean {
  const nature = natureOf(history);
  if (nature.kind !== "steps" || os !== null) return false;
  return nature.steps.find(({ emptyLayer }) => !emptyLayer)?.instruction === "COPY";
}
