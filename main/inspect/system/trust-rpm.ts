// Settings of yum, dnf and zypper that switch signature checks off: INI files, yum.conf(5), dnf.conf(5), zypp.conf.
import type { TrustReading } from "./trust-setting.ts";

const no = /^(?:0|no|false|off)$/i;
const yes = /^(?:1|yes|true|on)$/i;
const checks = /^(?:gpgcheck|pkg_gpgcheck|localpkg_gpgcheck)$/i;

/**
 * Sections with `gpgcheck=0` and the like. `localpkg_gpgcheck` and `repo_gpgcheck` are off by default and so no sign of
 * their own; a repository that is not enabled is not looked at.
 */
export function readRpmSettings(text: string): TrustReading {
  const disabled: string[] = [];
  let sections = 0;
  for (const { name, options } of iniSections(text)) {
    if (no.test(options.get("enabled") ?? "")) continue;
    sections++;
    for (const [option, value] of options) {
      const off = checks.test(option) && option !== "localpkg_gpgcheck" && no.test(value);
      if (off || (option === "skip_if_unsigned" && yes.test(value))) disabled.push(`[${name}] ${option}=${value}`);
    }
  }
  return { disabled, otherwise: `${sections} sections, none switches gpgcheck off` };
}

function iniSections(text: string): { name: string; options: ReadonlyMap<string, string> }[] {
  const sections: { name: string; options: Map<string, string> }[] = [];
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim();
    if (line === "" || line.startsWith("#") || line.startsWith(";")) continue;
    const header = /^\[([^\]]{1,200})\]/.exec(line)?.[1];
    if (header !== undefined) sections.push({ name: header, options: new Map() });
    const option = /^([A-Za-z_.]+)\s*[=:]\s*(.*)$/.exec(line);
    if (option?.[1] !== undefined) sections[sections.length - 1]?.options.set(option[1].toLowerCase(), option[2] ?? "");
  }
  return sections;
}
