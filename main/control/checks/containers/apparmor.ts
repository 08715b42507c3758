// Whether AppArmor confines the container. Only where the engine lists AppArmor at all: Docker Desktop and the Red Hat family
// have none. The profile is chosen when a container starts, so one that never did has none yet.

import { engineOption, securityOptionsOf } from "../../containers/security-option.ts";
import { pointAt, verdictOf } from "../../containers/verdict-of.ts";
import { words } from "../../control-phrase.ts";
import { defineSurroundingCheck } from "../../define-surrounding-check.ts";

export const appArmor = defineSurroundingCheck({
  decides: ["cis-docker:5.2", "docker-ee-stig:DKER-EE-001930"],
  needs: ["container.inspect", "engine.info"],
  lacks({ container, engine }) {
    const open = container.appArmorProfile === "" && !container.privileged && overrideOf(container) === undefined;
    const isNew = container.state.status === "created";
    return open && isNew && engineOption(engine, "apparmor") !== null ? words("container.apparmor-not-started") : null;
  },
  judge({ container, engine }) {
    if (engineOption(engine, "apparmor") === null) {
      return { status: "not-applicable", reason: words("container.apparmor-no-engine", { engine: engine.name }) };
    }
    const profile = container.appArmorProfile;
    const override = overrideOf(container);
    const fails =
      profile === "unconfined" || override === "unconfined"
        ? [pointAt("AppArmorProfile", "container.apparmor-unconfined")]
        : profile === "" && override === undefined
          ? [
              pointAt(
                "AppArmorProfile",
                container.privileged ? "container.apparmor-privileged" : "container.apparmor-none",
              ),
            ]
          : [];
    return verdictOf({
      fails,
      passes: pointAt("AppArmorProfile", "container.apparmor-profile", { profile: profile || (override ?? "") }),
    });
  },
});

function overrideOf(container: Parameters<typeof securityOptionsOf>[0]): string | undefined {
  return securityOptionsOf(container).find(({ name }) => name === "apparmor")?.value ?? undefined;
}
