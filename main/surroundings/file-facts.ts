// One named file of the host as a fact: what it is, whose, with which mode; or why that is not known.
import type { HostFile } from "../../shared/model/surroundings.ts";
import { say } from "../../shared/wording/say.ts";
import type { HostAccounts } from "./host-accounts.ts";
import type { HostFileRole } from "./host-files.ts";
import type { HostReader, Read } from "./host-reader.ts";

/** Looks at `path`, following links. */
export async function fileFact(
  host: HostReader,
  accounts: HostAccounts,
  role: HostFileRole,
  path: string,
): Promise<HostFile> {
  const stat = await host.stat(path);
  if (!stat.ok) return missingFile(role, path, stat);
  const { real, type, mode, uid, gid } = stat.value;
  const user = accounts.userName(uid);
  const group = accounts.groupName(gid);
  return {
    role,
    path,
    state: "present",
    type,
    mode: mode.toString(8).padStart(3, "0"),
    uid,
    gid,
    ...(user === undefined ? {} : { user }),
    ...(group === undefined ? {} : { group }),
    ...(real === path ? {} : { target: real }),
  };
}

/** A file that is not there, or that this user may not look at. */
export function missingFile(role: HostFileRole, path: string, why: Exclude<Read<never>, { ok: true }>): HostFile {
  return { role, path, state: why.state, cause: say(why.cause, "en"), phrase: why.cause };
}
