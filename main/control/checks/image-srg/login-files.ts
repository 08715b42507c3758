// Files in a home with which programs log in by themselves: .netrc, and those for databases, Git, npm and registries that
// hold a credential. Elsewhere, such as among a package's tests, they are no one's.
import type { Verdict } from "../../../../shared/model/finding.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { failOrPass } from "../../fail-or-pass.ts";
import { secretPoint } from "../../secret-point.ts";
import { inHomesOf } from "./home-paths.ts";
import { systemOf } from "./system-of.ts";

const netrc = /\/[._]netrc$/;
const others = /\/(?:[._]netrc|\.pgpass|\.git-credentials|\.npmrc|\.dockercfg)$/;
const docker = /\/\.docker\/config\.json$/;

export const loginFiles = defineCheck({
  decides: ["image-srg:netrc"],
  needs: ["system", "secrets", "accounts"],
  judge(subject): Verdict {
    const isInHome = inHomesOf(subject.accounts);
    const files = systemOf(subject).trustFiles.filter(({ path }) => netrc.test(path));
    // A file that a later layer deleted is no longer among the files, but what it held can still be had.
    const secrets = subject.secrets.filter(
      ({ where, path = "" }) => where === "file" && (others.test(path) || docker.test(path)),
    );
    const isHomely = (path: string) => isInHome(docker.test(path) ? path.replace(/\/config\.json$/, "") : path);
    const faults = [
      ...files
        .filter(({ path }) => isHomely(path))
        .map(({ path, layer }) => ({ where: path, detail: words("srg.login-file"), layer })),
      ...secrets.filter(({ path = "" }) => isHomely(path)).map(secretPoint),
    ];
    const elsewhere = files
      .filter(({ path }) => !isHomely(path))
      .map(({ path, layer }) => ({ where: path, detail: words("srg.login-file-elsewhere"), layer }));
    return failOrPass(faults, { where: "/", detail: words("srg.login-file-none") }, elsewhere);
  },
});
