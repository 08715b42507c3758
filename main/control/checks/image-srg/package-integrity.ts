// Files of packages against the digests that their database recorded. Settings are meant to change; a program or library that
// did is not what its package brought. What was left out on purpose, such as documentation, is missing and no fault.
import type { FactName } from "../../../../shared/model/facts.ts";
import type { Verdict } from "../../../../shared/model/finding.ts";
import { isAllowedPath } from "../../../../shared/policy-match.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { excusing, saidBeside } from "../../fail-or-pass.ts";
import { systemOf } from "./system-of.ts";

const settings = /^\/etc\//;
const code = /^\/(?:usr\/(?:local\/)?)?(?:s?bin|lib(?:32|64|x32|exec)?)\/|\.so(?:\.[\w.]+)?$/;

interface Changed {
  readonly path: string;
  readonly package: string;
  readonly layer: number;
}

export const packageIntegrity = defineCheck({
  decides: ["image-srg:package-integrity"],
  needs: ["system"],
  lacks(subject) {
    const { packageFiles } = systemOf(subject);
    if (packageFiles === null || packageFiles.compared === 0) return words("srg.digests-none");
    const { changed, more } = packageFiles;
    return more > 0 && !changed.some(({ path }) => code.test(path)) ? words("srg.digests-more", { count: more }) : null;
  },
  judge(subject): Verdict {
    const { packageFiles } = systemOf(subject);
    if (packageFiles === null) throw new Error("digests were there a moment ago");
    const { changed, missing, compared } = packageFiles;
    const judged = changed.filter(({ path }) => !settings.test(path));
    const { faults, excused } = excusing(
      judged.filter(({ path }) => code.test(path)),
      "allowedPaths",
      ({ path }) => isAllowedPath(path, subject.policy.allowedPaths),
      changedPoint,
    );
    const absent = missing.filter(({ path }) => code.test(path));
    const gone = absent.map((file) => ({
      where: file.path,
      detail: words("srg.package-file-missing", { package: file.package }),
    }));
    const restsOn: readonly FactName[] = [];
    const [first, ...rest] = faults;
    if (first !== undefined)
      return { status: "fail", evidence: [first, ...rest, ...saidBeside([...excused, ...gone])], restsOn };
    const data = excusing(
      judged.filter(({ path }) => !code.test(path)),
      "allowedPaths",
      ({ path }) => isAllowedPath(path, subject.policy.allowedPaths),
      changedPoint,
    );
    const beside = [...excused, ...data.excused, ...gone];
    if (data.faults.length > 0) {
      return { status: "manual", reason: words("srg.package-data-person"), evidence: [...data.faults, ...beside] };
    }
    const own = changed.length - judged.length;
    const ground = { where: "packages", detail: words("srg.package-files-same", { count: compared, settings: own }) };
    return { status: "pass", evidence: [ground, ...beside] };
  },
});

function changedPoint({ path, package: name, layer }: Changed) {
  return { where: path, detail: words("srg.package-file-changed", { package: name }), layer };
}
