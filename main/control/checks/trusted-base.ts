// Which base the image was built on, and whether the organisation trusts it. Layers that are another image's and verified
// provenance prove a base; a label is the builder's word, so on it alone a person decides.
import type { External } from "../../../shared/model/facts.ts";
import type { ProofPoint, Verdict } from "../../../shared/model/finding.ts";
import type { Phrase } from "../../../shared/model/phrase.ts";
import { isAllowedName } from "../../../shared/policy-match.ts";
import { normaliseReference } from "../../../shared/reference.ts";
import { type ControlPhraseKey, words } from "../control-phrase.ts";
import { defineCheck } from "../define-check.ts";
import { natureOf } from "../history/steps.ts";
import type { Subject } from "../subject.ts";

const labels = ["org.opencontainers.image.base.name", "org.opencontainers.image.base.digest"] as const;

/** Something that names the base; all names of one source mean the same base. */
interface Named {
  readonly where: string;
  readonly names: readonly string[];
  readonly isProof: boolean;
}
type Read = Subject<"config" | "external" | "history" | "os">;

export const trustedBase = defineCheck({
  decides: ["cis-docker:4.2"],
  needs: ["config", "external", "history", "os"],
  lacks(subject) {
    const named = namedBases(subject);
    const [first] = named;
    if (first === undefined) return withoutBase(subject) === null ? words("control.base-unknown") : null;
    return subject.policy.trustedBases.length === 0
      ? words("control.base-no-list", { base: named.flatMap(({ names }) => names).join(" ") })
      : null;
  },
  judge(subject): Verdict {
    const named = namedBases(subject);
    if (named.length === 0) {
      return { status: "not-applicable", reason: withoutBase(subject) ?? words("control.base-none") };
    }
    const isTrusted = ({ names }: Named) => names.some((name) => isListed(name, subject.policy.trustedBases));
    const point =
      (says: ControlPhraseKey) =>
      ({ where, names }: Named): ProofPoint => ({ where, detail: words(says, { base: names.join(" ") }) });
    // A proof outranks a label that says otherwise; without one the label itself names a base that nobody trusts.
    const proofs = named.filter(({ isProof }) => isProof);
    const judged = proofs.length > 0 ? proofs : named;
    const [first, ...rest] = judged.filter((one) => !isTrusted(one)).map(point("control.base-untrusted"));
    if (first !== undefined) return { status: "fail", evidence: [first, ...rest] };
    const [trusted, ...more] = proofs.map(point("control.base-trusted"));
    if (trusted !== undefined) return { status: "pass", evidence: [trusted, ...more] };
    return {
      status: "manual",
      reason: words("control.base-claimed"),
      evidence: named.map(point("control.base-trusted")),
    };
  },
});

function namedBases({ config, external, image }: Read): Named[] {
  const { base } = image;
  const claimed = labels.flatMap((label) => config.labels[label] ?? []).filter((value) => value.trim() !== "");
  return [
    ...(base === undefined || (base.references.length === 0 && base.id === undefined)
      ? []
      : [{ where: "layers", names: [...base.references, ...(base.id === undefined ? [] : [base.id])], isProof: true }]),
    ...external.filter(({ kind }) => kind === "provenance").map(provenance),
    ...(claimed.length === 0 ? [] : [{ where: "label", names: claimed, isProof: false }]),
  ];
}

function provenance({ source, verified }: External): Named {
  return { where: "provenance", names: [source], isProof: verified };
}

/** By its full name, as it stands, or by its digest behind a name. */
function isListed(name: string, list: readonly string[]): boolean {
  const digest = /sha256:[0-9a-f]{64}$/.exec(name)?.[0];
  const forms = [name, normaliseReference(name), ...(digest === undefined ? [] : [digest])];
  return forms.some((form) => isAllowedName(form, list));
}

/**
 * Why the image has no base; null where it may have one. A lone layer that adds a root file system is no proof: it is that
 * of a base image as well as of whatever only sets metadata on one.
 */
function withoutBase({ history, os, image }: Read): Phrase | null {
  const nature = natureOf(history);
  if (nature.kind === "without-steps" && image.layers.length <= 1) return words("control.base-none");
  if (nature.kind !== "steps") return null;
  // Nothing lies beneath: the lowest layer was copied by the build itself, and no distribution is to be seen.
  const lowest = nature.steps.find(({ emptyLayer }) => !emptyLayer);
  return os === null && lowest?.instruction === "COPY" ? words("control.base-scratch") : null;
}
