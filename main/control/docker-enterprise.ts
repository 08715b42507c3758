// Whether an engine is Docker Enterprise (since 2019 Mirantis Container Runtime), whose control plane (UCP, later MKE) and
// registry (DTR, later MSR) many rules of its STIG are about; the reader of the engine tells it by /version.
import type { ProofPoint } from "../../shared/model/finding.ts";
import type { EngineFacts } from "../../shared/model/surroundings.ts";
import { words } from "./control-phrase.ts";

/** By what /version says; an engine that says nothing of the kind is none. */
export function isDockerEnterprise({ product }: Pick<EngineFacts, "product">): boolean {
  return product === "docker-enterprise";
}

/** What that was told by. */
export function editionPoint({
  product,
  platformName,
  engineVersion,
}: Pick<EngineFacts, "product" | "platformName" | "engineVersion">): ProofPoint {
  const detail = words("container.edition", { product, platform: platformName || "-", version: engineVersion });
  return { where: "/version", detail };
}
