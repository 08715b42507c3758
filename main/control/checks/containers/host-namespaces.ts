// Namespaces that a container can share with its host, one rule for each of like kind. A container that joins another one's
// is judged with that one; the user namespace has a rule of its own.
import type { ContainerFacts } from "../../../../shared/model/surroundings.ts";
import { pointAt, verdictOf } from "../../containers/verdict-of.ts";
import { words } from "../../control-phrase.ts";
import {
  defineSurroundingCheck,
  type SurroundingCheck,
  type SurroundingVerdict,
} from "../../define-surrounding-check.ts";

interface Kind {
  readonly decides: readonly [string, ...string[]];
  readonly namespace: "network" | "pid" | "ipc" | "uts";
  /** As inspect names the setting, and as people name the namespace. */
  readonly where: string;
  readonly kind: string;
}

const kinds: readonly Kind[] = [
  {
    decides: ["cis-docker:5.10", "docker-ee-stig:DKER-EE-002000"],
    namespace: "network",
    where: "HostConfig.NetworkMode",
    kind: "network",
  },
  {
    decides: ["cis-docker:5.16", "docker-ee-stig:DKER-EE-001240"],
    namespace: "pid",
    where: "HostConfig.PidMode",
    kind: "PID",
  },
  // The STIG asks for more of IPC: see shareable-ipc.ts.
  { decides: ["cis-docker:5.17"], namespace: "ipc", where: "HostConfig.IpcMode", kind: "IPC" },
  {
    decides: ["cis-docker:5.21", "docker-ee-stig:DKER-EE-002060"],
    namespace: "uts",
    where: "HostConfig.UTSMode",
    kind: "UTS",
  },
];

export const hostNamespaces: readonly SurroundingCheck[] = kinds.map(({ decides, ...kind }) =>
  defineSurroundingCheck({
    decides,
    needs: ["container.inspect"],
    judge: ({ container }) => namespaceVerdict(container, kind),
  }),
);

function namespaceVerdict(
  { namespaces }: ContainerFacts,
  { namespace, where, kind }: Omit<Kind, "decides">,
): SurroundingVerdict {
  const mode = namespaces[namespace];
  if (mode.startsWith("ns:")) {
    // A path of Podman: it can be the host's own, and nothing here tells.
    return { status: "manual", reason: words("container.namespace-path", { kind, mode }), evidence: [] };
  }
  if (mode.startsWith("container:")) {
    return { status: "pass", evidence: [pointAt(where, "container.namespace-joined", { kind, mode })] };
  }
  return verdictOf({
    fails: mode === "host" ? [pointAt(where, "container.namespace-host", { kind })] : [],
    passes: pointAt(where, "container.namespace-own", { kind, mode: mode === "" ? "-" : mode }),
  });
}
