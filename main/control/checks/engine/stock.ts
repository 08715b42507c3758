// What piles up on an engine: images that no container uses, and containers that stopped. The policy says how many are fine.
import type { ProofPoint } from "../../../../shared/model/finding.ts";
import { words } from "../../control-phrase.ts";
import { defineSurroundingCheck, type SurroundingVerdict } from "../../define-surrounding-check.ts";

export const unusedImages = defineSurroundingCheck({
  decides: ["cis-docker:6.1"],
  needs: ["engine.stock"],
  judge({ engine: { stock }, policy: { maximumUnusedImages: maximum } }): SurroundingVerdict {
    const { images, unusedImages: unused, danglingImages: dangling } = stock;
    const detail = words("host.images-unused", { unused: unused.length, images, dangling, maximum });
    const count: ProofPoint = { where: "/images", detail };
    const each = unused.map((name): ProofPoint => ({ where: name, detail: words("host.image-unused") }));
    return { status: unused.length > maximum ? "fail" : "pass", evidence: [count, ...each] };
  },
});

export const stoppedContainers = defineSurroundingCheck({
  decides: ["cis-docker:6.2"],
  needs: ["engine.stock"],
  judge({ engine: { stock }, policy: { maximumStoppedContainers: maximum } }): SurroundingVerdict {
    const { running, stopped } = stock;
    const detail = words("host.containers-stopped", { stopped: stopped.length, running, maximum });
    const count: ProofPoint = { where: "/containers", detail };
    const each = stopped.map((name): ProofPoint => ({ where: name, detail: words("host.container-stopped") }));
    return { status: stopped.length > maximum ? "fail" : "pass", evidence: [count, ...each] };
  },
});

/** Images that Docker Enterprise itself consists of, before and after the product changed hands. */
const platformImage = /^(?:docker\.io\/)?(?:docker|mirantis)\/(?:ucp|dtr|msr|mke)(?:-|:|@|$)/;

export const platformImages = defineSurroundingCheck({
  decides: ["docker-ee-stig:DKER-EE-004130"],
  needs: ["engine.stock", "engine.info"],
  judge({ engine: { stock, product, engineVersion: version } }): SurroundingVerdict {
    if (product !== "docker-enterprise") {
      const reason = words("host.product-other", { product, version });
      return { status: "not-applicable", reason, restsOn: ["engine.info"] };
    }
    const [first, ...rest] = stock.unusedImages
      .filter((name) => platformImage.test(name))
      .map((name): ProofPoint => ({ where: name, detail: words("host.platform-image") }));
    if (first !== undefined) return { status: "fail", evidence: [first, ...rest] };
    const none = words("host.platform-images-none", { images: stock.images });
    return { status: "pass", evidence: [{ where: "/images", detail: none }] };
  },
});
