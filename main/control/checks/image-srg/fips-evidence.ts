// What an image shows of a cryptographic module after FIPS 140: OpenSSL's provider and its activation (fips_config(5),
// config(5)), a variable that leads away from it, and packages that bring such a module.
import type { ImageConfig, Package } from "../../../../shared/model/facts.ts";
import type { ProofPoint } from "../../../../shared/model/finding.ts";
import type { SystemFacts } from "../../../../shared/model/system-facts.ts";
import { words } from "../../control-phrase.ts";

export interface FipsEvidence {
  /** Installed and switched on. */
  readonly active: readonly ProofPoint[];
  /** Meant to be on, and is not. */
  readonly broken: readonly ProofPoint[];
  /** There, without a sign that it is on. */
  readonly present: readonly ProofPoint[];
}

type Settings = SystemFacts["openssl"]["configs"][number];

const providerName = /\/fips[^/]*\.so$/;
const moduleConfig = /\/fipsmodule\.cnf$/;
const fipsPackage = /(?:^|[-_+.])fips(?:[-_+.\d]|$)/i;

/** Searches OpenSSL's settings, the variables of the config, and the packages. */
export function fipsEvidence(
  openssl: SystemFacts["openssl"],
  config: ImageConfig,
  packages: readonly Package[],
): FipsEvidence {
  const stated = config.env.find(({ name }) => name === "OPENSSL_CONF")?.value ?? null;
  const settings = openssl.configs.filter(({ path }) => !moduleConfig.test(path));
  const demanding = settings.filter(({ fipsSection, defaultProperties }) => fipsSection || defaultProperties);
  const providers = openssl.providers.filter((path) => providerName.test(path));
  const used = demanding.filter(({ path }) => stated === null || path === stated);
  const broken: ProofPoint[] = used.flatMap(({ path, layer, ...settings }) =>
    faultsOf(settings, providers.length > 0, openssl.moduleConfigs.length > 0).map((fault) => ({
      where: path,
      detail: words(fault),
      layer,
    })),
  );
  if (stated !== null && used.length === 0 && demanding.length > 0) {
    broken.push({ where: "env OPENSSL_CONF", detail: words("srg.fips-led-away", { path: stated.slice(0, 300) }) });
  }
  const active: ProofPoint[] =
    broken.length > 0 ? [] : used.map(({ path, layer }) => ({ where: path, detail: words("srg.fips-active"), layer }));
  return {
    active,
    broken,
    present: [...providers.map(providerPoint), ...packages.filter(bringsModule).map(packagePoint)],
  };
}

function faultsOf(
  {
    includesFipsModule,
    fipsSection,
    defaultProperties,
  }: Pick<Settings, "includesFipsModule" | "fipsSection" | "defaultProperties">,
  hasProvider: boolean,
  hasModuleConfig: boolean,
) {
  return [
    ...(includesFipsModule ? [] : ["srg.fips-not-included" as const]),
    ...(fipsSection ? [] : ["srg.fips-no-section" as const]),
    ...(defaultProperties ? [] : ["srg.fips-no-default" as const]),
    ...(hasModuleConfig ? [] : ["srg.fips-no-module-config" as const]),
    ...(hasProvider ? [] : ["srg.fips-no-provider" as const]),
  ];
}

function bringsModule({ name, version }: Package): boolean {
  return fipsPackage.test(name) || /[+.~-]fips/i.test(version) || /^(?:org\.bouncycastle:)?bc-fips$/.test(name);
}

function providerPoint(path: string): ProofPoint {
  return { where: path, detail: words("srg.fips-provider") };
}

function packagePoint({ type, name, version, layer }: Package): ProofPoint {
  return { where: `${type} ${name}`, detail: words("srg.fips-package", { version }), layer };
}
