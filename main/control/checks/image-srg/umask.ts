// New files are for their owner alone: UMASK of login.defs(5), and the umask commands of what shells read at log-in.
import { executableKind } from "../../../../shared/known-executables.ts";
import type { ProofPoint, Verdict } from "../../../../shared/model/finding.ts";
import type { SettingLine } from "../../../../shared/model/system-facts.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { systemOf } from "./system-of.ts";

/** What group and others may do, all of which the umask has to take. */
const others = 0o077;

export const umask = defineCheck({
  decides: ["image-srg:umask"],
  needs: ["files", "system"],
  judge(subject): Verdict {
    const { executables } = subject;
    if (executables !== undefined && !executables.some((path) => executableKind(path) === "shell")) {
      return { status: "not-applicable", reason: words("srg.shells-absent"), restsOn: ["files"] };
    }
    const lines = systemOf(subject).umask;
    const point = (says: "srg.umask-open" | "srg.umask-strict" | "srg.umask-unread") => (line: SettingLine) =>
      ({
        where: `${line.path}:${line.line}`,
        detail: words(says, { text: line.text.replace(/\s+/g, " ").slice(0, 200) }),
        layer: line.layer,
      }) satisfies ProofPoint;
    const judged = lines.map((line) => ({ line, strict: isStrict(line.text) }));
    const of = (strict: boolean | null) => judged.filter((one) => one.strict === strict).map(({ line }) => line);
    const [first, ...rest] = of(false).map(point("srg.umask-open"));
    if (first !== undefined) return { status: "fail", evidence: [first, ...rest], restsOn: [] };
    const unread = of(null).map(point("srg.umask-unread"));
    const [good, ...more] = of(true).map(point("srg.umask-strict"));
    if (unread.length > 0) {
      return { status: "manual", reason: words("srg.umask-person"), evidence: unread, restsOn: ["system"] };
    }
    if (good !== undefined) return { status: "pass", evidence: [good, ...more], restsOn: ["system"] };
    return { status: "fail", evidence: [{ where: "/etc/login.defs", detail: words("srg.umask-none") }] };
  },
});

/** Whether every umask of a line takes all from group and others; null where one cannot be read, such as a variable. */
function isStrict(text: string): boolean | null {
  const values = [...text.matchAll(/\bumask\s+(?:-S\s+)?["']?([^\s;"'#&|)]+)/gi)].map((match) => match[1] ?? "");
  const read = values.map((value) => (/^[0-7]{1,4}$/.test(value) ? ofNumber(value) : ofSymbols(value)));
  if (read.includes(false)) return false;
  return read.length === 0 || read.includes(null) ? null : true;
}

function ofNumber(value: string): boolean {
  return (Number.parseInt(value, 8) & others) === others;
}

/** `u=rwx,g=,o=`: what is granted, not what is taken. */
function ofSymbols(value: string): boolean | null {
  const clauses = value.split(",").map((clause) => /^([ugoa]*)=([rwx]*)$/.exec(clause));
  if (clauses.includes(null)) return null;
  const granted = (who: string) => {
    const last = clauses.filter(
      (clause) => clause?.[1] === "" || /a/.test(clause?.[1] ?? "") || clause?.[1]?.includes(who),
    );
    return last[last.length - 1]?.[2];
  };
  return granted("g") === "" && granted("o") === "";
}
