// Checks aligned with the SRGs: of images, and of containers and engines. Adding one is a file and a line here.
import type { Check } from "../../define-check.ts";
import type { SurroundingCheck } from "../../define-surrounding-check.ts";
import { healthcheck } from "../healthcheck.ts";
import { imageUser } from "../image-user.ts";
import { setuidFiles } from "../setuid-files.ts";
import { unnecessaryPackages } from "../unnecessary-packages.ts";
import { accountDatabases } from "./account-databases.ts";
import { accountLifecycle } from "./account-lifecycle.ts";
import { attestedImage } from "./attested-image.ts";
import { clearText } from "./clear-text.ts";
import { configuredSecrets } from "./configured-secrets.ts";
import { emptyPasswords } from "./empty-passwords.ts";
import { approvedPorts, privilegedPorts } from "./exposed-ports.ts";
import { fipsModule } from "./fips-module.ts";
import { homeFolders } from "./home-folders.ts";
import { imageFormat } from "./image-format.ts";
import { libraryPermissions } from "./library-permissions.ts";
import { logFiles } from "./log-files.ts";
import { loginFiles } from "./login-files.ts";
import { memoryProtection } from "./memory-protection.ts";
import { oldComponents } from "./old-components.ts";
import { oldImages } from "./old-images.ts";
import { osSupported } from "./os-supported.ts";
import { packageIntegrity } from "./package-integrity.ts";
import { passwordPolicy } from "./password-policy.ts";
import { passwordlessSudo } from "./passwordless-sudo.ts";
import { primaryGroups } from "./primary-groups.ts";
import { privateKeys } from "./private-keys.ts";
import { privilegedResources } from "./privileged-resources.ts";
import { profileRollUp } from "./profile-roll-up.ts";
import { remoteAccess, sessionRules } from "./remote-access.ts";
import { resourceLimits } from "./resource-limits.ts";
import { rootLocked } from "./root-locked.ts";
import { shadowHashed } from "./shadow-hashed.ts";
import { runtimeShells } from "./shells.ts";
import { signatureSettings } from "./signature-settings.ts";
import { systemShells } from "./system-shells.ts";
import { trustAnchors } from "./trust-anchors.ts";
import { trustFiles } from "./trust-files.ts";
import { uidZero } from "./uid-zero.ts";
import { umask } from "./umask.ts";
import { uniqueAccounts } from "./unique-accounts.ts";
import { unownedFiles } from "./unowned-files.ts";
import { verifiedImage } from "./verified-image.ts";
import { scannedContinuously, updatesApplied } from "./vulnerability-scans.ts";
import { writableFiles } from "./writable-files.ts";
import { ownedFolders, stickyFolders } from "./writable-folders.ts";

const own: readonly Check[] = [
  shadowHashed,
  rootLocked,
  emptyPasswords,
  uidZero,
  uniqueAccounts,
  primaryGroups,
  systemShells,
  homeFolders,
  umask,
  passwordlessSudo,
  passwordPolicy,
  accountLifecycle,
  stickyFolders,
  ownedFolders,
  writableFiles,
  unownedFiles,
  accountDatabases,
  libraryPermissions,
  logFiles,
  packageIntegrity,
  trustFiles,
  loginFiles,
  privateKeys,
  remoteAccess,
  sessionRules,
  runtimeShells,
  clearText,
  privilegedPorts,
  approvedPorts,
  signatureSettings,
  osSupported,
  updatesApplied,
  oldComponents,
  scannedContinuously,
  fipsModule,
  trustAnchors,
  memoryProtection,
  verifiedImage,
  attestedImage,
  configuredSecrets,
  imageFormat,
];
/** Checks of cis-docker that decide a control of this profile as well; they stand in the list of the images' checks. */
const borrowed: readonly Check[] = [imageUser, setuidFiles, unnecessaryPackages, healthcheck];

export const imageSrgChecks: readonly Check[] = [...own, profileRollUp([...own, ...borrowed])];

/** Listed by containers/ and engine/. */
export const imageSrgContainerChecks: readonly SurroundingCheck[] = [privilegedResources, resourceLimits];
export const imageSrgEngineChecks: readonly SurroundingCheck[] = [oldImages];
