// What the commands of a build step do with package managers: refresh an index, install, switch signature checking off.
import { type ShellCommand, shellCommands } from "./shell-commands.ts";

interface Manager {
  readonly family: string;
  readonly refresh: readonly string[];
  readonly install: readonly string[];
  /** Options that skip the check of signatures. */
  readonly unverified: RegExp;
}

const apt: Manager = {
  family: "apt",
  refresh: ["update"],
  install: "install reinstall upgrade dist-upgrade full-upgrade safe-upgrade build-dep satisfy".split(" "),
  unverified:
    /^(?:--allow-unauthenticated|--force-yes|--allow-insecure-repositories|(?:-o|--option=?)?=?[\w:]*(?:AllowUnauthenticated|AllowInsecureRepositories|AllowDowngradeToInsecureRepositories)=(?!false$|0$|no$|off$).+)$/i,
};
const rpm: Manager = {
  family: "rpm",
  refresh: ["check-update", "check-upgrade", "makecache"],
  install:
    "install localinstall groupinstall reinstall update update-minimal upgrade upgrade-minimal distro-sync builddep downgrade group module swap".split(
      " ",
    ),
  unverified:
    /^(?:--nogpgcheck|--no-gpgchecks?|(?:--setopt=)?(?:[\w.*-]+\.)?(?:pkg_|repo_|localpkg_)?gpgcheck=(?:0|no|false))$/i,
};
const managers: ReadonlyMap<string, Manager> = new Map([
  ...["apt-get", "apt", "aptitude"].map((name) => [name, apt] as const),
  ...["yum", "dnf", "dnf5", "microdnf", "tdnf"].map((name) => [name, rpm] as const),
  [
    "apk",
    { family: "apk", refresh: ["update"], install: ["add", "upgrade", "fix"], unverified: /^--allow-untrusted$/ },
  ],
  [
    "zypper",
    {
      family: "zypper",
      refresh: ["refresh", "ref"],
      install: "install in update up patch dist-upgrade dup install-new-recommends inr".split(" "),
      unverified: /^(?:--no-gpg-checks|--allow-unsigned-rpm)$/,
    },
  ],
  [
    "opkg",
    { family: "opkg", refresh: ["update"], install: ["install", "upgrade"], unverified: /^--no-check-certificate$/ },
  ],
  ["rpm", { family: "rpm", refresh: [], install: [], unverified: /^--(?:nosignature|nodigest|noverify)$/ }],
  ["pacman", { family: "pacman", refresh: [], install: [], unverified: /^--siglevel=never$/i }],
]);

/** Settings that a step writes or passes on as text. */
const writtenSettings: readonly RegExp[] = [
  /\[[^\]\n]{0,300}\btrusted=yes\b[^\]\n]{0,300}\]/i,
  /(?:\b|\\n)(?:repo_|pkg_)?gpgcheck\s*=\s*(?:0|no|false)\b(?![/|#,]\s*(?:repo_|pkg_)?gpgcheck\s*=\s*1)/i,
  /\b(?:AllowUnauthenticated|AllowInsecureRepositories)["']?[\s=]+["']?(?:true|1|yes)\b/i,
  /\bSigLevel\s*=\s*Never\b/i,
];

/** The commands of a RUN script. */
export function commandsOf(script: string): ShellCommand[] {
  return shellCommands(script, (name) => managers.has(name));
}

/** The index refreshes of a script that no install or upgrade of the same family follows, as short command lines. */
export function refreshesAlone(script: string): string[] {
  const steps = commandsOf(script).flatMap((command) => {
    const does = actionOf(command);
    return does === null ? [] : [does];
  });
  return steps
    .filter(
      (step, index) =>
        step.action === "refresh" &&
        !steps.slice(index + 1).some((later) => later.action === "install" && later.family === step.family),
    )
    .map((step) => step.text);
}

/** What in a script switches signature checking off: options of package managers, and settings that it writes. */
export function uncheckedInstalls(script: string): string[] {
  const options = commandsOf(script).flatMap(({ program, args }) => {
    const unverified = managers.get(program)?.unverified;
    return args.filter((arg) => unverified?.test(arg) === true).map((arg) => `${program} ${arg.slice(0, 100)}`);
  });
  const written = writtenSettings.flatMap((setting) => setting.exec(script)?.[0].slice(0, 100) ?? []);
  const optionTexts = options.join("\n");
  return [...new Set([...options, ...written.filter((text) => !optionTexts.includes(text))])];
}

function actionOf({
  program,
  args,
}: ShellCommand): { action: "refresh" | "install"; family: string; text: string } | null {
  const manager = managers.get(program);
  if (manager === undefined) return null;
  if (program === "pacman") return pacmanAction(args);
  const verb = args.find((arg) => manager.refresh.includes(arg) || manager.install.includes(arg));
  if (verb === undefined) return null;
  const action = manager.refresh.includes(verb) ? "refresh" : "install";
  return { action, family: manager.family, text: `${program} ${verb}` };
}

/** pacman says it all in one option: -S with y refreshes, with u or with names it installs. */
function pacmanAction(args: readonly string[]): { action: "refresh" | "install"; family: string; text: string } | null {
  const option = args.find((arg) => /^-S[a-z]*$/.test(arg));
  if (option === undefined) return null;
  const installs = option.includes("u") || args.some((arg) => !arg.startsWith("-"));
  if (!installs && !option.includes("y")) return null;
  return { action: installs ? "install" : "refresh", family: "pacman", text: `pacman ${option}` };
}
