// Checks of hosts: adding one is a file and a line here.
import type { SurroundingCheck } from "../../define-surrounding-check.ts";
import { addressSpaceLayout } from "./address-space-layout.ts";
import { auditChecks } from "./audit-watches.ts";
import { cgroupParent } from "./cgroup-parent.ts";
import { dataPartition } from "./data-partition.ts";
import { defaultUlimits } from "./default-ulimits.ts";
import { fileModes } from "./file-mode.ts";
import { fileOwners } from "./file-owner.ts";
import { firewallRules } from "./firewall-rules.ts";
import { jsonFileLimits, logOptions } from "./log-options.ts";
import { trustedAccounts } from "./trusted-accounts.ts";
import { userlandProxy } from "./userland-proxy.ts";
import { vendorKey } from "./vendor-key.ts";

export const hostChecks: readonly SurroundingCheck[] = [
  dataPartition,
  trustedAccounts,
  ...auditChecks,
  firewallRules,
  defaultUlimits,
  cgroupParent,
  userlandProxy,
  ...fileOwners,
  ...fileModes,
  logOptions,
  jsonFileLimits,
  vendorKey,
  addressSpaceLayout,
];
