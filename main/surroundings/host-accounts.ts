// Names behind user and group ids, and who is in a group, by the host's own passwd and group files. docs: passwd(5), group(5),
// nsswitch.conf(5).
import type { HostFacts } from "../../shared/model/surroundings.ts";
import type { HostReader } from "./host-reader.ts";
import { type SurroundingLimits, sentence } from "./limits.ts";

const maxBytes = 4 * 1024 * 1024;

export interface HostAccounts {
  userName(uid: number): string | undefined;
  groupName(gid: number): string | undefined;
  homeOf(uid: number): string | undefined;
  uidOf(name: string): number | undefined;
  /** Groups of these names or ids with all members, those whose primary group it is included. */
  groups(wanted: readonly (string | number)[]): HostFacts["groups"];
}

/** Reads both files; what is missing is a limit on `host.groups`. */
export async function readAccounts(host: HostReader, limits: SurroundingLimits): Promise<HostAccounts> {
  const users = (await lines(host, "/etc/passwd", limits)).flatMap((line) => {
    const [name = "", , uid = "", gid = "", , home = ""] = line.split(":");
    return name !== "" && /^\d+$/.test(uid) && /^\d+$/.test(gid)
      ? [{ name, uid: Number(uid), gid: Number(gid), home }]
      : [];
  });
  const groups = (await lines(host, "/etc/group", limits)).flatMap((line) => {
    const [name = "", , gid = "", members = ""] = line.split(":");
    return name !== "" && /^\d+$/.test(gid)
      ? [{ name, gid: Number(gid), members: members.split(",").map((member) => member.trim()) }]
      : [];
  });
  await otherDirectories(host, limits);
  return {
    userName: (uid) => users.find((user) => user.uid === uid)?.name,
    groupName: (gid) => groups.find((group) => group.gid === gid)?.name,
    homeOf: (uid) => users.find((user) => user.uid === uid)?.home,
    uidOf: (name) => users.find((user) => user.name === name)?.uid,
    groups(wanted) {
      const asked = groups.filter(({ name, gid }) => wanted.includes(name) || wanted.includes(gid));
      const nameless = wanted.filter((one) => typeof one === "number" && !groups.some(({ gid }) => gid === one));
      return [...asked, ...nameless.map((gid) => ({ name: String(gid), gid: Number(gid), members: [] }))]
        .map(({ name, gid, members }) => {
          const all = [...members, ...users.filter((user) => user.gid === gid).map((user) => user.name)];
          return { name, members: [...new Set(all)].filter((member) => member !== "").sort() };
        })
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    },
  };
}

async function lines(host: HostReader, path: string, limits: SurroundingLimits): Promise<string[]> {
  const read = await host.text(path, maxBytes);
  if (read.ok) return read.value.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  limits.gap("host.groups", path, read.cause);
  return [];
}

/** Directories of accounts that are no files, such as LDAP: their members are not seen. */
async function otherDirectories(host: HostReader, limits: SurroundingLimits): Promise<void> {
  const path = "/etc/nsswitch.conf";
  const read = await host.text(path, maxBytes);
  if (!read.ok) return;
  const local = new Set(["files", "compat", "systemd", "db", "altfiles", "extrausers", "nis-files"]);
  for (const line of read.value.split("\n")) {
    const [, database = "", sources = ""] = /^\s*(passwd|group)\s*:([^#]*)/.exec(line) ?? [];
    const others = sources
      .replace(/\[[^\]]*\]/g, " ")
      .split(/\s+/)
      .filter((source) => source !== "" && !local.has(source));
    if (others.length > 0) {
      limits.note(
        "host.groups",
        path,
        sentence("surroundings.other-directory", { database, source: others.join(", ") }),
      );
    }
  }
}
