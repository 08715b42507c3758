// Whether root in a container is another user on the host. A rootless engine runs in a user namespace as a whole.
import { words } from "../../control-phrase.ts";
import { defineSurroundingCheck, type SurroundingVerdict } from "../../define-surrounding-check.ts";
import { optionsUntold, securityOption } from "../../security-options.ts";

export const userNamespaces = defineSurroundingCheck({
  decides: ["cis-docker:2.10"],
  needs: ["engine.info"],
  lacks: ({ engine }) => (optionsUntold(engine) ? words("host.not-told", { field: "SecurityOptions" }) : null),
  judge({ engine }): SurroundingVerdict {
    const where = "/info SecurityOptions";
    if (securityOption(engine, "userns") !== null) {
      return { status: "pass", evidence: [{ where, detail: words("host.userns-on") }] };
    }
    if (securityOption(engine, "rootless") !== null) {
      return { status: "pass", evidence: [{ where, detail: words("host.userns-rootless") }] };
    }
    return { status: "fail", evidence: [{ where, detail: words("host.userns-off") }] };
  },
});
