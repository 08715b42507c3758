// Hardened families that an image is recognised by without Docker's labels: by os-release and Red Hat's labels.
import type { Facts, Os } from "../../shared/model/facts.ts";
import type { HardenedState } from "../../shared/model/hardened.ts";

/** `dhi`, `distroless`, `chainguard`, `wolfi` or `ubi-micro`; null for anything else. Says where it looks like coming from. */
export function familyOf(facts: Facts): string | null {
  const { os } = facts;
  if (os !== null) {
    const id = os.id.toLowerCase();
    if (dhiRelease(os) !== null) return "dhi";
    if (/\bdistroless\b/i.test(os.prettyName ?? "")) return "distroless";
    if (id === "chainguard" || id === "wolfi") return id;
  }
  const { labels } = facts.config;
  if (/^ubi\d+-micro-container$/.test(labels["com.redhat.component"] ?? "")) return "ubi-micro";
  // Whoever builds on it may inherit the name; the system must be Red Hat's as well.
  return os?.id === "rhel" && /^ubi\d+(?:\/ubi)?-micro$/.test(labels["name"] ?? "") ? "ubi-micro" : null;
}

/**
 * How os-release names a Docker Hardened Image: in the old style by name with the distribution's own id, in the new with
 * `ID=dhi` and the distribution in ID_LIKE (dhi.md section 2.3). The distribution is `debian-13`, in the labels' form.
 */
export function dhiRelease(os: Os): NonNullable<HardenedState["os"]> | null {
  const id = os.id.toLowerCase();
  const name = `${os.release["NAME"] ?? ""} ${os.prettyName ?? ""}`;
  if (id !== "dhi" && !/\bDocker Hardened Images\b/.test(name)) return null;
  const like = id === "dhi" ? (os.release["ID_LIKE"] ?? "").toLowerCase().split(/\s+/)[0] : id;
  const known = like === "debian" || like === "alpine";
  const release = /^\d+(?:\.\d+)?/.exec(os.versionId ?? "")?.[0];
  return {
    style: id === "dhi" ? "new" : "old",
    ...(known && release !== undefined ? { distribution: `${like}-${release}` } : {}),
  };
}
