// Whether the image is set up as this profile asks: the other checks of the profile, taken together. What is not assessed is
// as open as a failure; a control that DISA files under CAT III does not count.
import type { ProofPoint, Status, Verdict } from "../../../../shared/model/finding.ts";
import type { Phrase } from "../../../../shared/model/phrase.ts";
import { words } from "../../control-phrase.ts";
import type { Check } from "../../define-check.ts";
import { absentFacts, type JudgedImage } from "../../subject.ts";

const profile = /^image-srg:/;
/** Of the rows that the checks of images decide, those of CAT III. */
const minor: ReadonlySet<string> = new Set(["image-srg:gid-defined"]);

/**
 * The check over `checks`, of which those count that decide a control of the profile. It fails on their failures, and needs
 * no facts of its own: what a check of the list lacks is lacking here.
 */
export function profileRollUp(checks: readonly Check[]): Check {
  const counted = checks.flatMap((check) =>
    check.decides.filter((id) => profile.test(id) && !minor.has(id)).map((id) => ({ id, check })),
  );
  /** The controls by their status, each check asked once. */
  const standing = (judged: JudgedImage): ((status: Status) => string[]) => {
    const statuses = new Map(checks.map((check) => [check, statusOf(check, judged)] as const));
    return (status) => counted.filter(({ check }) => statuses.get(check) === status).map(({ id }) => id);
  };
  return {
    decides: ["image-srg:stig-config"],
    needs: ["config"],
    lacks(judged): Phrase | null {
      const having = standing(judged);
      const unread = having("not-assessed");
      if (unread.length === 0 || having("fail").length > 0) return null;
      return words("srg.profile-unread", { count: unread.length, controls: unread.join(", ") });
    },
    judge(judged): Verdict {
      const having = standing(judged);
      const [first, ...rest] = having("fail").map(pointOf("srg.profile-fails"));
      if (first !== undefined) return { status: "fail", evidence: [first, ...rest], restsOn: [] };
      const open = having("manual");
      if (open.length > 0) {
        return {
          status: "manual",
          reason: words("srg.profile-person", { count: open.length }),
          evidence: open.map(pointOf("srg.profile-open")),
        };
      }
      const detail = words("srg.profile-holds", { count: counted.length });
      return { status: "pass", evidence: [{ where: "image-srg", detail }] };
    },
  };
}

/** As the runner would say it. What throws, throws here as well: the finding is then an error, with the cause. */
function statusOf(check: Check, judged: JudgedImage): Status {
  if (absentFacts(judged.facts, check.needs).length > 0 || check.lacks(judged) !== null) return "not-assessed";
  const { status, restsOn = check.needs } = check.judge(judged);
  const isUnread = judged.facts.limits.some(({ fact, weight }) => weight === "gap" && restsOn.includes(fact));
  return isUnread ? "not-assessed" : status;
}

function pointOf(says: "srg.profile-fails" | "srg.profile-open"): (id: string) => ProofPoint {
  return (id) => ({ where: id, detail: words(says) });
}
