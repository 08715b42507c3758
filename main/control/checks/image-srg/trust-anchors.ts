// Whom the image trusts: bundles of certificates against the digests that the organisation approved, certificates that were
// added to the system's own, and variables that lead programs to other ones.
import type { ImageConfig } from "../../../../shared/model/facts.ts";
import type { ProofPoint, Verdict } from "../../../../shared/model/finding.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { failOrPass } from "../../fail-or-pass.ts";
import { systemOf } from "./system-of.ts";

const variables: ReadonlySet<string> = new Set([
  "SSL_CERT_FILE",
  "SSL_CERT_DIR",
  "NODE_EXTRA_CA_CERTS",
  "REQUESTS_CA_BUNDLE",
  "CURL_CA_BUNDLE",
]);
/** Folders of the system's own certificates. */
const systemFolders =
  /^\/(?:etc\/ssl\/certs|etc\/pki\/(?:tls|ca-trust)(?:\/.*)?|usr\/share\/ca-certificates|etc\/ssl)\/?$/;

export const trustAnchors = defineCheck({
  decides: ["image-srg:trust-anchors"],
  needs: ["system", "config"],
  judge(subject): Verdict {
    const { config, policy } = subject;
    const { bundles, added } = systemOf(subject).trustAnchors;
    const elsewhere = ledAway(
      config,
      bundles.map(({ path }) => path),
    );
    if (bundles.length === 0 && added.length === 0 && elsewhere.length === 0) {
      return { status: "not-applicable", reason: words("srg.anchors-none") };
    }
    const isApproved = ({ sha256 }: (typeof bundles)[number]) => policy.approvedTrustAnchors.includes(sha256);
    const unknown = bundles.filter((bundle) => !isApproved(bundle));
    const approved = bundles
      .filter(isApproved)
      .map(({ path, sha256, layer }) => ({ where: path, detail: words("srg.bundle-approved", { sha256 }), layer }));
    const unapproved = unknown.map(({ path, sha256, layer }) => ({
      where: path,
      detail: words("srg.bundle-unapproved", { sha256 }),
      layer,
    }));
    // An approved bundle was approved with what had been added to it.
    const isCovered = bundles.length > 0 && unknown.length === 0;
    const extra = added.map(({ path, layer }) => ({
      where: path,
      detail: words(isCovered ? "srg.anchor-covered" : "srg.anchor-added"),
      layer,
    }));
    const hasList = policy.approvedTrustAnchors.length > 0;
    const faults = [...elsewhere, ...(isCovered ? [] : extra), ...(hasList ? unapproved : [])];
    if (faults.length === 0 && unapproved.length > 0) {
      return { status: "manual", reason: words("srg.anchors-person"), evidence: unapproved };
    }
    const count = bundles.length;
    const ground = { where: "certificates", detail: words("srg.anchors-approved", { count }) };
    return failOrPass(faults, ground, [...approved, ...(isCovered ? extra : [])]);
  },
});

function ledAway({ env }: ImageConfig, bundles: readonly string[]): ProofPoint[] {
  return env.flatMap(({ name, value }) => {
    const isKnown = value === null || value === "" || bundles.includes(value) || systemFolders.test(value);
    if (!variables.has(name) || isKnown) return [];
    return [{ where: `env ${name}`, detail: words("srg.anchors-elsewhere", { path: value.slice(0, 300) }) }];
  });
}
