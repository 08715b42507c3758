// Hardened families that an image is recognised by without Docker's labels: by os-release and Red Hat's component label.
import type { Facts } from "../../shared/model/facts.ts";

/** `dhi`, `distroless`, `chainguard`, `wolfi` or `ubi-micro`; null for anything else. Says where it looks like coming from. */
export function familyOf(facts: Facts): string | null {
  const { os } = facts;
  if (os !== null) {
    const id = os.id.toLowerCase();
    const name = `${os.release["NAME"] ?? ""} ${os.prettyName ?? ""}`;
    if (id === "dhi" || /\bDocker Hardened Images\b/.test(name)) return "dhi";
    if (/\bdistroless\b/i.test(os.prettyName ?? "")) return "distroless";
    if (id === "chainguard" || id === "wolfi") return id;
  }
  const component = facts.config.labels["com.redhat.component"] ?? "";
  return /^ubi\d+-micro-container$/.test(component) ? "ubi-micro" : null;
}
