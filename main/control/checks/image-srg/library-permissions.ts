// Programs and libraries belong to root, and nobody else may write them. A group other than root's is no fault: helpers with
// the setgid bit need one.
import type { ProofPoint, Verdict } from "../../../../shared/model/finding.ts";
import type { PolicyParameters } from "../../../../shared/model/policy.ts";
import type { SystemFacts, WatchedFile } from "../../../../shared/model/system-facts.ts";
import { isAllowedPath } from "../../../../shared/policy-match.ts";
import { type ControlPhraseKey, words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { excusing, failOrPass } from "../../fail-or-pass.ts";
import { systemOf } from "./system-of.ts";

export const libraryPermissions = defineCheck({
  decides: ["image-srg:library-perms"],
  needs: ["system"],
  lacks(subject) {
    // The facts list the first of many. Without a fault among them, the rest could hold one.
    const { libraries } = systemOf(subject);
    const { faults } = found(libraries, subject.policy);
    const rest = [libraries.foreign, libraries.writable].reduce(
      (sum, { count, first }) => sum + count - first.length,
      0,
    );
    return faults.length === 0 && rest > 0 ? words("srg.library-rest", { count: rest }) : null;
  },
  judge(subject): Verdict {
    const { libraries } = systemOf(subject);
    const { examined } = libraries;
    if (examined === 0) return { status: "not-applicable", reason: words("srg.library-none") };
    const { faults, excused } = found(libraries, subject.policy);
    const byGroup = libraries.foreign.first
      .filter(({ uid }) => uid === 0)
      .map(({ path, gid, layer }) => ({ where: path, detail: words("srg.library-group", { gid }), layer }));
    return failOrPass(faults, { where: "/usr", detail: words("srg.library-safe", { count: examined }) }, [
      ...excused,
      ...byGroup,
    ]);
  },
});

function found(
  { foreign, writable }: SystemFacts["libraries"],
  { allowedPaths }: PolicyParameters,
): { faults: ProofPoint[]; excused: ProofPoint[] } {
  const isAllowed = ({ path }: WatchedFile) => isAllowedPath(path, allowedPaths);
  const point =
    (says: ControlPhraseKey) =>
    ({ path, mode, uid, layer }: WatchedFile): ProofPoint => ({
      where: path,
      detail: words(says, { mode, uid }),
      layer,
    });
  const owners = foreign.first.filter(({ uid }) => uid !== 0);
  const byOwner = excusing(owners, "allowedPaths", isAllowed, point("srg.library-owner"));
  const byMode = excusing(writable.first, "allowedPaths", isAllowed, point("srg.library-writable"));
  return { faults: [...byOwner.faults, ...byMode.faults], excused: [...byOwner.excused, ...byMode.excused] };
}
