// Folders that everyone may write: with the sticky bit nobody removes another's files, and a folder of the system cannot be
// taken over by an ordinary user. What is only mounted at run time (/proc, /sys, /dev) does not count.
import type { FileFact } from "../../../../shared/model/facts.ts";
import type { Verdict } from "../../../../shared/model/finding.ts";
import type { PolicyParameters } from "../../../../shared/model/policy.ts";
import { isAllowedPath } from "../../../../shared/policy-match.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { excusing, failOrPass } from "../../fail-or-pass.ts";
import { bitsOf } from "./file-mode.ts";
import { firstUserId } from "./login-shell.ts";

const sticky = 0o1000;
const mounted = /^\/(?:proc|sys|dev)(?:\/|$)/;

/** `system` is needed for its version alone: facts that lack it do not tell folders from files. */
const needs = ["files", "system"] as const;

export const stickyFolders = defineCheck({
  decides: ["image-srg:sticky-world-writable"],
  needs,
  judge: ({ files, policy }) =>
    verdictOn(
      files.worldWritable,
      ({ mode }) => (bitsOf(mode) & sticky) === 0,
      "srg.folder-not-sticky",
      "srg.folders-sticky",
      policy,
    ),
});

export const ownedFolders = defineCheck({
  decides: ["image-srg:ww-dir-root-owned"],
  needs,
  judge: ({ files, policy }) =>
    verdictOn(files.worldWritable, ({ uid }) => uid >= firstUserId, "srg.folder-owner", "srg.folders-owned", policy),
});

function verdictOn(
  writable: readonly FileFact[],
  isFault: (folder: FileFact) => boolean,
  says: "srg.folder-not-sticky" | "srg.folder-owner",
  otherwise: "srg.folders-sticky" | "srg.folders-owned",
  { allowedPaths }: PolicyParameters,
): Verdict {
  const folders = writable.filter(({ folder, path }) => folder === true && !mounted.test(path));
  const { faults, excused } = excusing(
    folders.filter(isFault),
    "allowedPaths",
    ({ path }) => isAllowedPath(path, allowedPaths),
    ({ path, mode, uid, layer }) => ({ where: path, detail: words(says, { mode, uid }), layer }),
  );
  const ground = { where: "/", detail: words(otherwise, { count: folders.length - excused.length }) };
  return failOrPass(faults, ground, excused, ["files"]);
}
