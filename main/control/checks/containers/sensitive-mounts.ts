// Folders of the host that a container must not see: those of the system, and all below them. Whoever may write there owns
// the host; read-only a person decides. The socket of the engine is another control's subject.
import type { ProofPoint } from "../../../../shared/model/finding.ts";
import type { ContainerFacts } from "../../../../shared/model/surroundings.ts";
import { isAllowedPath } from "../../../../shared/policy-match.ts";
import { hostPathOf, isWithin } from "../../containers/host-path.ts";
import { listed, pointAt, verdictOf } from "../../containers/verdict-of.ts";
import { words } from "../../control-phrase.ts";
import { defineSurroundingCheck } from "../../define-surrounding-check.ts";

const sensitive = ["/boot", "/dev", "/etc", "/lib", "/lib64", "/proc", "/sys", "/usr"] as const;

export const sensitiveMounts = defineSurroundingCheck({
  decides: ["cis-docker:5.6", "docker-ee-stig:DKER-EE-001190"],
  needs: ["container.inspect"],
  may: ["engine.info"],
  judge({ container, engine, known, policy }) {
    const binds = container.mounts
      .filter(({ type }) => type === "bind")
      .map((mount) => ({ ...mount, path: hostPathOf(mount.source, known("engine.info") ? engine : null) }));
    const touching = binds.filter(({ path }) => path === "/" || sensitive.some((folder) => isWithin(path, folder)));
    const open = touching.filter(({ path }) => !isAllowedPath(path, policy.allowedMounts));
    const excused = touching
      .filter((mount) => !open.includes(mount))
      .map(({ source, path }) => pointAt(source, "container.mount-excused", { path }));
    const readOnly = open.filter(({ writable }) => !writable).map(pointOf);
    const writable = open.filter(({ writable }) => writable).map(pointOf);
    if (writable.length === 0 && readOnly.length > 0) {
      const paths = listed(open.map(({ path }) => path));
      return {
        status: "manual",
        reason: words("container.mount-review", { paths }),
        evidence: [...readOnly, ...excused],
      };
    }
    return verdictOf({
      fails: [...writable, ...readOnly],
      passes: pointAt("Mounts", "container.mount-none", { count: binds.length }),
      beside: excused,
    });
  },
});

function pointOf(mount: ContainerFacts["mounts"][number] & { readonly path: string }): ProofPoint {
  const { source, path, destination, writable } = mount;
  return pointAt(source, writable ? "container.mount-writable" : "container.mount-read-only", { path, destination });
}
