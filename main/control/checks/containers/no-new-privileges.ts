// Whether processes of the container can gain rights by setuid programs. The bare option, `:true` and `=true` are the same;
// a daemon can set it for all containers, which one can take back for itself.
import { engineOption, securityOptionsOf } from "../../containers/security-option.ts";
import { pointAt, verdictOf } from "../../containers/verdict-of.ts";
import { defineSurroundingCheck } from "../../define-surrounding-check.ts";

const where = "HostConfig.SecurityOpt";

export const noNewPrivileges = defineSurroundingCheck({
  decides: ["cis-docker:5.26", "docker-ee-stig:DKER-EE-002110"],
  needs: ["container.inspect"],
  may: ["engine.info"],
  judge({ container, engine, known }) {
    const own = securityOptionsOf(container)
      .filter(({ name }) => name === "no-new-privileges")
      .at(-1);
    if (own !== undefined) {
      const isOn = own.value === null || /^(?:1|t|true)$/i.test(own.value);
      return verdictOf({
        fails: isOn ? [] : [pointAt(where, "container.gain-off")],
        passes: pointAt(where, "container.gain-on"),
      });
    }
    const isDefault = known("engine.info") && engine !== null && engineOption(engine, "no-new-privileges") !== null;
    return verdictOf({
      fails: isDefault ? [] : [pointAt(where, "container.gain-none")],
      passes: pointAt("SecurityOptions", "container.gain-by-daemon"),
    });
  },
});
