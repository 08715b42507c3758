// Checks of images aligned with the DHI GPOS profile: adding one is a file and a line here.
import type { Check } from "../../define-check.ts";
import { approvedPorts } from "./approved-ports.ts";
import { questionsToPeople } from "./asked-of-people.ts";
import { auditChecks } from "./auditing.ts";
import { externalCredentials } from "./external-credentials.ts";
import { capacity, firewall, hardware, secureFailure, securityFunctions, sharedResources } from "./host-kernel.ts";
import { keyStorage } from "./key-storage.ts";
import { libraryOwners } from "./library-owners.ts";
import { accountNotices, administrators, passwordRules } from "./local-authentication.ts";
import { neededSoftware, updates } from "./needed-software.ts";
import { noPasswords } from "./no-passwords.ts";
import { noUsers } from "./no-users.ts";
import { openssl } from "./openssl.ts";
import { packageSignature } from "./package-signature.ts";
import { remoteAccess } from "./remote-access.ts";
import { trustBundle } from "./trust-bundle.ts";
import { varLog } from "./var-log.ts";

export const gposChecks: readonly Check[] = [
  openssl,
  remoteAccess,
  packageSignature,
  noPasswords,
  noUsers,
  varLog,
  libraryOwners,
  trustBundle,
  ...auditChecks,
  accountNotices,
  passwordRules,
  administrators,
  externalCredentials,
  hardware,
  firewall,
  keyStorage,
  neededSoftware,
  updates,
  capacity,
  sharedResources,
  securityFunctions,
  secureFailure,
  approvedPorts,
  ...questionsToPeople,
];
