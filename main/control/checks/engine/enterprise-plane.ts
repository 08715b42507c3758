// Rules of the Docker Enterprise STIG about that product's control plane (UCP, later MKE) and registry (DTR, later MSR).
// Another engine has neither; of that product the engine's own API shows none of these settings, so a person must look.
import { type ControlPhraseKey, words } from "../../control-phrase.ts";
import { defineSurroundingCheck, type SurroundingCheck } from "../../define-surrounding-check.ts";
import { editionPoint, isDockerEnterprise } from "../../docker-enterprise.ts";

/** By number of the rule: what exactly a person must look at. */
const settings: Readonly<Record<string, ControlPhraseKey>> = {
  "001000": "container.plane-sessions-per-user",
  "001080": "container.plane-audit-level",
  "001100": "container.plane-ldap",
  "001170": "container.plane-grants",
  "001180": "container.plane-registry-teams",
  "001870": "container.plane-certificates",
  "001880": "container.plane-registry-certificates",
  "001890": "container.plane-scheduling",
  "001900": "container.plane-create-on-push",
  "001910": "container.plane-usage-reporting",
  "001920": "container.plane-registry-analytics",
  "002180": "container.plane-saml",
  "002380": "container.plane-client-bundle",
  "002490": "container.plane-session-lifetime",
  "002970": "container.plane-login-sessions",
  "003590": "container.plane-content-trust",
  "003840": "container.plane-registry-scanning",
  "003920": "container.plane-external-ca",
  "003930": "container.plane-registry-ca",
  "004370": "container.plane-signers",
  "006190": "container.plane-ca-validation",
  "006280": "container.plane-tls-version",
};

export const enterprisePlane: readonly SurroundingCheck[] = Object.entries(settings).map(([number, setting]) =>
  defineSurroundingCheck({
    decides: [`docker-ee-stig:DKER-EE-${number}`],
    needs: ["engine.info"],
    judge({ engine }) {
      const evidence = [editionPoint(engine)];
      return isDockerEnterprise(engine)
        ? { status: "manual", reason: words(setting), evidence }
        : { status: "not-applicable", reason: words("container.plane-absent", { engine: engine.name }), evidence };
    },
  }),
);
