// Whether requests to the engine pass an authorization plugin; without one, whoever reaches the socket may do everything.
import { words } from "../../control-phrase.ts";
import { defineSurroundingCheck, type SurroundingVerdict } from "../../define-surrounding-check.ts";

export const authorizationPlugin = defineSurroundingCheck({
  decides: ["cis-docker:2.13"],
  needs: ["engine.info"],
  judge({ engine: { plugins } }): SurroundingVerdict {
    const where = "/info Plugins.Authorization";
    const names = plugins.authorization.join(", ");
    return plugins.authorization.length > 0
      ? { status: "pass", evidence: [{ where, detail: words("host.authorization", { names }) }] }
      : { status: "fail", evidence: [{ where, detail: words("host.authorization-none") }] };
  },
});
