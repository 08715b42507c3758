// Where the image comes from: a signature that verifies with a key of the organisation, and a repository on its list.

import type { ProofPoint, Verdict } from "../../../../shared/model/finding.ts";
import type { ImageIdentity } from "../../../../shared/model/image.ts";
import type { Phrase } from "../../../../shared/model/phrase.ts";
import { isApprovedReference } from "../../../../shared/policy-match.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { failOrPass } from "../../fail-or-pass.ts";
import { signaturesLack, signatureVerdict } from "../../signature-verdict.ts";
import type { Subject } from "../../subject.ts";

export const verifiedImage = defineCheck({
  decides: ["image-srg:verified-image"],
  needs: ["external"],
  // One thing that is wrong needs no further evidence; what is right needs both.
  lacks: (subject) => {
    const { faults, lacking } = lookAt(subject);
    return faults.length > 0 ? null : (lacking[0] ?? null);
  },
  judge(subject): Verdict {
    const { faults, grounds } = lookAt(subject);
    const [first, ...rest] = [...faults, ...grounds];
    if (first === undefined) throw new Error("there was evidence a moment ago");
    return failOrPass(faults, first, faults.length > 0 ? grounds : rest);
  },
});

function lookAt({ external, image, policy }: Subject<"external">) {
  const faults: ProofPoint[] = [];
  const grounds: ProofPoint[] = [];
  const lacking: Phrase[] = [];
  const unsigned = signaturesLack(external, image);
  if (unsigned !== null) lacking.push(unsigned);
  else {
    const { status, evidence = [] } = signatureVerdict(external);
    (status === "pass" ? grounds : faults).push(...evidence);
  }
  const names = namesOf(image);
  const [where] = names;
  if (policy.approvedRegistries.length === 0) lacking.push(words("srg.registries-no-list"));
  else if (where === undefined) lacking.push(words("srg.image-no-name"));
  else if (names.some((name) => isApprovedReference(name, policy.approvedRegistries))) {
    grounds.push({ where, detail: words("srg.registry-approved") });
  } else faults.push({ where, detail: words("srg.registry-unlisted") });
  return { faults, grounds, lacking };
}

/** The names it was fetched by, which carry a digest; those it was only given here count where there are no others. */
function namesOf({ repoDigests, references }: ImageIdentity): readonly string[] {
  return repoDigests.length > 0 ? repoDigests : references;
}
