// Whether containers on the default bridge may talk to each other freely. Networks of a user's own are not its subject.
import { words } from "../../control-phrase.ts";
import { defineSurroundingCheck, type SurroundingVerdict } from "../../define-surrounding-check.ts";

const option = "com.docker.network.bridge.enable_icc";

export const defaultBridge = defineSurroundingCheck({
  decides: ["cis-docker:2.2"],
  needs: ["engine.networks"],
  judge({ engine }): SurroundingVerdict {
    const bridge = engine.networks.find(
      ({ name, driver, options }) =>
        options["com.docker.network.bridge.default_bridge"] === "true" || (name === "bridge" && driver === "bridge"),
    );
    if (bridge === undefined) return { status: "not-applicable", reason: words("host.bridge-none") };
    const where = `/networks ${bridge.name}`;
    const value = bridge.options[option];
    if (value === "false") {
      return { status: "pass", evidence: [{ where, detail: words("host.bridge-option", { option, value }) }] };
    }
    const detail =
      value === undefined ? words("host.bridge-unset", { option }) : words("host.bridge-option", { option, value });
    return { status: "fail", evidence: [{ where, detail }] };
  },
});
