// Packages of the operating system that hardly any workload needs at run time. Whether the rest is needed is a judgement,
// so it is handed to a person, with the package managers as evidence.
import type { Package } from "../../../shared/model/facts.ts";
import type { ProofPoint, Verdict } from "../../../shared/model/finding.ts";
import { isAllowedName } from "../../../shared/policy-match.ts";
import { type ControlPhraseKey, words } from "../control-phrase.ts";
import { defineCheck } from "../define-check.ts";
import { excusing, saidBeside } from "../fail-or-pass.ts";

/** Names that mean the same thing on the distributions; runtime libraries and data packages (gcc-12-base) never match. */
const unwanted: readonly { readonly says: ControlPhraseKey; readonly names: RegExp }[] = [
  {
    says: "control.package-remote-access",
    names:
      /^(openssh-server|openssh-sftp-server|dropbear(-bin|-run)?|telnetd|inetutils-telnetd|telnet-server|rsh-(redone-)?server|rlogin-server|vsftpd|proftpd(-\w+)?|pure-ftpd(-\w+)?|tftpd(-hpa)?|tftp-server|xrdp|(tight|tiger|x11)vnc(-?server|-standalone-server)?|x11vnc)$/,
  },
  {
    says: "control.package-compiler",
    names:
      /^((gcc|g\+\+|clang|gfortran|gcc-c\+\+)(-\d+(\.\d+)?)?(-[a-z0-9_]+-linux-[a-z0-9]+)?|build-essential|build-base|tcc|rustc|golang(-go|-\d+(\.\d+)?-go)?|go|make|cmake|(default|openjdk-\d+)-jdk(-headless)?)$/,
  },
  {
    says: "control.package-debugger",
    names: /^(gdb(-minimal|server)?|strace|ltrace|valgrind|lldb(-\d+)?|perf|linux-perf|bpftrace)$/,
  },
  {
    says: "control.package-network",
    names:
      /^(nmap|ncat|nmap-ncat|netcat(-\w+)?|socat|tcpdump|tshark|wireshark(-\w+)?|telnet|inetutils-telnet|ftp|tnftp|hping3|masscan|ettercap-\w+|dsniff)$/,
  },
];
const managers =
  /^(apt|aptitude|dpkg|apk-tools|rpm|yum|dnf|dnf5|microdnf|tdnf|zypper|pacman|opkg|libapk2?|python3-pip|py3-pip|npm)$/;
const systemTypes: ReadonlySet<Package["type"]> = new Set(["deb", "apk", "rpm"]);

export const unnecessaryPackages = defineCheck({
  decides: ["cis-docker:4.3", "image-srg:essential-only"],
  needs: ["packages", "os"],
  judge({ packages, os, policy }): Verdict {
    const own = packages.filter(({ type }) => systemTypes.has(type));
    if (own.length === 0) {
      return os === null
        ? { status: "not-applicable", reason: words("control.packages-none") }
        : { status: "manual", reason: words("control.packages-nothing-listed"), evidence: [] };
    }
    const denied = own.flatMap((found) => {
      const says = denialOf(found);
      return says === null ? [] : [{ found, says }];
    });
    const { faults, excused } = excusing(
      denied,
      "allowedPackages",
      ({ found }) => isAllowedName(found.name, policy.allowedPackages),
      ({ found, says }) => point(found, words(says, { version: found.version })),
    );
    const [first, ...rest] = faults;
    // A package that was seen is installed, whatever else could not be read.
    if (first !== undefined) return { status: "fail", evidence: [first, ...rest, ...saidBeside(excused)], restsOn: [] };
    return {
      status: "manual",
      reason: words("control.packages-person", { count: own.length }),
      evidence: [
        ...own.filter(({ name }) => managers.test(name)).map((found) => point(found, words("control.package-manager"))),
        ...excused,
      ],
    };
  },
});

/** What an unwanted package is; null for any other. */
function denialOf({ type, name }: Package): ControlPhraseKey | null {
  // Alpine's `openssh` brings the server; that of the rpm distributions is what client and server share.
  if (type === "apk" && name === "openssh") return "control.package-remote-access";
  return unwanted.find(({ names }) => names.test(name))?.says ?? null;
}

function point({ type, name, layer }: Package, detail: ProofPoint["detail"]): ProofPoint {
  return { where: `${type} ${name}`, detail, layer };
}
