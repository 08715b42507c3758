// Whether the host knows the key that the engine's vendor signs packages with. The reader sees keys by the names of their files;
// that a key is the vendor's own shows only in its fingerprint.
import type { ProofPoint } from "../../../../shared/model/finding.ts";
import { words } from "../../control-phrase.ts";
import { defineSurroundingCheck, type SurroundingVerdict } from "../../define-surrounding-check.ts";

export const vendorKey = defineSurroundingCheck({
  decides: ["docker-ee-stig:DKER-EE-001770"],
  needs: ["host.packages"],
  may: ["engine.info"],
  judge({ host, engine }): SurroundingVerdict {
    const keys = host.packageKeys.map((path): ProofPoint => ({ where: path, detail: words("host.key-file") }));
    if (keys.length > 0) return { status: "manual", reason: words("host.key-person"), evidence: keys };
    // A distribution signs its own build of the engine with its own keys, which carry no such name.
    if (engine !== null && (engine.platformName ?? "") === "") {
      return { status: "manual", reason: words("host.key-distribution"), evidence: [] };
    }
    return { status: "fail", evidence: [{ where: "/etc", detail: words("host.key-none") }] };
  },
});
