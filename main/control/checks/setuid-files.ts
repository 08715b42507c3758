// Regular files with the setuid or setgid bit in the merged view. Folders never count, hard links once; the list of
// allowed ones is empty until a person excuses one. File capabilities are another control's subject.
import type { FileFact } from "../../../shared/model/facts.ts";
import type { ProofPoint, Verdict } from "../../../shared/model/finding.ts";
import { isAllowedPath } from "../../../shared/policy-match.ts";
import { words } from "../control-phrase.ts";
import { defineCheck } from "../define-check.ts";
import { excusing, failOrPass } from "../fail-or-pass.ts";

export const setuidFiles = defineCheck({
  decides: ["cis-docker:4.8", "image-srg:suid-sgid"],
  needs: ["files"],
  judge({ files, policy }): Verdict {
    // A file under several names is excused by all of them: another name would be another way to run it.
    const isAllowed = ({ path, links = [] }: FileFact) =>
      [path, ...links].every((name) => isAllowedPath(name, policy.allowedSetuid));
    const users = excusing(files.setuid, "allowedSetuid", isAllowed, setuidPoint);
    const groups = excusing(files.setgid, "allowedSetuid", isAllowed, setgidPoint);
    const excused = [...users.excused, ...groups.excused];
    const ground: ProofPoint = {
      where: "/",
      detail:
        excused.length === 0
          ? words("control.setuid-none", { count: files.count })
          : words("control.setuid-excused", { count: files.count }),
    };
    return failOrPass([...users.faults, ...groups.faults], ground, [...excused, ...files.removed.map(removedPoint)]);
  },
});

function setuidPoint({ path, mode, uid, layer }: FileFact): ProofPoint {
  return { where: path, detail: words("control.setuid-file", { mode, uid }), layer };
}

function setgidPoint({ path, mode, gid, layer }: FileFact): ProofPoint {
  return { where: path, detail: words("control.setgid-file", { mode, gid }), layer };
}

function removedPoint({ path, mode, layer, removedInLayer }: FileFact): ProofPoint {
  return {
    where: path,
    detail: words("control.setuid-removed", { mode, layer, removed: removedInLayer ?? layer }),
    layer,
  };
}
