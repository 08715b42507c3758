// Protections that a program asks for in its ELF headers: a stack without the right to execute, and code that can be placed
// anywhere. Whether addresses are shuffled at all is the host's setting.
import type { ProofPoint, Verdict } from "../../../../shared/model/finding.ts";
import type { PolicyParameters } from "../../../../shared/model/policy.ts";
import type { SystemFacts, WatchedFile } from "../../../../shared/model/system-facts.ts";
import { isAllowedPath } from "../../../../shared/policy-match.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { excusing, failOrPass } from "../../fail-or-pass.ts";
import { systemOf } from "./system-of.ts";

type Found = NonNullable<SystemFacts["elf"]>["executableStack"];

export const memoryProtection = defineCheck({
  decides: ["image-srg:memory-protection"],
  needs: ["system"],
  lacks: (subject) => (systemOf(subject).elf === null ? words("srg.elf-unread") : null),
  judge(subject): Verdict {
    const { elf } = systemOf(subject);
    if (elf === null) throw new Error("the programs were looked at a moment ago");
    const { examined, executableStack, fixedAddress } = elf;
    if (examined === 0) return { status: "not-applicable", reason: words("srg.elf-none") };
    const stacks = judged(executableStack, "srg.elf-stack", subject.policy);
    const fixed = judged(fixedAddress, "srg.elf-fixed", subject.policy);
    const excused = [...stacks.excused, ...fixed.excused];
    if (stacks.faults.length === 0 && fixed.faults.length > 0) {
      const count = fixedAddress.count - fixed.excused.length;
      return { status: "manual", reason: words("srg.elf-person", { count }), evidence: [...fixed.faults, ...excused] };
    }
    const ground = { where: "/", detail: words("srg.elf-protected", { count: examined }) };
    return failOrPass(stacks.faults, ground, [...fixed.faults, ...excused]);
  },
});

/** The listed ones, and how many more there are: those cannot be held against a list of paths, so they count. */
function judged(
  { count, first }: Found,
  says: "srg.elf-stack" | "srg.elf-fixed",
  { allowedPaths }: PolicyParameters,
): { faults: ProofPoint[]; excused: ProofPoint[] } {
  const { faults, excused } = excusing(
    first,
    "allowedPaths",
    ({ path }: WatchedFile) => isAllowedPath(path, allowedPaths),
    ({ path, layer }) => ({ where: path, detail: words(says), layer }),
  );
  const rest = count - first.length;
  return {
    faults: rest > 0 ? [...faults, { where: "…", detail: words("srg.elf-more", { count: rest }) }] : faults,
    excused,
  };
}
