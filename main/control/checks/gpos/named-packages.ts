// Packages that contradict "the host does it": software in the image that audits, drives hardware or filters the network.
import type { Package } from "../../../../shared/model/facts.ts";
import type { ProofPoint } from "../../../../shared/model/finding.ts";
import { isAllowedName } from "../../../../shared/policy-match.ts";
import { words } from "../../control-phrase.ts";
import { systemPackages } from "./installed-system.ts";

export const packageKinds = {
  /** Services that record events or watch for changes; their libraries (libaudit1, audit-libs) are none. */
  audit:
    /^(?:auditd|audit|audispd-plugins|rsyslog(?:-.+)?|syslog-ng(?:-.+)?|sysklogd|inetutils-syslogd|busybox-syslogd|systemd|aide(?:-.+)?|tripwire|osquery|falco|wazuh-agent|ossec-hids.*)$/,
  hardware:
    /^(?:wpa_?supplicant|iwd|hostapd|wireless-tools|iw|bluez(?:-.+)?|network-?manager|NetworkManager(?:-.+)?|modemmanager|ModemManager|usbguard|pcscd|pcsc-lite|cups(?:-daemon)?)$/,
  firewall: /^(?:iptables(?:-.+)?|nftables|ufw|firewalld|shorewall|ferm)$/,
} as const;

export interface NamedPackages {
  /** How many packages of the system there are in all. */
  readonly count: number;
  readonly found: readonly ProofPoint[];
  readonly excused: readonly ProofPoint[];
}

/** Packages of one kind as evidence, and those of them on the list `allowed`. */
export function packagesOf(
  kind: keyof typeof packageKinds,
  packages: readonly Package[],
  allowed: readonly string[],
): NamedPackages {
  const own = systemPackages(packages);
  const named = own.filter(({ name }) => packageKinds[kind].test(name));
  const isExcused = ({ name }: Package) => isAllowedName(name, allowed);
  return {
    count: own.length,
    found: named
      .filter((each) => !isExcused(each))
      .map((each) => point(each, words("gpos.package-of-kind", { version: each.version }))),
    excused: named.filter(isExcused).map((each) => point(each, words("gpos.package-allowed"))),
  };
}

function point({ type, name, layer }: Package, detail: ProofPoint["detail"]): ProofPoint {
  return { where: `${type} ${name}`, detail, layer };
}
