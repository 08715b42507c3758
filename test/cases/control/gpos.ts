// What each rule aligned with the DHI GPOS profile must say in which situation, by control.
import { askedOfPeople, auditing, leftToHost, tested } from "../../../main/control/checks/gpos/profile-rules.ts";
import * as left from "./gpos/left-to-host.ts";
import type { GposCase } from "./gpos/situation.ts";
import * as software from "./gpos/tested-software.ts";
import * as system from "./gpos/tested-system.ts";

type Family = readonly [ids: readonly string[], cases: readonly GposCase[], exception?: string];

const byFactsOrPerson =
  "An image alone neither meets nor breaks it: the facts show that it is the host's, or a person looks.";

const families: readonly Family[] = [
  [tested.openssl, software.openssl],
  [tested.remoteAccess, software.remoteAccess],
  [tested.packageSignature, software.packageSignature],
  [tested.noPasswords, system.noPasswords],
  [tested.noUsers, system.noUsers],
  [["dhi-gpos:V-203753", "dhi-gpos:V-203754"], system.addressSpace],
  [tested.varLog, system.varLog],
  [tested.libraryOwners, system.libraryOwners],
  [tested.trustBundle, system.trustBundle],
  ...Object.values(auditing).map((ids): Family => [ids, left.audit, byFactsOrPerson]),
  [leftToHost.accountNotices, left.withoutUsers, byFactsOrPerson],
  [leftToHost.passwordRules, left.withoutUsers, byFactsOrPerson],
  [leftToHost.administrators, left.withoutUsers, byFactsOrPerson],
  [leftToHost.externalCredentials, left.externalCredentials, byFactsOrPerson],
  [leftToHost.hardware, left.hardware, byFactsOrPerson],
  [leftToHost.firewall, left.firewall, byFactsOrPerson],
  [leftToHost.neededSoftware, left.neededSoftware, byFactsOrPerson],
  [leftToHost.updates, left.updates, byFactsOrPerson],
  [
    leftToHost.keyStorage,
    left.keyStorage,
    "An image can break it by a key inside, and cannot meet it: storage of keys is the host's.",
  ],
  [
    leftToHost.sharedResources,
    left.sharedResources,
    "An image can break it by open folders, and cannot meet it: memory is the host's.",
  ],
  [
    leftToHost.ports,
    left.ports,
    "Declared ports can all be approved; that one is not is for a person, so that it never fails.",
  ],
  [
    leftToHost.capacity,
    left.kernelOfHost,
    "True of every image, whatever was read: limits are those of the host's kernel.",
  ],
  [
    leftToHost.securityFunctions,
    left.kernelOfHost,
    "True of every image, whatever was read: the kernel is the host's.",
  ],
  [leftToHost.secureFailure, left.kernelOfHost, "True of every image, whatever was read: restarts are the engine's."],
  ...Object.values(askedOfPeople).map(
    (ids): Family => [ids, left.question, "No fact of an image answers it: a person always looks."],
  ),
];

export const cases: Readonly<Record<string, readonly GposCase[]>> = Object.fromEntries(
  families.flatMap(([ids, rows]) => ids.map((id) => [id, rows] as const)),
);

/** Rules without a passing, failing and evidence-missing case each, and why. */
export const exceptions: Readonly<Record<string, string>> = Object.fromEntries(
  families.flatMap(([ids, , why]) => (why === undefined ? [] : ids.map((id) => [id, why] as const))),
);
