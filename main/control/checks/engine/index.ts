// Checks of engines: adding one is a file and a line here.
import type { SurroundingCheck } from "../../define-surrounding-check.ts";
import { imageSrgEngineChecks } from "../image-srg/index.ts";
import { authorizationPlugin } from "./authorization-plugin.ts";
import { baseDeviceSize } from "./base-device-size.ts";
import { defaultBridge } from "./default-bridge.ts";
import { engineSupport } from "./engine-support.ts";
import { enterpriseAlerts } from "./enterprise-alerts.ts";
import { enterprisePlane } from "./enterprise-plane.ts";
import { experimental } from "./experimental.ts";
import { fipsMode } from "./fips-mode.ts";
import { insecureRegistries } from "./insecure-registries.ts";
import { liveRestore } from "./live-restore.ts";
import { logLevel } from "./log-level.ts";
import { noNewPrivileges } from "./no-new-privileges.ts";
import { overlayEncryption } from "./overlay-encryption.ts";
import { remoteLogging } from "./remote-logging.ts";
import { rootless } from "./rootless.ts";
import { seccomp } from "./seccomp.ts";
import { platformImages, stoppedContainers, unusedImages } from "./stock.ts";
import { storageDrivers } from "./storage-driver.ts";
import { supportedProduct } from "./supported-product.ts";
import { swarmListens, swarmTraffic } from "./swarm-addresses.ts";
import { nodeCertificates, rootCertificate } from "./swarm-certificates.ts";
import { swarmLock, unlockKey } from "./swarm-lock.ts";
import { swarmManagers } from "./swarm-managers.ts";
import { swarmMode } from "./swarm-mode.ts";
import { swarmSecrets } from "./swarm-secrets.ts";
import { noTcp, tlsOnTcp } from "./tcp-listeners.ts";
import { userNamespaces } from "./user-namespaces.ts";

export const engineChecks: readonly SurroundingCheck[] = [
  engineSupport,
  supportedProduct,
  fipsMode,
  rootless,
  defaultBridge,
  logLevel,
  insecureRegistries,
  ...storageDrivers,
  tlsOnTcp,
  noTcp,
  userNamespaces,
  baseDeviceSize,
  authorizationPlugin,
  remoteLogging,
  noNewPrivileges,
  liveRestore,
  seccomp,
  experimental,
  unusedImages,
  stoppedContainers,
  platformImages,
  swarmManagers,
  swarmListens,
  overlayEncryption,
  swarmSecrets,
  swarmLock,
  unlockKey,
  nodeCertificates,
  rootCertificate,
  swarmTraffic,
  swarmMode,
  ...enterprisePlane,
  ...enterpriseAlerts,
  ...imageSrgEngineChecks,
];
