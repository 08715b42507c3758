// Files and folders whose owner or group the image's own passwd and group files do not know, counted by folder. Root is
// known without a line; where the image has no passwd at all, the user of its config is as well.
import type { FileFact, ImageConfig } from "../../../../shared/model/facts.ts";
import type { Verdict } from "../../../../shared/model/finding.ts";
import { isAllowedPath } from "../../../../shared/policy-match.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { excusing, saidBeside } from "../../fail-or-pass.ts";

export const unownedFiles = defineCheck({
  decides: ["image-srg:unowned-files"],
  needs: ["files", "accounts", "config"],
  judge({ files, accounts, groups, config, policy }): Verdict {
    const users = new Set([0, ...accounts.map(({ uid }) => uid)]);
    const known = new Set([0, ...groups.map(({ gid }) => gid)]);
    if (accounts.length === 0) {
      const [uid, gid] = configuredIds(config);
      if (uid !== null) users.add(uid);
      if (gid !== null) known.add(gid);
    }
    const strange = files.unowned.filter(({ uid, gid }) => !users.has(uid) || !known.has(gid));
    const { faults, excused } = excusing(
      byFolder(strange.filter(({ path }) => !isAllowedPath(path, policy.allowedPaths))),
      "allowedPaths",
      ({ folder }) => isAllowedPath(folder, policy.allowedPaths),
      ({ folder, uid, gid, count, first, layer }) => ({
        where: folder,
        detail: words("srg.unowned", { count, uid, gid, first }),
        layer,
      }),
    );
    const left = strange.filter(({ path }) => isAllowedPath(path, policy.allowedPaths));
    const more = left.map(({ path, layer }) => ({
      where: path,
      detail: words("control.excused", { list: "allowedPaths" }),
      layer,
    }));
    const [first, ...rest] = faults;
    // Who is unknown is known only where passwd and group were read; that not all files were, is no matter.
    if (first !== undefined) {
      return {
        status: "fail",
        evidence: [first, ...rest, ...saidBeside([...excused, ...more])],
        restsOn: ["accounts", "config"],
      };
    }
    const count = files.count;
    return { status: "pass", evidence: [{ where: "/", detail: words("srg.owned", { count }) }, ...excused, ...more] };
  },
});

/** The numbers of the config's user and group, as in `10001` and `10001:10001`. */
function configuredIds({ user }: ImageConfig): [number | null, number | null] {
  const [uid = "", gid = uid] = user.trim().split(":");
  const number = (text: string) => (/^\d{1,10}$/.test(text) ? Number(text) : null);
  return [number(uid), number(gid)];
}

interface Folder {
  readonly folder: string;
  readonly uid: number;
  readonly gid: number;
  readonly layer: number;
  readonly first: string;
  count: number;
}

function byFolder(files: readonly FileFact[]): Folder[] {
  const folders = new Map<string, Folder>();
  for (const { path, uid, gid, layer } of files) {
    const folder = path.slice(0, path.lastIndexOf("/")) || "/";
    const key = `${uid}:${gid}:${layer}:${folder}`;
    const before = folders.get(key);
    if (before === undefined) folders.set(key, { folder, uid, gid, layer, first: path, count: 1 });
    else before.count += 1;
  }
  return [...folders.values()];
}
