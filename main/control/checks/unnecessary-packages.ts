// 4.3: packages of a fixed list that a running service has no use for. Whether the rest is needed is a judgement.
import type { Package } from "../../../shared/model/facts.ts";
import type { ProofPoint, Verdict } from "../../../shared/model/finding.ts";
import { type ControlPhraseKey, words } from "../control-phrase.ts";
import { defineCheck } from "../define-check.ts";

/** By purpose: the names that Debian, Alpine and the rpm distributions use, versions behind a dash included. */
const denied: readonly (readonly [ControlPhraseKey, RegExp])[] = [
  [
    "control.package-remote-access",
    /^(?:openssh-server(?:-\w+)?|dropbear(?:-bin|-run)?|tinysshd?|telnetd(?:-ssl)?|inetutils-telnetd|telnet-server|rsh-(?:server|redone-server)|inetutils-ftpd|vsftpd|proftpd(?:-\w+)?|pure-ftpd|ftpd(?:-ssl)?|tftpd(?:-hpa)?|tftp-server|atftpd?|xrdp|x11vnc|(?:tight|tiger|turbo)vnc(?:-(?:standalone-)?server|server)?|vnc4server|rlinetd|xinetd)$/,
  ],
  [
    "control.package-compiler",
    /^(?:gcc(?:-\d+(?:\.\d+)*)?|g\+\+(?:-\d+(?:\.\d+)*)?|gcc-c\+\+|gcc-gfortran|gfortran(?:-\d+)?|clang\d*(?:-\d+)?|tcc|build-base|build-essential|golang(?:-go|-bin|-\d[\d.]*(?:-go)?)?|go|rustc|rust|ghc|gdc|ldc|nasm|yasm)$/,
  ],
  [
    "control.package-debugger",
    /^(?:gdb(?:-minimal|-multiarch|-headless|-gdbserver|server)?|strace|ltrace|lldb(?:-\d+)?|valgrind|bpftrace|radare2)$/,
  ],
  [
    "control.package-network-tool",
    /^(?:nmap(?:-ncat)?|ncat|netcat(?:-openbsd|-traditional)?|socat|tcpdump|wireshark(?:-\w+)?|tshark|termshark|hping3?|ettercap(?:-\w+)?|dsniff|arp-scan|masscan|telnet(?:-ssl)?|inetutils-telnet|rsh-(?:client|redone-client)|iperf3?|mtr(?:-tiny)?|ngrep)$/,
  ],
];
const manager = /^(?:apt|aptitude|dpkg|apk-tools|rpm|yum|dnf5?|microdnf|tdnf|zypper|pacman|opkg)$/;
const systemTypes: ReadonlySet<Package["type"]> = new Set(["deb", "apk", "rpm"]);

export const unnecessaryPackages = defineCheck({
  decides: ["cis-docker:4.3"],
  needs: ["packages", "os"],
  lacks({ packages, os }) {
    // A system without one package has lost its database, or keeps it where nobody looks.
    return os !== null && packages.every(({ type }) => !systemTypes.has(type))
      ? words("control.packages-no-database", { os: os.prettyName ?? os.id })
      : null;
  },
  judge({ packages }): Verdict {
    const installed = packages.filter(({ type }) => systemTypes.has(type));
    if (installed.length === 0) return { status: "not-applicable", reason: words("control.packages-none") };
    const [first, ...others] = installed.flatMap((one) => {
      const key = denialOf(one);
      return key === null ? [] : [pointAt(one, key)];
    });
    if (first !== undefined) return { status: "fail", evidence: [first, ...others], restsOn: [] };
    return {
      status: "manual",
      reason: words("control.packages-manual", { count: installed.length }),
      evidence: installed
        .filter(({ name }) => manager.test(name))
        .map((one) => pointAt(one, "control.package-manager")),
    };
  },
});

/** What an unwanted package is; null for any other. */
function denialOf({ type, name }: Package): ControlPhraseKey | null {
  // Alpine's `openssh` brings the server; that of the rpm distributions is what client and server share.
  if (type === "apk" && name === "openssh") return "control.package-remote-access";
  return denied.find(([, names]) => names.test(name))?.[0] ?? null;
}

function pointAt({ type, name, version, layer }: Package, key: ControlPhraseKey): ProofPoint {
  return { where: `${type} ${name}`, detail: words(key, { name, version }), layer };
}
