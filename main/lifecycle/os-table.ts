// Which endoflife.date product an os-release ID is (lifecycle.md 3.1; samples in chef/os_release and anchore/syft).

/** Products by lower-case ID. An ID that is itself the id of an operating system in the catalogue needs no line here. */
export const osProducts: ReadonlyMap<string, string> = new Map([
  ["alpine", "alpine-linux"],
  ["amzn", "amazon-linux"],
  ["rocky", "rocky-linux"],
  ["ol", "oracle-linux"],
  ["sles_sap", "sles"],
  ["opensuse-leap", "opensuse"],
  ["opensuse", "opensuse"],
  ["pop", "pop-os"],
  ["clear-linux-os", "clear-linux"],
  ["sle-micro", "suse-linux-micro"],
  ["sl-micro", "suse-linux-micro"],
  ["mx", "mxlinux"],
]);

/** Systems without releases that end. Value: the product they belong to, or null. */
export const rollingSystems: ReadonlyMap<string, string | null> = new Map<string, string | null>([
  ["opensuse-tumbleweed", "opensuse"],
  ["opensuse-slowroll", "opensuse"],
  ["opensuse-microos", null],
  ["tumbleweed", "opensuse"],
  ["wolfi", null],
  ["chainguard", null],
  ["minimos", null],
  ["secureos", null],
  ["echo", null],
  ["arch", null],
  ["archarm", null],
  ["manjaro", null],
  ["artix", null],
  ["gentoo", null],
  ["kali", null],
  ["void", null],
]);

/** Derivatives without a product that count exactly as their parent does. */
export const sameNumbersAs: ReadonlyMap<string, string> = new Map([["raspbian", "debian"]]);
