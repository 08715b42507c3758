// Storage drivers that are no longer maintained. Engines with containerd's image store name a snapshotter instead: unknown
// names are none of these.
import { words } from "../../control-phrase.ts";
import {
  defineSurroundingCheck,
  type SurroundingCheck,
  type SurroundingVerdict,
} from "../../define-surrounding-check.ts";

export const storageDrivers: readonly SurroundingCheck[] = [
  notDriver(["cis-docker:2.6", "docker-ee-stig:DKER-EE-001810"], "aufs"),
  notDriver(["cis-docker:2.7"], "devicemapper"),
];

function notDriver(decides: readonly [string, ...string[]], unwanted: string): SurroundingCheck {
  return defineSurroundingCheck({
    decides,
    needs: ["engine.info"],
    lacks: ({ engine }) => (engine.storageDriver === "" ? words("host.not-told", { field: "Driver" }) : null),
    judge({ engine: { storageDriver: driver } }): SurroundingVerdict {
      const detail = words("host.storage-driver", { driver });
      const status = driver.toLowerCase() === unwanted ? "fail" : "pass";
      return { status, evidence: [{ where: "/info Driver", detail }] };
    },
  });
}
