// Regular files that everyone may write. Links are writable by nature and are not among the facts.
import type { ProofPoint, Verdict } from "../../../../shared/model/finding.ts";
import { isAllowedPath } from "../../../../shared/policy-match.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { excusing, failOrPass } from "../../fail-or-pass.ts";

const mounted = /^\/(?:proc|sys|dev)(?:\/|$)/;
/** From this share of all entries on, the modes are those of the build platform and say little about intent. */
const nearlyAll = 0.9;

export const writableFiles = defineCheck({
  decides: ["image-srg:world-writable-files"],
  // `system` for its version alone: facts that lack it do not tell folders from files.
  needs: ["files", "system"],
  judge({ files, policy }): Verdict {
    const found = files.worldWritable.filter(({ folder, path }) => folder !== true && !mounted.test(path));
    const { faults, excused } = excusing(
      found,
      "allowedPaths",
      ({ path }) => isAllowedPath(path, policy.allowedPaths),
      ({ path, mode, uid, layer }) => ({ where: path, detail: words("srg.file-writable", { mode, uid }), layer }),
    );
    const isArtefact = faults.length > 0 && files.worldWritable.length >= nearlyAll * files.count;
    const artefact: ProofPoint[] = isArtefact ? [{ where: "/", detail: words("srg.files-artefact") }] : [];
    const ground = { where: "/", detail: words("srg.files-not-writable", { count: files.count }) };
    return failOrPass(faults, ground, [...artefact, ...excused], ["files"]);
  },
});
