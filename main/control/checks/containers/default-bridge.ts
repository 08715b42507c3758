// The network that every container joins that names none: on it all of them reach each other. Podman's is called `podman`.
import { listed, pointAt, verdictOf } from "../../containers/verdict-of.ts";
import { defineSurroundingCheck } from "../../define-surrounding-check.ts";

export const defaultBridge = defineSurroundingCheck({
  decides: ["cis-docker:5.30"],
  needs: ["container.inspect"],
  may: ["engine.info"],
  judge({ container, engine, known }) {
    const isPodman = known("engine.info") && engine?.product === "podman";
    const name = isPodman ? "podman" : "bridge";
    const mode = container.namespaces.network;
    // Podman says `bridge` for any network of that kind.
    const isOn = container.networks.includes(name) || (!isPodman && ["bridge", "default"].includes(mode));
    const networks = listed(container.networks.length > 0 ? container.networks : [mode || "-"]);
    return verdictOf({
      fails: isOn ? [pointAt("NetworkSettings.Networks", "container.bridge-default", { name })] : [],
      passes: pointAt("NetworkSettings.Networks", "container.bridge-own", { networks }),
    });
  },
});
