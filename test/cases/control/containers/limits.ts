// What a container may use up of its host: memory, processor, processes, restarts.
import type { ContainerFacts } from "../../../../shared/model/surroundings.ts";
import { containerFacts } from "../../../support/surroundings.ts";
import { type ContainerCase, type ContainerCases, inspectUnread } from "./situation.ts";

const plain = containerFacts();
const using = (over: Partial<ContainerFacts["resources"]>): Partial<ContainerFacts> => ({
  resources: { ...plain.resources, ...over },
});
const restart = (name: string, maximumRetryCount = 0): Partial<ContainerFacts> => ({
  restart: { name, maximumRetryCount },
});
const pod = "2f1b7c1e-6d1c-4a57-9d55-0a8a7c2b9f11";

export const limits: ContainerCases = {
  "cis-docker:5.11": [
    { name: "256 MiB", container: using({ memory: 268_435_456 }), expect: "pass" },
    { name: "none", expect: "fail" },
    { name: "minus one", container: using({ memory: -1 }), expect: "fail" },
    inspectUnread,
  ],
  "cis-docker:5.12": [
    { name: "512 shares", container: using({ cpuShares: 512 }), expect: "pass" },
    { name: "none", expect: "fail" },
    { name: "1024, the default", container: using({ cpuShares: 1024 }), expect: "fail", says: /1024/ },
    // The benchmark looks at shares alone.
    { name: "--cpus 1.5", container: using({ nanoCpus: 1_500_000_000 }), expect: "pass", says: /1\.5 processors/ },
    { name: "a quota", container: using({ cpuQuota: 50_000 }), expect: "pass" },
    { name: "no quota by minus one", container: using({ cpuQuota: -1 }), expect: "fail" },
    { name: "bound to processors alone", container: using({ cpusetCpus: "0-1" }), expect: "fail", says: /0-1/ },
    inspectUnread,
  ],
  "cis-docker:5.15": [
    { name: "none", expect: "pass" },
    { name: "no word for none", container: restart(""), expect: "pass" },
    { name: "on-failure:5", container: restart("on-failure", 5), expect: "pass" },
    { name: "on-failure:6", container: restart("on-failure", 6), expect: "fail", says: /up to 6/ },
    {
      name: "on-failure without a count has no end",
      container: restart("on-failure"),
      expect: "fail",
      says: /without/,
    },
    { name: "always", container: restart("always"), expect: "fail" },
    { name: "unless-stopped", container: restart("unless-stopped"), expect: "fail" },
    {
      name: "a task of a swarm",
      container: { ...restart(""), labels: { "com.docker.swarm.service.name": "shop" } },
      expect: "pass",
      says: /swarm starts it anew/,
    },
    {
      name: "a container of a pod",
      container: { ...restart("no"), labels: { "io.kubernetes.pod.uid": pod } },
      expect: "pass",
      says: /kubernetes/,
    },
    inspectUnread,
  ],
  "cis-docker:5.19": [
    { name: "none of its own", expect: "pass" },
    {
      name: "nofile",
      container: using({ ulimits: [{ name: "nofile", soft: 1024, hard: 4096 }] }),
      expect: "manual",
      says: /nofile soft 1024, hard 4096/,
    },
    inspectUnread,
  ],
  "cis-docker:5.29": [
    { name: "100", container: using({ pidsLimit: 100 }), expect: "pass" },
    ...[null, 0, -1].map(
      (pidsLimit): ContainerCase => ({
        name: `${pidsLimit} is no limit`,
        container: using({ pidsLimit }),
        expect: "fail",
      }),
    ),
    inspectUnread,
  ],
};
