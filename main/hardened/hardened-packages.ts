// Docker's hardened packages in any image: versions that end in `+dhiN` (deb), and the repositories of dhi.io (dhi.md
// sections 2.3 and 4.1). Apt's sources are no fact of their own; of them only the ones that switch a check off are known.
import { compareText } from "../../shared/compare-text.ts";
import type { Facts } from "../../shared/model/facts.ts";
import type { HardenedPackages, HardenedRepository } from "../../shared/model/hardened.ts";

const rebuilt = /\+dhi\d{1,6}$/;
/** `https://dhi.io/apk/alpine/v3.23/main`, `https://dhi.io/deb/debian/main`, with or without a user in it. */
const place =
  /\bhttps?:\/\/(?:[^\s/@]*@)?(dhi\.io\/(?:apk\/alpine\/v\d[\d.]{0,8}|deb\/debian)\/(main|security|els))(?=[/\s)]|$)/;
const maxListed = 20;

/** The rebuilt packages; null where there is none. */
export function hardenedPackagesOf(facts: Pick<Facts, "packages">): HardenedPackages | null {
  const found = facts.packages.filter(({ type, version }) => type === "deb" && rebuilt.test(version));
  if (found.length === 0) return null;
  const first = [...found]
    .sort((a, b) => compareText(a.name, b.name))
    .slice(0, maxListed)
    .map(({ type, name, version, layer }) => ({
      type,
      name: name.slice(0, 200),
      version: version.slice(0, 200),
      layer,
    }));
  return { count: found.length, first };
}

/** The repositories of dhi.io that the image's package managers are set to use, each once, by address. */
export function hardenedRepositories(facts: Pick<Facts, "os" | "packageTrust">): HardenedRepository[] {
  const lines = [
    ...(facts.os?.apkRepositories ?? []).map((text) => ({ text, evidence: "/etc/apk/repositories" })),
    ...facts.packageTrust.map(({ detail, path }) => ({ text: detail, evidence: path })),
  ];
  const found = new Map<string, HardenedRepository>();
  for (const { text, evidence } of lines) {
    const match = place.exec(text.slice(0, 1000));
    const channel = match?.[2];
    if (match === null || (channel !== "main" && channel !== "security" && channel !== "els")) continue;
    const url = `https://${match[1]}`;
    if (!found.has(url)) found.set(url, { url, channel, evidence });
  }
  return [...found.values()].sort((a, b) => (a.url < b.url ? -1 : 1)).slice(0, maxListed);
}
