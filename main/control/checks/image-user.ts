// Who the container runs as. `Config.User` decides, never a USER line of the history; forms as the engine reads them:
// `name`, `uid`, `name:group`, `uid:gid`, numbers with sign and leading zeros.
import type { Verdict } from "../../../shared/model/finding.ts";
import type { Phrase } from "../../../shared/model/phrase.ts";
import { words } from "../control-phrase.ts";
import { defineCheck } from "../define-check.ts";

/** The largest UID that an engine takes. */
const maximumUid = 2 ** 31 - 1;

export const imageUser = defineCheck({
  decides: ["cis-docker:4.1", "image-srg:user-nonroot", "docker-ee-stig:DKER-EE-003200"],
  needs: ["config", "accounts"],
  judge({ config, accounts }): Verdict {
    const [user = ""] = config.user.trim().split(":");
    const answer = (status: "pass" | "fail", detail: Phrase): Verdict => ({
      status,
      evidence: [{ where: "config.User", detail }],
    });
    // What the config alone decides stands also where the accounts could not be read.
    const byConfig = (status: "pass" | "fail", detail: Phrase): Verdict => ({
      ...answer(status, detail),
      restsOn: ["config"],
    });
    if (user === "") return byConfig("fail", words("control.user-absent"));
    if (/^[+-]?\d+$/.test(user)) {
      if (Number(user) < 0 || Number(user) > maximumUid)
        return byConfig("fail", words("control.user-no-uid", { user }));
      return /^[+-]?0+$/.test(user)
        ? byConfig("fail", words("control.user-root", { user: config.user }))
        : byConfig("pass", words("control.user-number", { uid: user }));
    }
    if (user === "root") return byConfig("fail", words("control.user-root", { user: config.user }));
    const account = accounts.find(({ name }) => name === user);
    if (account === undefined) return answer("fail", words("control.user-unresolvable", { user }));
    return account.uid === 0
      ? answer("fail", words("control.user-uid-zero", { user }))
      : answer("pass", words("control.user-named", { user, uid: account.uid }));
  },
});
