// The host's kernel: its release, settings that rules ask for, and which of the two access controls it runs. docs: proc_sys(5),
// apparmor(7), selinux(8).
import type { HostFacts } from "../../shared/model/surroundings.ts";
import type { HostReader } from "./host-reader.ts";
import type { SurroundingLimits } from "./limits.ts";

const maxBytes = 64 * 1024;

/** By the names that sysctl has for them; one that this kernel does not have is left out. */
const settings = [
  "crypto.fips_enabled",
  "fs.protected_fifos",
  "fs.protected_hardlinks",
  "fs.protected_regular",
  "fs.protected_symlinks",
  "fs.suid_dumpable",
  "kernel.dmesg_restrict",
  "kernel.keys.maxkeys",
  "kernel.kptr_restrict",
  "kernel.modules_disabled",
  "kernel.perf_event_paranoid",
  "kernel.randomize_va_space",
  "kernel.unprivileged_bpf_disabled",
  "kernel.unprivileged_userns_clone",
  "kernel.yama.ptrace_scope",
  "net.bridge.bridge-nf-call-ip6tables",
  "net.bridge.bridge-nf-call-iptables",
  "net.ipv4.ip_forward",
  "net.ipv6.conf.all.forwarding",
  "user.max_user_namespaces",
];

/** AppArmor: whether it is on. SELinux: `enforcing`, `permissive`, null = not in use. */
export async function readKernel(host: HostReader, limits: SurroundingLimits): Promise<HostFacts["kernel"]> {
  const line = async (path: string): Promise<string | null> => {
    const read = await host.text(path, maxBytes);
    if (read.ok) return read.value.trim();
    if (read.state === "unreadable") limits.note("host.kernel", path, read.cause);
    return null;
  };
  const release = await line("/proc/sys/kernel/osrelease");
  if (release === null) {
    const read = await host.text("/proc/sys/kernel/osrelease", maxBytes);
    if (!read.ok) limits.gap("host.kernel", "/proc/sys", read.cause);
  }
  const found: [string, string][] = [];
  for (const name of settings) {
    const value = await line(`/proc/sys/${name.replaceAll(".", "/")}`);
    if (value !== null) found.push([name, value]);
  }
  const armorPath = "/sys/module/apparmor/parameters/enabled";
  const armor = await host.text(armorPath, maxBytes);
  if (!armor.ok && armor.state === "unreadable") limits.note("host.kernel", armorPath, armor.cause);
  const enforce = await line("/sys/fs/selinux/enforce");
  return {
    release: release ?? "",
    settings: Object.fromEntries(found),
    appArmor: armor.ok ? armor.value.trim() === "Y" : armor.state === "absent" ? false : null,
    seLinux: enforce === null ? null : enforce === "1" ? "enforcing" : "permissive",
  };
}
