// What cases of engines are given, beside what test/support/surroundings.ts has: the pieces that several controls need.
import type { EngineFacts, HostFacts } from "../../../shared/model/surroundings.ts";
import type { SurroundingCase } from "../../support/surrounding-case.ts";
import { hostFacts, surroundingGap } from "../../support/surroundings.ts";

export const unread: SurroundingCase = {
  name: "an engine that did not answer",
  engine: { limits: [surroundingGap("engine.info", "it did not answer")] },
  expect: "not-assessed",
  says: /did not answer/,
};
export const options = (...securityOptions: string[]): Partial<EngineFacts> => ({ securityOptions });
export const untold: Partial<EngineFacts> = {
  securityOptions: [],
  limits: [{ fact: "engine.info", where: "/info SecurityOptions", reason: "it does not say", weight: "note" }],
};
export const dockerd = (...flags: string[]): Partial<HostFacts> => ({
  daemon: { ...hostFacts().daemon, arguments: ["/usr/bin/dockerd", ...flags] },
});
export const daemonGap: Partial<HostFacts> = { limits: [surroundingGap("host.daemon", "needs root to read it")] };
export const tls = { tlsverify: true, tlscacert: "/c/ca.pem", tlscert: "/c/cert.pem", tlskey: "/c/key.pem" };
export const reached = (over: Partial<EngineFacts["endpoint"]>): Partial<EngineFacts> => ({
  endpoint: { kind: "tcp", isThisHost: false, elsewhere: { key: "host.elsewhere" }, ...over },
});
