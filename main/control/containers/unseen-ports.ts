// What a rule about ports says where they cannot be seen from the container: a person must look, and where.
import type { Phrase } from "../../../shared/model/phrase.ts";
import type { ContainerFacts } from "../../../shared/model/surroundings.ts";
import { words } from "../control-phrase.ts";
import type { SurroundingVerdict } from "../define-surrounding-check.ts";
import type { Publication } from "./published-ports.ts";
import { pointAt } from "./verdict-of.ts";

/** `manual`, naming the place to look at, with the ports that the container declares as evidence. */
export function unseenPorts(unseen: NonNullable<Publication["unseen"]>, container: ContainerFacts): SurroundingVerdict {
  const declared = container.exposedPorts.map((port) =>
    pointAt(`ExposedPorts ${port}`, "container.port-declared", { port }),
  );
  return { status: "manual", reason: reasonOf(unseen, container.name), evidence: declared };
}

function reasonOf(unseen: NonNullable<Publication["unseen"]>, name: string): Phrase {
  switch (unseen.by) {
    case "host-network":
      return words("container.ports-host-network", { name });
    case "path":
      return words("container.namespace-path", { kind: "network", mode: unseen.mode });
    case "service":
      return words("container.ports-service", { name: unseen.name });
  }
}
