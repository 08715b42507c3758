// Situations of files, their owners, modes and contents, with the verdict each deserves.
import type { Facts } from "../../../../shared/model/facts.ts";
import type { SystemFacts, WatchedFile } from "../../../../shared/model/system-facts.ts";
import { configWith } from "../../../support/facts.ts";
import { type Cases, debian, fileFact, files, gap, root, type SrgCase, system, watched } from "./situation.ts";

const folder = (path: string, mode: string, uid = 0) => fileFact(path, mode, { uid, folder: true });
const open = (...writable: Facts["files"]["worldWritable"]) => files({ worldWritable: writable });
const unread = (name: string, ...facts: Parameters<typeof gap>): SrgCase => ({
  name,
  expect: "not-assessed",
  facts: gap(...facts),
});
const databases = (...list: WatchedFile[]) => system({ watched: list });
const found = (...first: WatchedFile[]) => ({ count: first.length, first });
const libraries = (parts: Partial<SystemFacts["libraries"]>) =>
  system({ libraries: { examined: 900, foreign: found(), writable: found(), ...parts } });

export const cases: Cases = {
  "image-srg:sticky-world-writable": [
    { name: "/tmp, 1777", expect: "pass", facts: open(folder("/tmp", "1777")) },
    { name: "0777", expect: "fail", facts: open(folder("/data", "777")), says: /\/data/ },
    { name: "a file is another's subject", expect: "pass", facts: open(fileFact("/a", "666")) },
    { name: "/dev captured in an archive", expect: "pass", facts: open(folder("/dev/shm", "777")) },
    {
      name: "allowed by the policy",
      expect: "pass",
      facts: open(folder("/data/x", "777")),
      policy: { allowedPaths: ["/data/**"] },
      says: /policy allows it \(allowedPaths\)/,
    },
    {
      name: "one that was seen while others were not",
      expect: "fail",
      facts: { ...open(folder("/data", "777")), ...gap("files") },
    },
    unread("files not read", "files"),
    {
      name: "facts of an older reader",
      expect: "not-assessed",
      facts: { system: undefined } as unknown as Partial<Facts>,
      says: /audit again/,
    },
    { name: "system settings not read", expect: "pass", facts: gap("system") },
  ],
  "image-srg:ww-dir-root-owned": [
    { name: "root's", expect: "pass", facts: open(folder("/tmp", "1777")) },
    { name: "a system account's", expect: "pass", facts: open(folder("/var/spool/x", "1777", 33)) },
    { name: "a user's", expect: "fail", facts: open(folder("/home/a/x", "1777", 1000)), says: /UID 1000/ },
    {
      name: "allowed by the policy",
      expect: "pass",
      facts: open(folder("/srv/x", "1777", 1000)),
      policy: { allowedPaths: ["/srv/*"] },
    },
    unread("files not read", "files"),
  ],
  "image-srg:world-writable-files": [
    { name: "none", expect: "pass", facts: open(folder("/tmp", "1777")) },
    { name: "one", expect: "fail", facts: open(fileFact("/etc/app.conf", "666")), says: /\/etc\/app\.conf/ },
    {
      name: "packed without Unix modes",
      expect: "fail",
      facts: files({ count: 2, worldWritable: [fileFact("/a", "777"), fileFact("/b", "777")] }),
      says: /without Unix modes/,
    },
    {
      name: "allowed by the policy",
      expect: "pass",
      facts: open(fileFact("/etc/app.conf", "666")),
      policy: { allowedPaths: ["/etc/app.conf"] },
    },
    unread("files not read", "files"),
  ],
  "image-srg:suid-sgid": [
    { name: "none", expect: "pass", facts: files({}) },
    { name: "su", expect: "fail", facts: files({ setuid: [fileFact("/bin/su", "4755")] }) },
    {
      name: "su, allowed",
      expect: "pass",
      facts: files({ setuid: [fileFact("/bin/su", "4755")] }),
      policy: { allowedSetuid: ["/bin/su"] },
      says: /policy allows it \(allowedSetuid\)/,
    },
    {
      name: "allowed by one of two names",
      expect: "fail",
      facts: files({ setuid: [fileFact("/bin/su", "4755", { links: ["/opt/x"] })] }),
      policy: { allowedSetuid: ["/bin/su"] },
    },
    unread("files not read", "files"),
  ],
  "image-srg:unowned-files": [
    { name: "all known", expect: "pass", facts: files({}) },
    {
      name: "an unknown user",
      expect: "fail",
      facts: {
        ...files({ unowned: [fileFact("/app/a", "644", { uid: 501 }), fileFact("/app/b", "644", { uid: 501 })] }),
        accounts: [root],
      },
      says: /\/app: 2 entries of UID 501/,
    },
    {
      name: "the configured number of an image without passwd",
      expect: "pass",
      facts: {
        ...files({ unowned: [fileFact("/app/a", "644", { uid: 65532, gid: 65532 })] }),
        config: configWith({ user: "65532" }),
      },
    },
    {
      name: "another number of an image without passwd",
      expect: "fail",
      facts: {
        ...files({ unowned: [fileFact("/app/a", "644", { uid: 501 })] }),
        config: configWith({ user: "65532:65532" }),
      },
    },
    {
      name: "the configured number beside a passwd that lacks it",
      expect: "fail",
      facts: {
        ...files({ unowned: [fileFact("/app/a", "644", { uid: 1001 })] }),
        accounts: [root],
        config: configWith({ user: "1001" }),
      },
    },
    {
      name: "allowed by the policy",
      expect: "pass",
      facts: { ...files({ unowned: [fileFact("/app/a", "644", { uid: 501 })] }), accounts: [root] },
      policy: { allowedPaths: ["/app/**"] },
    },
    {
      name: "an unknown user while passwd was not read",
      expect: "not-assessed",
      facts: { ...files({ unowned: [fileFact("/app/a", "644", { uid: 501 })] }), ...gap("accounts") },
    },
  ],
  "image-srg:passwd-modes": [
    {
      name: "Debian's",
      expect: "pass",
      facts: {
        ...databases(watched("/etc/passwd", "644"), watched("/etc/shadow", "640", { gid: 42 })),
        os: debian,
        groups: [{ name: "shadow", gid: 42, members: [] }],
      },
    },
    {
      name: "RHEL's 0000",
      expect: "pass",
      facts: { ...databases(watched("/etc/shadow", "000")), os: { ...debian, id: "rhel" } },
    },
    {
      name: "0640 in the family of RHEL",
      expect: "fail",
      facts: {
        ...databases(watched("/etc/shadow", "640")),
        os: { ...debian, id: "rocky", release: { ID_LIKE: "rhel fedora" } },
      },
    },
    {
      name: "a group that is neither root nor shadow",
      expect: "fail",
      facts: databases(watched("/etc/shadow", "640", { gid: 1000 })),
      says: /group 1000/,
    },
    {
      name: "everyone reads shadow-",
      expect: "fail",
      facts: databases(watched("/etc/shadow-", "644")),
      says: /\/etc\/shadow-/,
    },
    { name: "passwd of another owner", expect: "fail", facts: databases(watched("/etc/passwd", "644", { uid: 5 })) },
    {
      name: "passwd that group 0 may write",
      expect: "fail",
      facts: databases(watched("/etc/passwd", "664")),
      says: /mode 664/,
    },
    {
      name: "the same, allowed",
      expect: "pass",
      facts: databases(watched("/etc/passwd", "664")),
      policy: { allowedPaths: ["/etc/passwd"] },
    },
    { name: "a link", expect: "manual", facts: databases(watched("/etc/passwd", "777", { type: "link" })) },
    { name: "none", expect: "not-applicable", facts: {} },
    {
      name: "settings not read",
      expect: "not-assessed",
      facts: { ...databases(watched("/etc/passwd", "644")), ...gap("system") },
    },
  ],
  "image-srg:library-perms": [
    { name: "all root's", expect: "pass", facts: libraries({}) },
    {
      name: "a setgid helper's group",
      expect: "pass",
      facts: libraries({ foreign: found(watched("/usr/bin/wall", "2755", { gid: 5 })) }),
      says: /group 5/,
    },
    {
      name: "a user's",
      expect: "fail",
      facts: libraries({ foreign: found(watched("/usr/local/lib/x.so", "755", { uid: 1000 })) }),
    },
    {
      name: "writable by the group",
      expect: "fail",
      facts: libraries({ writable: found(watched("/usr/lib/x.so", "775")) }),
      says: /mode 775/,
    },
    {
      name: "a tree of the application's user, allowed",
      expect: "pass",
      facts: libraries({ foreign: found(watched("/usr/local/lib/node_modules/x.js", "644", { uid: 1000 })) }),
      policy: { allowedPaths: ["/usr/local/lib/node_modules/**"] },
    },
    {
      name: "more than is listed",
      expect: "not-assessed",
      facts: libraries({ foreign: { count: 9, first: [watched("/usr/bin/wall", "2755", { gid: 5 })] } }),
      says: /8 more files/,
    },
    { name: "no such files", expect: "not-applicable", facts: {} },
    unread("settings not read", "system"),
  ],
  "image-srg:var-log": [
    {
      name: "protected",
      expect: "pass",
      facts: databases(watched("/var/log", "755", { type: "folder" }), watched("/var/log/a.log", "640")),
    },
    {
      name: "links to the output",
      expect: "pass",
      facts: databases(
        watched("/var/log", "755", { type: "folder" }),
        watched("/var/log/access.log", "777", { type: "link" }),
      ),
    },
    {
      name: "everyone reads a log",
      expect: "fail",
      facts: databases(watched("/var/log/dpkg.log", "644")),
      says: /dpkg\.log/,
    },
    {
      name: "a group writes the folder",
      expect: "fail",
      facts: databases(watched("/var/log", "775", { type: "folder" })),
    },
    {
      name: "another owner",
      expect: "fail",
      facts: databases(watched("/var/log", "755", { type: "folder", uid: 8 })),
      says: /UID 8/,
    },
    {
      name: "allowed by the policy",
      expect: "pass",
      facts: databases(watched("/var/log/dpkg.log", "644")),
      policy: { allowedPaths: ["/var/log/*"] },
    },
    { name: "no folder", expect: "not-applicable", facts: {} },
    unread("settings not read", "system"),
  ],
};
