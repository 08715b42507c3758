// 4.1: the user of the config, and what the image's own passwd makes of it. Config wins over USER lines of the history.
import type { Verdict } from "../../../shared/model/finding.ts";
import type { Phrase } from "../../../shared/model/phrase.ts";
import { words } from "../control-phrase.ts";
import { defineCheck } from "../define-check.ts";

/** The largest UID that an engine takes. */
const maximumUid = 2 ** 31 - 1;

export const imageUser = defineCheck({
  decides: ["cis-docker:4.1"],
  needs: ["config", "accounts"],
  judge({ config, accounts }): Verdict {
    const user = config.user.trim();
    const [name = ""] = user.split(":");
    const verdict = (status: "pass" | "fail", detail: Phrase): Verdict => ({
      status,
      evidence: [{ where: "config.User", detail }],
      restsOn: ["config"],
    });
    if (name === "") return verdict("fail", words("control.user-unset"));
    if (name === "root") return verdict("fail", words("control.user-root", { user }));
    if (/^[+-]?\d+$/.test(name)) {
      // Engines read the number as one: `00` and `+0` are root as well, and a number is never looked up as a name.
      const uid = Number(name);
      if (uid === 0) return verdict("fail", words("control.user-root", { user }));
      if (uid < 0 || uid > maximumUid) return verdict("fail", words("control.user-no-uid", { user }));
      return verdict("pass", words("control.user-number", { user, uid }));
    }
    const account = accounts.find((candidate) => candidate.name === name);
    const inPasswd = (status: "pass" | "fail", detail: Phrase): Verdict => ({
      status,
      evidence: [{ where: "config.User", detail }],
    });
    if (account === undefined) return inPasswd("fail", words("control.user-unknown", { user }));
    return account.uid === 0
      ? inPasswd("fail", words("control.user-name-root", { user }))
      : inPasswd("pass", words("control.user-name", { user, uid: account.uid }));
  },
});
