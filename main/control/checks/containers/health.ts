// Whether the engine watches the container's health: a state that it reports, or a test that it would run once started.
import { pointAt } from "../../containers/verdict-of.ts";
import { defineSurroundingCheck } from "../../define-surrounding-check.ts";

export const health = defineSurroundingCheck({
  decides: ["cis-docker:5.27", "docker-ee-stig:DKER-EE-002770"],
  needs: ["container.inspect"],
  judge({ container }) {
    const state = container.state.health ?? "none";
    if (state !== "none" && state !== "") {
      return { status: "pass", evidence: [pointAt("State.Health", "container.health-state", { state })] };
    }
    const [kind = "", ...test] = container.healthcheck ?? [];
    if (kind === "NONE") return { status: "fail", evidence: [pointAt("Config.Healthcheck", "container.health-off")] };
    const isSet = kind !== "" && test.some((part) => part.trim() !== "");
    if (!isSet) return { status: "fail", evidence: [pointAt("Config.Healthcheck", "container.health-none")] };
    // A running container with a test always has a state; one without has been started by something that ignores the test.
    return container.state.running
      ? { status: "fail", evidence: [pointAt("State.Health", "container.health-ignored")] }
      : { status: "pass", evidence: [pointAt("Config.Healthcheck", "container.health-test")] };
  },
});
