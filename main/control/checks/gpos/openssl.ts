// Whether OpenSSL is set to use its FIPS provider and no other: fips_module(7), config(5). It says nothing about programs
// that bring their own cryptography, nor whether the module of this build was validated.
import type { ProofPoint, Verdict } from "../../../../shared/model/finding.ts";
import type { SystemFacts } from "../../../../shared/model/system-facts.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { systemPackages } from "./installed-system.ts";
import { tested } from "./profile-rules.ts";

type Settings = SystemFacts["openssl"]["configs"][number];

/** Debian and Alpine; the rpm distributions. */
const providerPackage = /^(?:openssl-provider-fips|openssl-fips-provider.*)$/;

export const openssl = defineCheck({
  decides: tested.openssl,
  needs: ["system", "packages", "config"],
  judge({ system, packages, config }): Verdict {
    const { configs, moduleConfigs, providers } = system?.openssl ?? { configs: [], moduleConfigs: [], providers: [] };
    const chosen = config.env.find(({ name }) => name === "OPENSSL_CONF")?.value ?? "";
    const main = configs.filter(({ path }) => !/fipsmodule[^/]*$/.test(path));
    const counting = chosen === "" ? main : main.filter(({ path }) => path === chosen);
    const complete = counting.filter(isComplete);
    const packaged = systemPackages(packages).filter(({ name }) => providerPackage.test(name));

    const faults: ProofPoint[] = [];
    if (moduleConfigs.length === 0) faults.push(point("fipsmodule.cnf", words("gpos.openssl-no-module-config")));
    if (counting.length === 0) {
      const fault = chosen === "" ? words("gpos.openssl-no-config") : words("gpos.openssl-elsewhere", { path: chosen });
      faults.push(point(chosen === "" ? "openssl.cnf" : "env OPENSSL_CONF", fault));
    } else if (complete.length === 0) faults.push(...counting.map(incompletePoint));
    const missesProvider = providers.length === 0 && packaged.length === 0;
    if (missesProvider) faults.push(point("fips.so", words("gpos.openssl-no-provider")));

    const [first, ...rest] = faults;
    if (first !== undefined) {
      return {
        status: "fail",
        evidence: [first, ...rest],
        restsOn: [
          "system",
          ...(missesProvider ? (["packages"] as const) : []),
          ...(chosen === "" ? [] : (["config"] as const)),
        ],
      };
    }
    const [setting = "openssl.cnf"] = complete.map(({ path }) => path);
    return {
      status: "pass",
      evidence: [
        point(setting, words("gpos.openssl-config")),
        ...moduleConfigs.map((path) => point(path, words("gpos.openssl-module-config"))),
        ...providers.map((path) => point(path, words("gpos.openssl-provider"))),
        ...packaged.map(({ type, name, version }) =>
          point(`${type} ${name}`, words("gpos.openssl-package", { version })),
        ),
      ],
    };
  },
});

function isComplete({ includesFipsModule, fipsSection, defaultProperties }: Settings): boolean {
  return includesFipsModule && fipsSection && defaultProperties;
}

function incompletePoint({ path, layer, includesFipsModule, fipsSection, defaultProperties }: Settings): ProofPoint {
  const missing = [
    ...(includesFipsModule ? [] : [".include fipsmodule.cnf"]),
    ...(fipsSection ? [] : ["fips = fips_sect"]),
    ...(defaultProperties ? [] : ["default_properties = fips=yes"]),
  ];
  return { where: path, detail: words("gpos.openssl-incomplete", { missing: missing.join(", ") }), layer };
}

function point(where: string, detail: ProofPoint["detail"]): ProofPoint {
  return { where, detail };
}
