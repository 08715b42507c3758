// Who owns the system's libraries: root and root's group, as the public profile asks for /usr/lib. Trees of languages under
// /usr/local, which belong to an application's user by design, are shown and do not count.
import type { ProofPoint, Verdict } from "../../../../shared/model/finding.ts";
import type { WatchedFile } from "../../../../shared/model/system-facts.ts";
import { isAllowedPath } from "../../../../shared/policy-match.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { tested } from "./profile-rules.ts";

/** Also before /usr was merged, and of other word sizes. */
const systemLibraries = /^\/(?:usr\/)?lib(?:32|64|x32|exec)?(?:\/|$)/;
const otherLibraries = /^\/usr\/local\/lib/;

export const libraryOwners = defineCheck({
  decides: tested.libraryOwners,
  needs: ["system"],
  judge({ system, policy }): Verdict {
    const { examined = 0, foreign = { count: 0, first: [] } } = system?.libraries ?? {};
    const listed = foreign.first.filter(({ path }) => systemLibraries.test(path));
    const isExcused = ({ path }: WatchedFile) => isAllowedPath(path, policy.allowedPaths);
    const excused = listed
      .filter(isExcused)
      .map((file): ProofPoint => ({ ...point(file, "gpos.path-allowed"), beside: true }));
    const [first, ...rest] = listed
      .filter((file) => !isExcused(file))
      .map((file) => point(file, "gpos.library-foreign"));
    if (first !== undefined) return { status: "fail", evidence: [first, ...rest, ...excused], restsOn: [] };

    const elsewhere = foreign.first
      .filter(({ path }) => otherLibraries.test(path))
      .map((file) => point(file, "gpos.library-elsewhere"));
    const unlisted = foreign.count - foreign.first.length;
    if (unlisted > 0) {
      const reason = words("gpos.library-look", { count: unlisted });
      return { status: "manual", reason, evidence: [...elsewhere, ...excused] };
    }
    if (examined === 0) return { status: "not-applicable", reason: words("gpos.library-none") };
    const all: ProofPoint = { where: "/usr/lib", detail: words("gpos.library-owners", { count: examined }) };
    return { status: "pass", evidence: [all, ...elsewhere, ...excused] };
  },
});

function point(
  { path, uid, gid, layer }: WatchedFile,
  says: "gpos.library-foreign" | "gpos.library-elsewhere" | "gpos.path-allowed",
): ProofPoint {
  return { where: path, detail: says === "gpos.path-allowed" ? words(says) : words(says, { uid, gid }), layer };
}
