// The daemon's seccomp profile. The built-in one or one of its own passes and is named; whether a workload needs a narrower
// one is not this check's question.
import { words } from "../../control-phrase.ts";
import { defineSurroundingCheck, type SurroundingVerdict } from "../../define-surrounding-check.ts";
import { optionsUntold, securityOption } from "../../security-options.ts";

export const seccomp = defineSurroundingCheck({
  decides: ["cis-docker:2.18"],
  needs: ["engine.info"],
  lacks: ({ engine }) => (optionsUntold(engine) ? words("host.not-told", { field: "SecurityOptions" }) : null),
  judge({ engine }): SurroundingVerdict {
    const where = "/info SecurityOptions";
    const option = securityOption(engine, "seccomp");
    if (option === null) return { status: "fail", evidence: [{ where, detail: words("host.seccomp-none") }] };
    // Old engines list the option without a profile: it is the built-in one.
    const profile = option["profile"] ?? "builtin";
    const detail = words("host.seccomp", { profile });
    return { status: profile === "unconfined" ? "fail" : "pass", evidence: [{ where, detail }] };
  },
});
