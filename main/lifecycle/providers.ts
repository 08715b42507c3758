// Who stands behind a phase of support. endoflife.date names phases, not sellers; this table is from lifecycle.md section 2.

/** Who gives the general support; elsewhere the product's own project does. */
const makers: Readonly<Record<string, string>> = {
  ubuntu: "Canonical",
  rhel: "Red Hat",
  "redhat-build-of-openjdk": "Red Hat",
  sles: "SUSE",
  "oracle-linux": "Oracle",
  "oracle-jdk": "Oracle",
  "openjdk-builds-from-oracle": "Oracle",
  mysql: "Oracle",
  "amazon-linux": "Amazon",
  "amazon-corretto": "Amazon",
  "azul-zulu": "Azul",
  dotnet: "Microsoft",
  "microsoft-build-of-openjdk": "Microsoft",
  "eclipse-temurin": "Eclipse Adoptium",
  "ibm-semeru-runtime": "IBM",
};

/** Who gives or sells the source's `eoes` phase, where that is someone else. */
const extenders: Readonly<Record<string, string>> = {
  debian: "Debian LTS team",
  ubuntu: "Canonical (Ubuntu Pro)",
  rabbitmq: "Broadcom",
  nodejs: "HeroDevs and others",
  angular: "HeroDevs",
  angularjs: "HeroDevs",
  bootstrap: "HeroDevs",
  express: "HeroDevs",
  vue: "HeroDevs",
};

export function makerOf(product: { readonly id: string; readonly label: string }): string {
  return makers[product.id] ?? product.label;
}

export function extenderOf(product: { readonly id: string; readonly label: string }): string {
  return extenders[product.id] ?? makerOf(product);
}
