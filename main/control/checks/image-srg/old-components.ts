// No package of the operating system in two versions. Kernels and keys stand side by side by design, and libraries that do
// carry their version in the name, so they are different packages.
import type { Package } from "../../../../shared/model/facts.ts";
import type { ProofPoint, Verdict } from "../../../../shared/model/finding.ts";
import { isAllowedName } from "../../../../shared/policy-match.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { excusing, failOrPass } from "../../fail-or-pass.ts";
import { packagesLack, systemPackages } from "./installed-servers.ts";

const sideBySide = /^(?:gpg-pubkey|kernel(?:-[\w-]+)?|linux-image-[\w.+-]+)$/;

export const oldComponents = defineCheck({
  decides: ["image-srg:old-components"],
  needs: ["packages", "os"],
  lacks: ({ packages, os }) => packagesLack(packages, os),
  judge({ packages, policy }): Verdict {
    const own = systemPackages(packages);
    if (own.length === 0) return { status: "not-applicable", reason: words("control.packages-none") };
    const { faults, excused } = excusing(
      inSeveralVersions(own.filter(({ name }) => !sideBySide.test(name))),
      "allowedPackages",
      ([first]) => isAllowedName(first.name, policy.allowedPackages),
      ([first, ...more]): ProofPoint => ({
        where: `${first.type} ${first.name}`,
        detail: words("srg.package-twice", { versions: [first, ...more].map(({ version }) => version).join(", ") }),
        layer: more[more.length - 1]?.layer ?? first.layer,
      }),
    );
    const languages = inSeveralVersions(packages.filter((one) => !own.includes(one))).length;
    const note =
      languages === 0 ? [] : [{ where: "packages", detail: words("srg.language-twice", { count: languages }) }];
    const ground = { where: "packages", detail: words("srg.packages-once", { count: own.length }) };
    return failOrPass(faults, ground, [...excused, ...note]);
  },
});

/** Packages of one type, name and architecture with more than one version: one of each version. */
function inSeveralVersions(packages: readonly Package[]): [Package, ...Package[]][] {
  const byName = new Map<string, Map<string, Package>>();
  for (const one of packages) {
    const key = `${one.type} ${one.name} ${one.arch}`;
    const versions = byName.get(key) ?? new Map<string, Package>();
    if (!versions.has(one.version)) versions.set(one.version, one);
    byName.set(key, versions);
  }
  return [...byName.values()].flatMap((versions) => {
    const [first, ...more] = versions.values();
    return first === undefined || more.length === 0 ? [] : [[first, ...more] as [Package, ...Package[]]];
  });
}
