// 4.8: regular files with the setuid or setgid bit in the merged view. No path is allowed until a person excuses it.
import type { FileFact } from "../../../shared/model/facts.ts";
import type { ProofPoint, Verdict } from "../../../shared/model/finding.ts";
import { words } from "../control-phrase.ts";
import { defineCheck } from "../define-check.ts";

export const setuidFiles = defineCheck({
  decides: ["cis-docker:4.8"],
  needs: ["files"],
  judge({ files }): Verdict {
    // A file with both bits stands in both lists.
    const special = new Map([...files.setuid, ...files.setgid].map((file) => [`${file.path}\0${file.layer}`, file]));
    const [first, ...others] = [...special.values()].map(pointAt);
    const removed = files.removed.map(removedAt);
    if (first !== undefined) return { status: "fail", evidence: [first, ...others, ...removed], restsOn: [] };
    const looked: ProofPoint = { where: "/", detail: words("control.setuid-none", { count: files.count }) };
    return { status: "pass", evidence: [looked, ...removed] };
  },
});

function pointAt({ path, mode, uid, gid, layer, links }: FileFact): ProofPoint {
  const params = { mode, uid, gid };
  const detail =
    links === undefined || links.length === 0
      ? words("control.setuid-file", params)
      : words("control.setuid-file-links", { ...params, links: links.join(", ") });
  return { where: path, detail, layer };
}

function removedAt({ path, mode, layer, removedInLayer }: FileFact): ProofPoint {
  return {
    where: path,
    detail: words("control.setuid-removed", { mode, removed: removedInLayer ?? "?" }),
    layer,
  };
}
