// Whether SELinux labels the container's processes. Only where the engine lists SELinux; an option of another kind says
// nothing about it. Without `label` options an engine labels every container but privileged ones and those that share the
// host's PID or IPC namespace.
import type { ContainerFacts } from "../../../../shared/model/surroundings.ts";
import { engineOption, securityOptionsOf } from "../../containers/security-option.ts";
import { pointAt, verdictOf } from "../../containers/verdict-of.ts";
import { type ControlPhraseKey, words } from "../../control-phrase.ts";
import { defineSurroundingCheck } from "../../define-surrounding-check.ts";

export const seLinux = defineSurroundingCheck({
  decides: ["cis-docker:5.3", "docker-ee-stig:DKER-EE-001940"],
  needs: ["container.inspect", "engine.info"],
  judge({ container, engine }) {
    if (engineOption(engine, "selinux") === null) {
      return { status: "not-applicable", reason: words("container.selinux-no-engine", { engine: engine.name }) };
    }
    const why = whyUnlabelled(container);
    const label = container.processLabel ?? labelsOf(container).join(" ");
    return verdictOf({
      fails: why === null ? [] : [pointAt("HostConfig.SecurityOpt", why)],
      passes:
        label === ""
          ? pointAt("HostConfig.SecurityOpt", "container.selinux-default")
          : pointAt("ProcessLabel", "container.selinux-label", { label }),
    });
  },
});

function labelsOf(container: ContainerFacts): string[] {
  return securityOptionsOf(container)
    .filter(({ name }) => name === "label")
    .map(({ value }) => value ?? "");
}

function whyUnlabelled(container: ContainerFacts): ControlPhraseKey | null {
  const labels = labelsOf(container);
  if (labels.some((label) => label.toLowerCase() === "disable")) return "container.selinux-disabled";
  if (container.processLabel !== undefined && container.state.status !== "created") {
    return container.processLabel === "" ? "container.selinux-none" : null;
  }
  if (labels.length > 0) return null;
  const { pid, ipc } = container.namespaces;
  return container.privileged || pid === "host" || ipc === "host" ? "container.selinux-none" : null;
}
