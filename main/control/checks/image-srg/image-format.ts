// The form of the image: an OCI or Docker image config bound to its digest, with a digest for each layer and the platform it
// is for. OCI image specification, "config" and "descriptor". Images of Docker's first schema have no such config.

import type { ImageConfig } from "../../../../shared/model/facts.ts";
import type { ProofPoint, Verdict } from "../../../../shared/model/finding.ts";
import type { ImageIdentity } from "../../../../shared/model/image.ts";
import { portRange } from "../../../../shared/policy-match.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { failOrPass } from "../../fail-or-pass.ts";

export const imageFormat = defineCheck({
  decides: ["image-srg:standard-format"],
  needs: ["config"],
  // What an engine tells about an image is its own form, not that of the image.
  lacks: ({ config, image }) =>
    config.origin === "engine" && faultsOf(config, image).length === 0 ? words("srg.format-engine") : null,
  judge({ config, image }): Verdict {
    const params = { format: config.format === "oci" ? "OCI" : "Docker", layers: image.layers.length };
    return failOrPass(faultsOf(config, image), { where: "config", detail: words("srg.format-known", params) });
  },
});

function faultsOf({ exposedPorts }: ImageConfig, { layers, platform }: ImageIdentity): ProofPoint[] {
  const [system = "", architecture = ""] = platform.split("/");
  const unknown = [system, architecture].some((part) => part === "" || part === "unknown");
  return [
    ...(layers.length === 0 ? [{ where: "config.rootfs", detail: words("srg.format-no-layer") }] : []),
    ...(unknown ? [{ where: "config", detail: words("srg.format-no-platform", { platform }) }] : []),
    ...exposedPorts
      .filter((port) => portRange(port) === null)
      .map((port) => ({ where: "config.ExposedPorts", detail: words("srg.port-unreadable", { port }) })),
  ];
}
