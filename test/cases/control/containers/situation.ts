// One situation of a container, its engine and its host, and the verdict that a control must give.
import type { Facts, ImageConfig } from "../../../../shared/model/facts.ts";
import type { Status } from "../../../../shared/model/finding.ts";
import type { PolicyParameters } from "../../../../shared/model/policy.ts";
import type { ContainerFacts, EngineFacts, HostFacts, SurroundingFact } from "../../../../shared/model/surroundings.ts";

export interface ContainerCase {
  readonly name: string;
  readonly expect: Status;
  readonly container?: Partial<ContainerFacts>;
  /** What is not said here is that of a plain Docker Engine; null = not looked at. */
  readonly engine?: Partial<EngineFacts> | null;
  /** Left out = not looked at. */
  readonly host?: Partial<HostFacts>;
  readonly policy?: Partial<PolicyParameters>;
  /** Facts as a whole that could not be read. */
  readonly gaps?: readonly SurroundingFact[];
  /** Of rules about images, in place of a container. */
  readonly image?: { readonly config?: Partial<ImageConfig>; readonly facts?: Partial<Facts> };
  /** What reason and evidence must, and must not, say. */
  readonly says?: RegExp;
  readonly silent?: RegExp;
}

export type ContainerCases = Readonly<Record<string, readonly ContainerCase[]>>;

export const inspectUnread: ContainerCase = {
  name: "the container could not be inspected",
  gaps: ["container.inspect"],
  expect: "not-assessed",
  says: /could not be read/,
};
