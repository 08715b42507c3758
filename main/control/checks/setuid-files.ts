// Regular files with the setuid or setgid bit in the merged view. Folders never count, hard links once; the list of
// allowed ones is empty until a person excuses one. File capabilities are another control's subject.
import type { FileFact } from "../../../shared/model/facts.ts";
import type { ProofPoint, Verdict } from "../../../shared/model/finding.ts";
import { words } from "../control-phrase.ts";
import { defineCheck } from "../define-check.ts";

export const setuidFiles = defineCheck({
  decides: ["cis-docker:4.8"],
  needs: ["files"],
  judge({ files }): Verdict {
    const removed = files.removed.map(removedPoint);
    const [first, ...rest] = [...files.setuid.map(setuidPoint), ...files.setgid.map(setgidPoint)];
    // A file that was seen carries the bit, whatever else could not be read.
    if (first !== undefined) return { status: "fail", evidence: [first, ...rest, ...removed], restsOn: [] };
    const none: ProofPoint = { where: "/", detail: words("control.setuid-none", { count: files.count }) };
    return { status: "pass", evidence: [none, ...removed] };
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
