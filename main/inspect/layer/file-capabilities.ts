// File capabilities as the kernel keeps them in the attribute `security.capability` (linux/capability.h, struct
// vfs_cap_data, revisions 1 to 3; capabilities(7)): what a program may do beyond its user once it is executed.

export const capabilityAttribute = "security.capability";

export interface FileCapabilities {
  /** What the program may take (permitted), by the names of capabilities(7), lowest number first. */
  readonly capabilities: readonly string[];
  /** What it may take only where the caller has it as well (inheritable); absent when none. */
  readonly inheritable?: readonly string[];
  /** It has them at once, without asking. */
  readonly effective: boolean;
  /** Revision 3: they hold only in a user namespace whose root is this user; absent when that is everywhere. */
  readonly rootId?: number;
}

const names = [
  "chown",
  "dac_override",
  "dac_read_search",
  "fowner",
  "fsetid",
  "kill",
  "setgid",
  "setuid",
  "setpcap",
  "linux_immutable",
  "net_bind_service",
  "net_broadcast",
  "net_admin",
  "net_raw",
  "ipc_lock",
  "ipc_owner",
  "sys_module",
  "sys_rawio",
  "sys_chroot",
  "sys_ptrace",
  "sys_pacct",
  "sys_admin",
  "sys_boot",
  "sys_nice",
  "sys_resource",
  "sys_time",
  "sys_tty_config",
  "mknod",
  "lease",
  "audit_write",
  "audit_control",
  "setfcap",
  "mac_override",
  "mac_admin",
  "syslog",
  "wake_alarm",
  "block_suspend",
  "audit_read",
  "perfmon",
  "bpf",
  "checkpoint_restore",
];

/** Bytes by revision; the words of permitted and inheritable stand in turn, low halves first. */
const sizes: Readonly<Record<number, number>> = { 1: 12, 2: 20, 3: 24 };

/** The capabilities in the attribute's value; null where the kernel would not take it (wrong size, unknown revision). */
export function decodeCapabilities(value: Buffer): FileCapabilities | null {
  if (value.length < 4) return null;
  const magic = value.readUInt32LE(0);
  const revision = magic >>> 24;
  if (sizes[revision] !== value.length) return null;
  const words = revision === 1 ? 1 : 2;
  const setAt = (offset: number) => {
    const found: string[] = [];
    for (let word = 0; word < words; word++) {
      const bits = value.readUInt32LE(4 + 8 * word + offset);
      for (let bit = 0; bit < 32; bit++) {
        if (((bits >>> bit) & 1) === 1) found.push(`cap_${names[32 * word + bit] ?? 32 * word + bit}`);
      }
    }
    return found;
  };
  const inheritable = setAt(4);
  const rootId = revision === 3 ? value.readUInt32LE(20) : 0;
  return {
    capabilities: setAt(0),
    ...(inheritable.length === 0 ? {} : { inheritable }),
    effective: (magic & 1) === 1,
    ...(rootId === 0 ? {} : { rootId }),
  };
}
