// Devices of the host in a container, also those that it asks a driver for (GPUs). A privileged one has them all.
import { isAllowedPath } from "../../../../shared/policy-match.ts";
import { cleanPath } from "../../containers/host-path.ts";
import { pointAt, verdictOf } from "../../containers/verdict-of.ts";
import { defineSurroundingCheck } from "../../define-surrounding-check.ts";

export const hostDevices = defineSurroundingCheck({
  decides: ["cis-docker:5.18", "docker-ee-stig:DKER-EE-002040"],
  needs: ["container.inspect"],
  judge({ container, policy }) {
    const isAllowed = (host: string) => isAllowedPath(cleanPath(host), policy.allowedDevices);
    return verdictOf({
      fails: [
        ...(container.privileged ? [pointAt("HostConfig.Privileged", "container.device-all")] : []),
        ...container.devices
          .filter(({ host }) => !isAllowed(host))
          .map(({ host, permissions }) => pointAt(host, "container.device", { permissions: permissions || "rwm" })),
        ...container.deviceRequests.map((driver) =>
          pointAt("HostConfig.DeviceRequests", "container.device-request", { driver: driver || "?" }),
        ),
      ],
      passes: pointAt("HostConfig.Devices", "container.device-none", { count: container.devices.length }),
      beside: container.devices
        .filter(({ host }) => isAllowed(host))
        .map(({ host }) => pointAt(host, "container.device-excused")),
    });
  },
});
