// Whether a file follows the operating system because a package of the distribution owns it. Distributions rebuild and mend
// their own packages for as long as they live (lifecycle.md 3.4); what the vendor of a program packages follows the vendor.
//
// Databases do not say which repository a package came from, so the builder that it names decides, and one that is not
// known for this operating system counts as foreign: an alarm too many, never one too few.
// - deb: the address of `Maintainer` (deb-control(5)). Debian: debian.org and the team lists at alioth-lists.debian.net;
//   that is 95 of 100 of its packages, the others are kept from private addresses. Ubuntu writes its own address
//   into everything that it builds (pkgbinarymangler) and keeps the old one as `Original-Maintainer`.
// - rpm: `Vendor`, set by the build system of the distribution; it has to be exactly the one of this distribution, so that
//   EPEL ("Fedora Project") or a Copr ("Fedora Copr - user ...") is foreign to Rocky Linux.
// - apk: the address of `m:`. Alpine: alpinelinux.org; many of its packages are kept from private addresses.
import type { Os } from "../../../shared/model/facts.ts";
import type { Owner } from "../packages/owned/program-owners.ts";
import { isForeignBuild, packageCandidate } from "./package-signs.ts";

const addresses: ReadonlyMap<string, RegExp> = new Map([
  ["deb debian", /@(?:(?:[a-z0-9-]+\.)*debian\.org|alioth-lists\.debian\.net)>$/i],
  ["deb ubuntu", /@(?:(?:[a-z0-9-]+\.)*ubuntu\.com|canonical\.com)>$/i],
  ["apk alpine", /@alpinelinux\.org>$/i],
]);

const suse = "SUSE LLC <https://www.suse.com/>";
const vendors: ReadonlyMap<string, readonly string[]> = new Map([
  ["fedora", ["Fedora Project"]],
  ["rhel", ["Red Hat, Inc."]],
  ["centos", ["CentOS"]],
  ["rocky", ["Rocky Enterprise Software Foundation", "Rocky"]],
  ["almalinux", ["AlmaLinux"]],
  ["ol", ["Oracle America"]],
  ["amzn", ["Amazon Linux", "Amazon.com"]],
  ["sles", [suse]],
  ["opensuse-leap", ["openSUSE", suse]],
  ["opensuse-tumbleweed", ["openSUSE"]],
  ["photon", ["VMware, Inc."]],
  ["mariner", ["Microsoft Corporation"]],
  ["azurelinux", ["Microsoft Corporation"]],
]);

/** Versions of packages that their maintainers put outside of a release: backports, personal archives, snapshots for one's own. */
const besideTheRelease = /~bpo\d|ppa\d|~nd\d/i;

/** Whether all of these packages, the owners of one file, are kept alive by the distribution. No owner is no such proof. */
export function followSystem(owners: readonly Owner[], os: Os | null): boolean {
  return os !== null && owners.length > 0 && owners.every((owner) => followsSystem(owner, os));
}

function followsSystem({ package: each, maker }: Owner, os: Os): boolean {
  // A package that is a runtime itself is judged as that, so that the file and the package never say different things.
  const candidate = packageCandidate(each, os);
  if (candidate !== null) return candidate.distroPackaged === true;
  return !isForeignBuild(each, os) && !besideTheRelease.test(each.version) && isDistributions(each.type, maker, os);
}

function isDistributions(type: Owner["package"]["type"], maker: string | null, os: Os): boolean {
  if (maker === null) return false;
  if (type === "rpm") return vendors.get(os.id)?.includes(maker) === true;
  return addresses.get(`${type} ${os.id}`)?.test(maker) === true;
}
