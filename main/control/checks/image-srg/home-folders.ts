// The home of whoever can log in is there, is theirs, and lets no others in. `/nonexistent` and `/` stand for no home, and a
// volume brings its own at run time.
import type { Account } from "../../../../shared/model/facts.ts";
import type { ProofPoint, Verdict } from "../../../../shared/model/finding.ts";
import type { WatchedFile } from "../../../../shared/model/system-facts.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { saidBeside } from "../../fail-or-pass.ts";
import { exceeds } from "./file-mode.ts";
import { firstUserId, loginShellOf } from "./login-shell.ts";
import { systemOf } from "./system-of.ts";

const most = 0o750;
const noHome: ReadonlySet<string> = new Set(["", "/", "/nonexistent"]);

export const homeFolders = defineCheck({
  decides: ["image-srg:home-exists"],
  needs: ["accounts", "files", "config", "system"],
  judge(subject): Verdict {
    const { accounts, executables, config } = subject;
    const users = accounts.filter(
      (account) => account.uid >= firstUserId && loginShellOf(account, executables) === "open",
    );
    if (users.length === 0) return { status: "not-applicable", reason: words("srg.users-none") };
    const volumes = new Set(config.volumes.map(plain));
    const isElsewhere = ({ home }: Account) => noHome.has(plain(home)) || volumes.has(plain(home));
    const folders = new Map(systemOf(subject).watched.map((file) => [file.path, file]));
    const judged = users.filter((user) => !isElsewhere(user));
    const [first, ...rest] = judged.flatMap((user) => faultOf(user, folders.get(plain(user.home))) ?? []);
    const beside = users.filter(isElsewhere).map(({ name, home }) => pointOf(name, home, "srg.home-elsewhere"));
    if (first !== undefined) return { status: "fail", evidence: [first, ...rest, ...saidBeside(beside)] };
    const [home, ...homes] = [...judged.map(({ name, home }) => pointOf(name, home, "srg.home-safe")), ...beside];
    if (home === undefined) throw new Error("there was a user a moment ago");
    return { status: "pass", evidence: [home, ...homes] };
  },
});

function faultOf({ name, home, uid }: Account, folder: WatchedFile | undefined): ProofPoint | null {
  if (folder === undefined) return pointOf(name, home, "srg.home-missing");
  const { type, mode, layer } = folder;
  if (type !== "folder") return { ...pointOf(name, home, "srg.home-no-folder"), layer };
  if (folder.uid !== uid) {
    return { where: home, detail: words("srg.home-owner", { name, uid, owner: folder.uid }), layer };
  }
  return exceeds(mode, most) ? { where: home, detail: words("srg.home-mode", { name, mode }), layer } : null;
}

function pointOf(
  name: string,
  home: string,
  says: "srg.home-elsewhere" | "srg.home-safe" | "srg.home-missing" | "srg.home-no-folder",
): ProofPoint {
  return { where: home === "" ? "/etc/passwd" : home, detail: words(says, { name }) };
}

/** A path as the facts have it: doubled and closing slashes mean nothing. */
function plain(path: string): string {
  return path === ""
    ? ""
    : `/${path
        .split("/")
        .filter((part) => part !== "" && part !== ".")
        .join("/")}`;
}
