// Owner and mode of the account databases and of the copies that programs keep beside them. Distributions differ on shadow:
// the family of RHEL gives nobody any right, the others let a group `shadow` read.
import type { Group, Os } from "../../../../shared/model/facts.ts";
import type { ProofPoint, Verdict } from "../../../../shared/model/finding.ts";
import type { WatchedFile } from "../../../../shared/model/system-facts.ts";
import { isAllowedPath } from "../../../../shared/policy-match.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { excusing, saidBeside } from "../../fail-or-pass.ts";
import { bitsOf, exceeds } from "./file-mode.ts";
import { systemOf } from "./system-of.ts";

const open = /^\/etc\/(?:passwd|group)-?$/;
const hidden = /^\/etc\/g?shadow-?$/;
const rhelLike = /(?:^|\s)(?:rhel|centos|rocky|almalinux|fedora|ol|amzn)(?:\s|$)/;
const groupBits = 0o070;

export const accountDatabases = defineCheck({
  decides: ["image-srg:passwd-modes"],
  needs: ["system", "os", "accounts"],
  judge(subject): Verdict {
    const { os, groups, policy } = subject;
    const databases = systemOf(subject).watched.filter(({ path }) => open.test(path) || hidden.test(path));
    if (databases.length === 0) return { status: "not-applicable", reason: words("srg.accounts-none") };
    const bad = databases.flatMap((file) => {
      const point = file.type === "file" ? faultOf(file, os, groups) : null;
      return point === null ? [] : [{ path: file.path, point }];
    });
    const { faults, excused } = excusing(
      bad,
      "allowedPaths",
      ({ path }) => isAllowedPath(path, policy.allowedPaths),
      ({ point }) => point,
    );
    const [first, ...rest] = faults;
    if (first !== undefined) return { status: "fail", evidence: [first, ...rest, ...saidBeside(excused)] };
    const links = databases
      .filter(({ type }) => type !== "file")
      .map(({ path, layer }) => ({ where: path, detail: words("srg.database-no-file"), layer }));
    if (links.length > 0) {
      return { status: "manual", reason: words("srg.database-person"), evidence: [...links, ...excused] };
    }
    const good = databases
      .filter((file) => faultOf(file, os, groups) === null)
      .map(({ path, mode, uid, gid, layer }) => ({
        where: path,
        detail: words("srg.database-safe", { mode, uid, gid }),
        layer,
      }));
    const [safe, ...more] = [...good, ...excused];
    if (safe === undefined) throw new Error("a database was there a moment ago");
    return { status: "pass", evidence: [safe, ...more] };
  },
});

function faultOf(
  { path, mode, uid, gid, layer }: WatchedFile,
  os: Os | null,
  groups: readonly Group[],
): ProofPoint | null {
  const most = open.test(path) ? 0o644 : isRhelLike(os) ? 0 : 0o640;
  const say = (detail: ProofPoint["detail"]): ProofPoint => ({ where: path, detail, layer });
  if (uid !== 0) return say(words("srg.database-owner", { uid }));
  if (exceeds(mode, most)) {
    return say(words("srg.database-mode", { mode, most: most.toString(8).padStart(4, "0") }));
  }
  const isReaders = gid === 0 || groups.some((group) => group.gid === gid && group.name === "shadow");
  if (hidden.test(path) && (bitsOf(mode) & groupBits) !== 0 && !isReaders)
    return say(words("srg.database-group", { gid }));
  return null;
}

function isRhelLike(os: Os | null): boolean {
  return os !== null && rhelLike.test(`${os.id} ${os.release["ID_LIKE"] ?? ""}`);
}
