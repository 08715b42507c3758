// sudo asks for a password: no NOPASSWD and no !authenticate, sudoers(5). Without a program nothing reads the file.
import type { Package } from "../../../../shared/model/facts.ts";
import type { ProofPoint, Verdict } from "../../../../shared/model/finding.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { failOrPass } from "../../fail-or-pass.ts";
import { systemOf } from "./system-of.ts";

const program = /\/sudo(?:-rs)?$/;
const packageName = /^sudo(?:-ldap|-rs)?$/;

export const passwordlessSudo = defineCheck({
  decides: ["image-srg:sudo-nopasswd"],
  needs: ["system", "files", "packages"],
  judge(subject): Verdict {
    const lines = systemOf(subject).sudoWithoutPassword.map(
      ({ path, line, text, layer }): ProofPoint => ({
        where: `${path}:${line}`,
        detail: words("srg.sudo-line", { text: text.replace(/\s+/g, " ").slice(0, 200) }),
        layer,
      }),
    );
    // It does nothing without the setuid bit, so a copy that no package brought is found by it.
    const programs = subject.files.setuid.filter(({ path, links = [] }) =>
      [path, ...links].some((name) => program.test(name)),
    );
    const isInstalled = programs.length > 0 || subject.packages.some(isSudo);
    if (!isInstalled) {
      return { status: "not-applicable", reason: words("srg.sudo-absent"), evidence: lines };
    }
    return failOrPass(lines, { where: "/etc/sudoers", detail: words("srg.sudo-asks") }, [], ["system"]);
  },
});

function isSudo({ type, name }: Package): boolean {
  return (type === "deb" || type === "apk" || type === "rpm") && packageName.test(name);
}
