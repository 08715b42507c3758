// The STIG asks more of IPC than CIS 5.17: a namespace that other containers may join is a finding as well as the host's.

import { pointAt } from "../../containers/verdict-of.ts";
import { words } from "../../control-phrase.ts";
import { defineSurroundingCheck } from "../../define-surrounding-check.ts";

const where = "HostConfig.IpcMode";

export const shareableIpc = defineSurroundingCheck({
  decides: ["docker-ee-stig:DKER-EE-001250"],
  needs: ["container.inspect"],
  // Empty = the daemon's default, which was `shareable` in old engines and is not said here.
  lacks: ({ container }) => (container.namespaces.ipc === "" ? words("container.ipc-not-said") : null),
  judge({ container }) {
    const mode = container.namespaces.ipc;
    if (mode.startsWith("ns:")) {
      return { status: "manual", reason: words("container.namespace-path", { kind: "IPC", mode }), evidence: [] };
    }
    if (mode === "host")
      return { status: "fail", evidence: [pointAt(where, "container.namespace-host", { kind: "IPC" })] };
    if (mode === "shareable") return { status: "fail", evidence: [pointAt(where, "container.ipc-shareable")] };
    if (mode.startsWith("container:")) {
      return { status: "pass", evidence: [pointAt(where, "container.namespace-joined", { kind: "IPC", mode })] };
    }
    return { status: "pass", evidence: [pointAt(where, "container.namespace-own", { kind: "IPC", mode })] };
  },
});
