// Programs that make up an image's attack surface: shells, package managers, interpreters. A fixed list of names in the
// usual folders, so that the fact stays small whatever an image holds.

const shells = "sh bash dash ash zsh ksh mksh csh tcsh fish busybox toybox";
const packageManagers =
  "apt apt-get aptitude dpkg apk rpm yum dnf dnf5 microdnf tdnf zypper pacman opkg pip pip3 npm yarn pnpm gem composer conda";
const interpreters = "python python2 python3 perl ruby node nodejs php lua java deno bun tclsh gawk mawk";

export type ExecutableKind = "shell" | "packageManager" | "interpreter";

const kinds: ReadonlyMap<string, ExecutableKind> = new Map([
  ...shells.split(" ").map((name) => [name, "shell"] as const),
  ...packageManagers.split(" ").map((name) => [name, "packageManager"] as const),
  ...interpreters.split(" ").map((name) => [name, "interpreter"] as const),
]);

const inBinFolder = /^\/(?:usr\/(?:local\/)?)?s?bin\/([^/]+)$/;
const versioned = /^(?:python|perl|ruby|php|lua)\d{1,2}(?:\.\d{1,3}){0,2}$/;

/** The kind of program that an absolute path inside the image is, by its name and folder; null for anything else. */
export function executableKind(path: string): ExecutableKind | null {
  const name = inBinFolder.exec(path)?.[1];
  if (name === undefined) return null;
  return kinds.get(name) ?? (versioned.test(name) ? "interpreter" : null);
}
