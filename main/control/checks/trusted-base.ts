// Which base the image was built on, and whether it is a trusted one. No list of trusted bases exists in this version, so
// a named base stays not assessed; what is said is which evidence is there and which is missing.
import type { Verdict } from "../../../shared/model/finding.ts";
import type { Phrase } from "../../../shared/model/phrase.ts";
import { words } from "../control-phrase.ts";
import { defineCheck } from "../define-check.ts";
import { natureOf } from "../history/steps.ts";
import type { Subject } from "../subject.ts";

const labels = ["org.opencontainers.image.base.name", "org.opencontainers.image.base.digest"] as const;

export const trustedBase = defineCheck({
  decides: ["cis-docker:4.2"],
  needs: ["config", "external", "history", "os"],
  lacks(subject) {
    const { config, external } = subject;
    const named = labels.map((label) => config.labels[label]).filter((value) => value !== undefined && value !== "");
    const provenance = external.find(({ kind }) => kind === "provenance");
    if (named.length > 0) return words("control.base-no-list", { base: named.join(" ") });
    if (provenance !== undefined) return words("control.base-no-list", { base: provenance.source });
    return withoutBase(subject) === null ? words("control.base-unknown") : null;
  },
  judge: (subject): Verdict => ({
    status: "not-applicable",
    reason: withoutBase(subject) ?? words("control.base-none"),
  }),
});

/**
 * Why the image has no base; null where it may have one. A lone layer that adds a root file system is no proof: it is that
 * of a base image as well as of whatever only sets metadata on one.
 */
function withoutBase({ history, os, image }: Subject<"config" | "external" | "history" | "os">): Phrase | null {
  const nature = natureOf(history);
  if (nature.kind === "without-steps" && image.layers.length <= 1) return words("control.base-none");
  if (nature.kind !== "steps") return null;
  // Nothing lies beneath: the lowest layer was copied by the build itself, and no distribution is to be seen.
  const lowest = nature.steps.find(({ emptyLayer }) => !emptyLayer);
  return os === null && lowest?.instruction === "COPY" ? words("control.base-scratch") : null;
}
