// The files of a host by role: which of them a rule looks at, and what is known of each. Roles are those that the reader of
// hosts gives (HostFile.role of shared/model/surroundings.ts).
import type { Phrase } from "../../shared/model/phrase.ts";
import type { HostFacts, HostFile } from "../../shared/model/surroundings.ts";
import { words } from "./control-phrase.ts";

/** All entries of a role, whatever their state. */
export function filesOf(host: HostFacts, role: string): readonly HostFile[] {
  return host.files.filter((file) => file.role === role);
}

/** The files that are there; folders stand for themselves only where `role` means one. */
export function presentFiles(files: readonly HostFile[]): readonly HostFile[] {
  return files.filter(({ state }) => state === "present");
}

/** Why a file's owner and mode are not known; null where all of `files` are known or absent. */
export function unreadFile(files: readonly HostFile[]): Phrase | null {
  const unread = files.find(({ state, mode, uid }) => {
    if (state === "absent") return false;
    return state === "unreadable" || mode === undefined || uid === undefined;
  });
  if (unread === undefined) return null;
  return whyUnread(unread);
}

/** Why a rule on a role has nothing to look at: the path that is absent, or that nothing names such a file. */
export function absentFile(files: readonly HostFile[], role: string): Phrase {
  const [first] = files;
  if (first === undefined) return words("host.file-none", { role });
  return first.phrase ?? words("host.file-absent", { path: first.path });
}

/** Why a file could not be looked at, in the reader's words where it gave some. */
export function whyUnread({ path, phrase, cause }: HostFile): Phrase {
  return phrase ?? words("host.file-unreadable", { path, cause: cause ?? "–" });
}

/** `root:docker`; numbers where the host has no name for them. */
export function ownerOf({ user, group, uid, gid }: HostFile): string {
  return `${user ?? uid ?? "?"}:${group ?? gid ?? "?"}`;
}
