// A list of contents and a statement of origin beside the image. Builders keep both as in-toto statements about the digest of
// the very manifest; an engine that stores images in the classic way drops them, so their absence is for a person to judge.
import type { Verdict } from "../../../../shared/model/finding.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";

/** By predicate type: SPDX and CycloneDX, and SLSA in its versions. */
const isContents = (kind: string) => /spdx|cyclonedx|sbom/i.test(kind);
const isOrigin = (kind: string) => /slsa|provenance/i.test(kind);

export const attestedImage = defineCheck({
  decides: ["image-srg:sbom-provenance"],
  needs: ["external"],
  judge({ external, image }): Verdict {
    const imported = external.filter(({ kind }) => isContents(kind) || isOrigin(kind));
    const [first, ...rest] = imported
      .filter(({ verified }) => !verified)
      .map(({ source, kind }) => ({ where: source, detail: words("srg.attestation-broken", { kind }) }));
    if (first !== undefined) return { status: "fail", evidence: [first, ...rest] };
    const found = [
      ...image.attestations
        .filter(({ kind }) => isContents(kind) || isOrigin(kind))
        .map(({ kind, digest }) => ({ where: digest, kind })),
      ...imported.map(({ kind, source }) => ({ where: source, kind })),
    ];
    const evidence = found.map(({ where, kind }) => ({ where, detail: words("srg.attestation", { kind }) }));
    const [one, ...more] = evidence;
    const hasContents = found.some(({ kind }) => isContents(kind));
    const hasOrigin = found.some(({ kind }) => isOrigin(kind));
    if (one !== undefined && hasContents && hasOrigin) return { status: "pass", evidence: [one, ...more] };
    if (hasContents) return { status: "manual", reason: words("srg.provenance-absent"), evidence };
    if (hasOrigin) return { status: "manual", reason: words("srg.sbom-absent"), evidence };
    return { status: "manual", reason: words("srg.attestations-absent"), evidence };
  },
});
