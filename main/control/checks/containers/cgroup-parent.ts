// Whether a container stands in the control group that the engine would give it. Kubernetes and systemd set another one for
// good reasons: that of its own pod is recognised, a slice of systemd needs a person.
import type { ContainerFacts, EngineFacts } from "../../../../shared/model/surroundings.ts";
import { pointAt, verdictOf } from "../../containers/verdict-of.ts";
import { words } from "../../control-phrase.ts";
import { defineSurroundingCheck } from "../../define-surrounding-check.ts";

const where = "HostConfig.CgroupParent";

export const cgroupParent = defineSurroundingCheck({
  decides: ["cis-docker:5.25", "docker-ee-stig:DKER-EE-002100"],
  needs: ["container.inspect"],
  may: ["engine.info"],
  judge({ container, engine, known }) {
    const parent = container.cgroupParent;
    if (parent === "") return { status: "pass", evidence: [pointAt(where, "container.cgroup-default")] };
    if (isDefault(parent, known("engine.info") ? engine : null)) {
      return { status: "pass", evidence: [pointAt(where, "container.cgroup-named-default", { parent })] };
    }
    if (isOfPod(container)) return { status: "pass", evidence: [pointAt(where, "container.cgroup-pod", { parent })] };
    const point = pointAt(where, "container.cgroup-other", { parent });
    if (parent.endsWith(".slice")) {
      return { status: "manual", reason: words("container.cgroup-slice", { parent }), evidence: [point] };
    }
    return verdictOf({ fails: [point], passes: point });
  },
});

/** What engines take without a setting: Docker by its cgroup driver, Podman a slice of its own and shows it. */
function isDefault(parent: string, engine: EngineFacts | null): boolean {
  if (engine === null) return false;
  if (engine.product === "podman") return ["machine.slice", "user.slice", "/libpod_parent"].includes(parent);
  return parent === (engine.cgroupDriver === "systemd" ? "system.slice" : "/docker");
}

/** Whether the group is named after the pod that the labels name. */
function isOfPod({ labels, cgroupParent: parent }: ContainerFacts): boolean {
  const uid = Object.hasOwn(labels, "io.kubernetes.pod.uid") ? (labels["io.kubernetes.pod.uid"] ?? "") : "";
  const names = [uid, uid.replaceAll("-", "_")];
  return /^[0-9a-f-]{8,64}$/.test(uid) && parent.includes("kubepods") && names.some((name) => parent.includes(name));
}
