// Whether services get their secrets from the swarm rather than from variables, which everyone who may inspect a service reads.
import type { ProofPoint } from "../../../../shared/model/finding.ts";
import { words } from "../../control-phrase.ts";
import { swarmCheck } from "./swarm-check.ts";

export const swarmSecrets = swarmCheck({
  decides: ["cis-docker:7.4", "docker-ee-stig:DKER-EE-002410", "docker-ee-stig:DKER-EE-002660"],
  lacks: ({ engine }) => (engine.swarm.services === null ? words("host.not-told", { field: "/services" }) : null),
  judge({ engine: { swarm } }) {
    const services = swarm.services ?? [];
    if (services.length === 0) return { status: "not-applicable", reason: words("host.services-none") };
    const [first, ...rest] = services.flatMap(({ name, sensitiveEnv }): ProofPoint[] =>
      sensitiveEnv
        // By convention a variable NAME_FILE holds the path of a mounted secret.
        .filter((variable) => !/_FILE$/i.test(variable))
        .map((variable) => ({ where: name, detail: words("host.service-variable", { variable }) })),
    );
    if (first !== undefined) return { status: "fail", evidence: [first, ...rest], restsOn: [] };
    const [using, ...others] = services
      .filter(({ secrets }) => secrets > 0)
      .map(({ name, secrets }): ProofPoint => ({ where: name, detail: words("host.service-secrets", { secrets }) }));
    if (using !== undefined) return { status: "pass", evidence: [using, ...others] };
    return {
      status: "manual",
      reason: words("host.secrets-person"),
      evidence: services.map(({ name }): ProofPoint => ({ where: name, detail: words("host.service-no-secret") })),
    };
  },
});
