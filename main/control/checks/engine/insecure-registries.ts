// Registries that the engine trusts without TLS. The loopback ranges are the engine's own default and leave no host.
import type { ProofPoint } from "../../../../shared/model/finding.ts";
import { words } from "../../control-phrase.ts";
import { defineSurroundingCheck, type SurroundingVerdict } from "../../define-surrounding-check.ts";

export const insecureRegistries = defineSurroundingCheck({
  decides: ["cis-docker:2.5", "docker-ee-stig:DKER-EE-001800"],
  needs: ["engine.info"],
  // The loopback ranges are always listed: an empty list is an answer that was left out.
  lacks: ({ engine: { registries } }) =>
    registries.insecureCidrs.length + registries.insecure.length === 0
      ? words("host.not-told", { field: "RegistryConfig" })
      : null,
  judge({ engine: { registries } }): SurroundingVerdict {
    const where = "/info RegistryConfig";
    const ranges = registries.insecureCidrs.filter((range) => !isLoopback(range));
    const [first, ...rest] = [
      ...ranges.map((range): ProofPoint => ({ where, detail: words("host.registry-range", { range }) })),
      ...registries.insecure.map((name): ProofPoint => ({ where, detail: words("host.registry-insecure", { name }) })),
    ];
    if (first !== undefined) return { status: "fail", evidence: [first, ...rest] };
    const loopback = registries.insecureCidrs.join(", ");
    return { status: "pass", evidence: [{ where, detail: words("host.registry-none", { ranges: loopback }) }] };
  },
});

/** A range within 127.0.0.0/8, or ::1. */
function isLoopback(range: string): boolean {
  const [address = "", bits = ""] = range.trim().split("/");
  if (address === "::1") return bits === "128" || bits === "";
  return /^127(\.\d{1,3}){3}$/.test(address) && (bits === "" || Number(bits) >= 8);
}
