// FIPS 140 told per module. The word "fips" on a label is no certificate, a module in the image is none either: only a verified
// attestation says which modules are validated, and until when (dhi.md section 3.6).
import type { Facts, Package } from "../../shared/model/facts.ts";
import type { FipsModule, FipsState } from "../../shared/model/hardened.ts";
import type { Phrase } from "../../shared/model/phrase.ts";
import { attestedModules } from "./fips-attestation.ts";
import { words } from "./hardened-phrase.ts";

/** Packages that are a module with a validation of its own, by type and name. */
const modulePackages: readonly { readonly type: RegExp; readonly name: RegExp; readonly module: string }[] = [
  { type: /^(?:deb|apk)$/, name: /^openssl-provider-fips$/, module: "OpenSSL FIPS Provider" },
  { type: /^rpm$/, name: /^openssl-fips-provider(?:-so)?$/, module: "OpenSSL FIPS Provider" },
  { type: /^maven$/, name: /(?:^|:)bc-fips$/, module: "Bouncy Castle FIPS Java API" },
];

/**
 * What is known of the image's FIPS modules; null where nothing speaks of FIPS: no label (`labelled`), no attestation, no module.
 * Modules of attestations come first, then those that only lie in the image. Pure; sunset days are judged by `fipsEntries`.
 */
export function fipsOf(facts: Facts, labelled: boolean): FipsState | null {
  const { modules: stated, unread } = attestedModules(facts);
  const present = presentModules(facts).filter(
    ({ name, version }) => !stated.some((one) => isSame(one, name, version)),
  );
  const modules = [...stated, ...present];
  if (!labelled && modules.length === 0 && unread.length === 0) return null;
  const state = stated.some(({ ground }) => ground === "attested") ? "attested" : "claimed";
  const reasons: Phrase[] = [];
  if (labelled && state === "claimed") reasons.push(words("hardened.fips-only-label"));
  if (!labelled && stated.length > 0) reasons.push(words("hardened.fips-no-label"));
  for (const source of unread) reasons.push(words("hardened.fips-unread", { source }));
  for (const module of modules) reasons.push(moduleReason(module));
  return { state, modules, reasons };
}

function moduleReason({ name, version = "", ground, status, certificate, source }: FipsModule): Phrase {
  const module = `${name} ${version}`.trim();
  if (status === "unknown") return words("hardened.fips-present", { module, source });
  if (ground === "claimed") return words("hardened.fips-unverified", { module, source });
  if (status === "in process") return words("hardened.fips-in-process", { module });
  if (certificate === undefined) return words("hardened.fips-no-certificate", { module, status });
  return words("hardened.fips-certificate", { module, certificate, status });
}

/** Modules that lie in the image, from packages and, where no package brings it, OpenSSL's provider file. */
function presentModules(facts: Facts): FipsModule[] {
  const found = facts.packages.flatMap((each) => moduleOfPackage(each) ?? []);
  const [provider] = facts.system?.openssl.providers ?? [];
  if (provider !== undefined && !found.some(({ name }) => name === "OpenSSL FIPS Provider")) {
    found.push({ name: "OpenSSL FIPS Provider", status: "unknown", ground: "claimed", source: provider });
  }
  return [...new Map(found.map((each) => [`${each.name} ${each.version}`, each])).values()].slice(0, 20);
}

function moduleOfPackage({ type, name, version, path }: Package): FipsModule | null {
  const known = modulePackages.find((each) => each.type.test(type) && each.name.test(name));
  if (known === undefined) return null;
  return { name: known.module, version, status: "unknown", ground: "claimed", source: `${type} ${name} (${path})` };
}

/** Whether an attested module is the one that a package brings: the same name, and a version that the package's begins with. */
function isSame(stated: FipsModule, name: string, version: string | undefined): boolean {
  if (stated.name.toLowerCase() !== name.toLowerCase()) return false;
  if (stated.version === undefined || version === undefined) return true;
  const upstream = version.replace(/^\d+:/, "");
  const rest = upstream.slice(stated.version.length);
  return upstream.startsWith(stated.version) && (rest === "" || /^[-+~.]/.test(rest));
}
