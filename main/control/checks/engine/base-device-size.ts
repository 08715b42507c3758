// The size of devicemapper's base device, a setting of that driver alone. /info tells the size in force where the daemon's
// settings were not read; 10 GB (shown as 10.74GB) is the default.
import type { EngineFacts } from "../../../../shared/model/surroundings.ts";
import { words } from "../../control-phrase.ts";
import { daemonSetting } from "../../daemon-settings.ts";
import { defineSurroundingCheck, type SurroundingVerdict } from "../../define-surrounding-check.ts";
import { daemonUnread } from "../../setting-proof.ts";

const defaultSize = "10.74GB";

export const baseDeviceSize = defineSurroundingCheck({
  decides: ["cis-docker:2.12"],
  needs: ["engine.info"],
  may: ["host.daemon"],
  lacks({ engine, host, known }) {
    if (engine.storageDriver === "") return words("host.not-told", { field: "Driver" });
    if (engine.storageDriver !== "devicemapper" || sizeOf(engine) !== null) return null;
    return host !== null && known("host.daemon") && host.daemon.arguments !== null ? null : daemonUnread(engine, host);
  },
  judge({ engine, host, known }): SurroundingVerdict {
    if (engine.storageDriver !== "devicemapper") {
      const reason = words("host.devicemapper-unused", { driver: engine.storageDriver });
      return { status: "not-applicable", reason };
    }
    if (host !== null && known("host.daemon") && host.daemon.arguments !== null) {
      const options = daemonSetting(host.daemon, "storage-opts");
      const value = options.values.find((option) => /^dm\.basesize=/i.test(option));
      if (value !== undefined) {
        return { status: "fail", evidence: [{ where: options.place, detail: words("host.setting", { value }) }] };
      }
      return { status: "pass", evidence: [{ where: options.place, detail: words("host.basesize-unset") }] };
    }
    const size = sizeOf(engine) ?? "";
    const detail = words("host.basesize", { size, usual: defaultSize });
    return { status: size === defaultSize ? "pass" : "fail", evidence: [{ where: "/info DriverStatus", detail }] };
  },
});

function sizeOf({ driverStatus }: EngineFacts): string | null {
  const found = driverStatus.find(([name]) => name === "Base Device Size")?.[1].replace(/\s/g, "");
  return found === undefined || found === "" ? null : found;
}
