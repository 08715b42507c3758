// Whose Java it is decides until when it is supported: IMPLEMENTOR of the `release` file -> product (lifecycle.md 3.3).

const vendors: readonly (readonly [implementor: RegExp, product: string])[] = [
  [/^Eclipse Adoptium|^Temurin/i, "eclipse-temurin"],
  [/^Amazon/i, "amazon-corretto"],
  [/^Azul/i, "azul-zulu"],
  [/^IBM|^International Business Machines/i, "ibm-semeru-runtime"],
  [/^Oracle JDK/i, "oracle-jdk"],
  [/^Oracle GraalVM/i, "oracle-graalvm"],
  [/^GraalVM Community/i, "graalvm-ce"],
  [/^Oracle Corporation/i, "openjdk-builds-from-oracle"],
  [/^Microsoft/i, "microsoft-build-of-openjdk"],
  [/^BellSoft/i, "bellsoft-liberica"],
  [/^SAP\b/i, "sapmachine"],
  [/^Red Hat/i, "redhat-build-of-openjdk"],
  [/^Alibaba/i, "alibaba-dragonwell"],
];

/** endoflife.date id for a vendor as the runtime fact names it; null for an unknown one. */
export function javaProduct(vendor: string | undefined): string | null {
  if (vendor === undefined) return null;
  return vendors.find(([implementor]) => implementor.test(vendor))?.[1] ?? null;
}

/** `1.8.0_502`, `8u502` and `21.0.12+8` -> `8`, `8`, `21`; null where no number leads. */
export function javaMajor(version: string): string | null {
  return /^(?:jdk-?)?(?:1\.(?=\d))?(\d+)/.exec(version.trim())?.[1] ?? null;
}
