// The audit rules that are kept in files. The kernel's own list needs a program or more rights than a user has: rules that
// were loaded by hand alone are not seen. docs: auditd's augenrules(8), audit.rules(7).
import type { HostReader } from "./host-reader.ts";
import { type SurroundingLimits, sentence } from "./limits.ts";

const folder = "/etc/audit/rules.d";
const compiled = "/etc/audit/audit.rules";
const maxBytes = 2 * 1024 * 1024;
const maxFiles = 1000;
const maxRules = 20_000;

/** Rules without comments and blank lines, each once, in the order in which they are loaded. */
export async function readAuditRules(host: HostReader, limits: SurroundingLimits): Promise<string[]> {
  const names = await host.list(folder, maxFiles);
  if (!names.ok && names.state === "unreadable") limits.gap("host.audit", folder, names.cause);
  const files = names.ok
    ? names.value.filter((name) => name.endsWith(".rules")).map((name) => `${folder}/${name}`)
    : [];
  const rules = new Set<string>();
  for (const path of [compiled, ...files]) {
    const read = await host.text(path, maxBytes);
    if (!read.ok) {
      if (read.state === "unreadable") limits.gap("host.audit", path, read.cause);
      continue;
    }
    for (const line of read.value.split("\n")) {
      const rule = line.trim().replace(/\s+/g, " ");
      if (rule !== "" && !rule.startsWith("#")) rules.add(rule);
    }
  }
  if (rules.size > maxRules) {
    limits.gap("host.audit", folder, sentence("surroundings.too-many", { path: folder, limit: maxRules }));
  }
  return [...rules].slice(0, maxRules);
}
