// Checks of containers: adding one is a file and a line here.
import { ofLinux } from "../../containers/of-linux.ts";
import type { SurroundingCheck } from "../../define-surrounding-check.ts";
import { imageSrgContainerChecks } from "../image-srg/index.ts";
import { appArmor } from "./apparmor.ts";
import { cgroupParent } from "./cgroup-parent.ts";
import { currentImage } from "./current-image.ts";
import { defaultBridge } from "./default-bridge.ts";
import { engineSocket } from "./engine-socket.ts";
import { execSessions } from "./exec-sessions.ts";
import { grantedCapabilities } from "./granted-capabilities.ts";
import { health } from "./health.ts";
import { hostDevices } from "./host-devices.ts";
import { hostNamespaces } from "./host-namespaces.ts";
import { mountPropagation } from "./mount-propagation.ts";
import { neededPorts } from "./needed-ports.ts";
import { noNewPrivileges } from "./no-new-privileges.ts";
import { privileged } from "./privileged.ts";
import { privilegedPorts } from "./privileged-ports.ts";
import { publishedAddresses } from "./published-addresses.ts";
import { readOnlyRoot } from "./read-only-root.ts";
import { cpuLimit, memoryLimit, processLimit } from "./resource-limits.ts";
import { restartPolicy } from "./restart-policy.ts";
import { seccomp } from "./seccomp.ts";
import { seLinux } from "./selinux.ts";
import { sensitiveMounts } from "./sensitive-mounts.ts";
import { shareableIpc } from "./shareable-ipc.ts";
import { sshServer } from "./ssh-server.ts";
import { ulimits } from "./ulimits.ts";
import { userNamespace } from "./user-namespace.ts";

const checks: readonly SurroundingCheck[] = [
  appArmor,
  seLinux,
  grantedCapabilities,
  privileged,
  sensitiveMounts,
  sshServer,
  privilegedPorts,
  neededPorts,
  ...hostNamespaces,
  shareableIpc,
  userNamespace,
  memoryLimit,
  cpuLimit,
  processLimit,
  ulimits,
  readOnlyRoot,
  publishedAddresses,
  restartPolicy,
  hostDevices,
  mountPropagation,
  seccomp,
  ...execSessions,
  cgroupParent,
  noNewPrivileges,
  health,
  currentImage,
  defaultBridge,
  engineSocket,
  ...imageSrgContainerChecks,
];

export const containerChecks: readonly SurroundingCheck[] = checks.map(ofLinux);
