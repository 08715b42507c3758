// What stands beside a verdict on servers where busybox is in the image: it can bring some as applets, which no reader lists.
import type { ProofPoint } from "../../../../shared/model/finding.ts";
import { words } from "../../control-phrase.ts";

/** One line for the first busybox among the known programs of the image; none where there is none. */
export function busyboxNote(executables: readonly string[] | undefined): ProofPoint[] {
  const path = executables?.find((each) => each.endsWith("/busybox"));
  return path === undefined ? [] : [{ where: path, detail: words("srg.busybox-unseen") }];
}
