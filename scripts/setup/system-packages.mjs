// The Debian packages that the app and the tests need from the system, and how they get there: as root through apt-get,
// for anybody else as the exact line to run. Nothing is asked of the network when all of them are there.
import { readdirSync } from "node:fs";
import { lastLine, runProgram } from "./run-program.mjs";

/** By purpose; names as in Debian 12. What a library is called after Debian's 64-bit time change is found out below. */
export const systemPackages = {
  /** Shared libraries of Electron. */
  window: [
    "libgtk-3-0",
    "libnss3",
    "libasound2",
    "libgbm1",
    "libxss1",
    "libxtst6",
    "libatk-bridge2.0-0",
    "libcups2",
    "libdrm2",
    "libnotify4",
    "dbus",
  ],
  /** A screen without a screen, for the tests that open the app. */
  screen: ["xvfb"],
  /** The renderer in today's engine. */
  browser: ["chromium"],
  /** A real Docker daemon, real images, the way to it over ssh, the other programs that write images, rpm and Berkeley DB. */
  engine: [
    "docker.io",
    "mmdebstrap",
    "openssh-client",
    "openssh-server",
    "skopeo",
    "buildah",
    "podman",
    "umoci",
    "rpm",
    "db-util",
  ],
  /** Programs that judge what we wrote and did, or write what we read: pdfsig, pdftotext, qpdf, openssl, certutil, strace, setcap,
   * desktop-file-validate. */
  judges: ["poppler-utils", "qpdf", "openssl", "libnss3-tools", "strace", "libcap2-bin", "desktop-file-utils"],
};

/**
 * @typedef {object} System what is asked of the machine; a fake in tests
 * @property {(names: readonly string[]) => Promise<Set<string> | null>} installed which of the names dpkg has; null without dpkg
 * @property {(name: string) => Promise<boolean>} known whether apt offers the name
 * @property {() => boolean} hasLists whether apt has package lists at all
 * @property {(args: readonly string[]) => Promise<string | null>} aptGet runs apt-get; null, or what went wrong
 */

/**
 * Sees to it that the packages are there.
 * @param {readonly string[]} wanted
 * @param {{platform?: string, uid?: number, say?: (line: string) => void, system?: System}} [world]
 * @returns {Promise<{missing: string[], line: string | null}>} what is still missing afterwards, and the line that a
 *   person can run to get it; nothing is missing on systems without dpkg, where we cannot tell
 */
export async function ensureSystemPackages(
  wanted,
  { platform = process.platform, uid = process.getuid?.(), say = () => undefined, system = debian } = {},
) {
  const nothing = { missing: [], line: null };
  if (platform !== "linux") return nothing;
  const missing = await missingPackages(wanted, system);
  if (missing === null || missing.length === 0) return nothing;
  if (uid !== 0) {
    // The lists are ours to read, so the names can be right for this release.
    return { missing, line: sudoLine(await offeredNames(missing, system), system.hasLists()) };
  }
  if (!system.hasLists()) {
    say("reading the package lists");
    const problem = await system.aptGet(["update"]);
    if (problem !== null) say(`apt-get update: ${problem}`);
  }
  const names = await offeredNames(missing, system);
  say(`installing ${names.join(" ")}`);
  let problem = await system.aptGet(installArguments(names));
  if (problem !== null) {
    // Lists that are too old name files that the mirror no longer has.
    await system.aptGet(["update"]);
    problem = await system.aptGet(installArguments(names));
  }
  if (problem === null) return nothing;
  say(`apt-get install: ${problem}`);
  return { missing: (await missingPackages(wanted, system)) ?? [], line: sudoLine(names, system.hasLists()) };
}

/** The line that a person without root is told. */
export function sudoLine(names, hasLists = true) {
  return `${hasLists ? "" : "sudo apt-get update && "}sudo apt-get ${installArguments(names).join(" ")}`;
}

function installArguments(names) {
  return ["install", "-y", "--no-install-recommends", ...names];
}

/** Those that are not installed, under neither name; null where there is no dpkg. */
async function missingPackages(wanted, system) {
  const installed = await system.installed(wanted.flatMap(bothNames));
  return installed === null ? null : wanted.filter((name) => !bothNames(name).some((one) => installed.has(one)));
}

/** Since 2024 many libraries carry the ending t64 (Debian 13, Ubuntu 24.04). */
function bothNames(name) {
  return [name, `${name}t64`];
}

async function offeredNames(names, system) {
  const offered = [];
  for (const name of names) {
    const renamed = `${name}t64`;
    offered.push(!(await system.known(name)) && (await system.known(renamed)) ? renamed : name);
  }
  return offered;
}

/** @type {System} */
const debian = {
  async installed(names) {
    const format = ["Package", "db:Status-Status"].map((field) => `$\{${field}}`).join(" ");
    const { code, stdout } = await runProgram("dpkg-query", ["-W", `-f=${format}\\n`, ...names]);
    // 1 only says that some of the names are unknown.
    if (code !== 0 && code !== 1) return null;
    const lines = stdout.split("\n").filter((line) => line.endsWith(" installed"));
    return new Set(lines.map((line) => line.split(" ")[0]));
  },
  async known(name) {
    const { stdout } = await runProgram("apt-cache", ["policy", name]);
    return /Candidate: (?!\(none\))/.test(stdout);
  },
  hasLists() {
    try {
      return readdirSync("/var/lib/apt/lists").some((name) => /_Packages(\.\w+)?$/.test(name));
    } catch {
      return false;
    }
  },
  async aptGet(args) {
    const { code, stderr } = await runProgram("apt-get", ["-q", "-o", "DPkg::Lock::Timeout=120", ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    return code === 0 ? null : lastLine(stderr) || `exit ${code}`;
  },
};
