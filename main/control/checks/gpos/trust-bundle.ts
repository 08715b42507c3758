// Which certificates the image trusts: its bundle against the digests that the organisation approved. The public profile
// pins five digests of Docker's own bundles; ours come from the policy, and without any a person must compare.
import type { ProofPoint, Verdict } from "../../../../shared/model/finding.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { tested } from "./profile-rules.ts";

export const trustBundle = defineCheck({
  decides: tested.trustBundle,
  needs: ["system"],
  judge({ system, policy: { approvedTrustAnchors } }): Verdict {
    const { bundles, added } = system?.trustAnchors ?? { bundles: [], added: [] };
    const isApproved = ({ sha256 }: { sha256: string }) => approvedTrustAnchors.includes(sha256);
    const approved = bundles.filter(isApproved).map(
      ({ path, sha256, layer }): ProofPoint => ({
        where: path,
        detail: words("gpos.bundle-approved", { sha256 }),
        layer,
      }),
    );
    const others = bundles
      .filter((bundle) => !isApproved(bundle))
      .map(
        ({ path, sha256, layer }): ProofPoint => ({
          where: path,
          detail: words("gpos.bundle-digest", { sha256 }),
          layer,
        }),
      );
    const extra = added.map(
      ({ path, layer }): ProofPoint => ({ where: path, detail: words("gpos.bundle-added"), layer }),
    );
    const [first, ...rest] = approved;
    // What was added went into the bundle that somebody approved as it is.
    if (first !== undefined && others.length === 0) return { status: "pass", evidence: [first, ...rest, ...extra] };
    const [fault, ...faults] = [...extra, ...others];
    if (fault === undefined) return { status: "not-applicable", reason: words("gpos.bundle-none") };
    return extra.length === 0 && approvedTrustAnchors.length === 0
      ? { status: "manual", reason: words("gpos.bundle-look"), evidence: others }
      : { status: "fail", evidence: [fault, ...faults, ...approved.map(beside)], restsOn: [] };
  },
});

function beside(point: ProofPoint): ProofPoint {
  return { ...point, beside: true };
}
