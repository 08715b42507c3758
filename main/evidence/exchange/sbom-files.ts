// The lists of software of a pack of evidence: two files an image, in a folder of its own.
import type { AuditRun } from "../../../shared/model/audit.ts";
import { bytesOf } from "../sealed-files.ts";
import type { FileToWrite } from "../write-together.ts";
import { cycloneDxOf } from "./cyclonedx.ts";
import { folderNameOf } from "./image-names.ts";
import { inventoryOf } from "./inventory.ts";
import { spdxOf } from "./spdx.ts";

/** Names of the files in an image's folder; what an earlier pack left there under them may be taken away. */
export const sbomNames = ["sbom.cdx.json", "sbom.spdx.json"] as const;

/**
 * `images/NAME-DIGEST12/sbom.cdx.json` and `sbom.spdx.json` of every image of the run. Their bytes are made anew whenever
 * they are asked for: those of a thousand images together are more than fits into memory, and always the same.
 */
export function sbomFiles(run: AuditRun): FileToWrite[] {
  const taken = new Set<string>();
  return run.images.flatMap((audit) => {
    const folder = `images/${freeName(folderNameOf(audit.image), taken)}`;
    const [cycloneDx, spdx] = sbomNames;
    return [
      {
        name: `${folder}/${cycloneDx}`,
        get bytes() {
          return bytesOf(cycloneDxOf(inventoryOf(audit, run)));
        },
      },
      {
        name: `${folder}/${spdx}`,
        get bytes() {
          return bytesOf(spdxOf(inventoryOf(audit, run)));
        },
      },
    ];
  });
}

/** Two images whose names and ids begin alike: the second is numbered. */
function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name}-${number}`;
  taken.add(free);
  return free;
}
