// shadow, umask, sudo and the files that are watched: what becomes a fact, what is passed over, and that nothing secret does.
import { describe, expect, it } from "vitest";
import { systemOf } from "../../../support/system-of.ts";
import { dir, fifo, file, symlink, whiteout } from "../../../support/tar-entries.ts";

const lines = (found: readonly { path: string; line: number; text: string }[]) =>
  found.map(({ path, line, text }) => `${path}:${line} ${text}`);

describe("shadow", () => {
  it("keeps the order, what each field means and how a hash was made, and no hash", async () => {
    const { system, limits } = await systemOf([
      [
        file(
          "/etc/shadow",
          [
            "root:$y$j9T$saltsalt$hashhash:1::::::",
            "gost:$gy$j9T$salt$hashhash:1::::::",
            "six:$6$salt$hashhash:1::::::",
            "five:$5$salt$hashhash:1::::::",
            "blow:$2b$12$hashhash:1::::::",
            "one:$1$salt$hashhash:1::::::",
            "sun:$md5,rounds=5$salt$hashhash:1::::::",
            "argon:$argon2id$v=19$hashhash:1::::::",
            "old:abJnggxhB/yWI:1::::::",
            "bsdi:_J9..rasmBYk8r9AiWNc:1::::::",
            "odd:$constructor$x$hashhash:1::::::",
            "locked:!$6$salt$hashhash:1::::::",
            "star:*:1::::::",
            "open::1::::::",
            "# note",
            "nonsense",
            ":x:",
            "nobody:*:1::::::",
            "root:!:2::::::",
          ].join("\n"),
        ),
      ],
    ]);
    expect(system.shadow?.map(({ name, password, scheme }) => [name, password, scheme].join(" ").trim())).toEqual([
      "root hashed yescrypt",
      "gost hashed gost-yescrypt",
      "six hashed sha512",
      "five hashed sha256",
      "blow hashed bcrypt",
      "one hashed md5",
      "sun hashed md5",
      "argon hashed argon2",
      "old hashed des",
      "bsdi hashed des",
      "odd hashed unknown",
      "locked locked",
      "star locked",
      "open empty",
      "nobody locked",
      "root locked",
    ]);
    expect(JSON.stringify(system)).not.toMatch(/hashhash|abJn|rasm/);
    expect(limits.map(({ weight, reason }) => [weight, reason])).toEqual([
      ["note", "2 lines of /etc/shadow are malformed and were left out"],
    ]);
  });

  it("is null where there is none, also where a later layer removed it", async () => {
    expect((await systemOf([[file("/etc/passwd", "root:x:0:0::/root:/bin/sh\n")]])).system.shadow).toBeNull();
    const removed = await systemOf([[file("/etc/shadow", "root:*:1::::::\n")], [whiteout("/etc/shadow")]]);
    expect(removed.system.shadow).toBeNull();
  });

  it("of a million lines is a gap", async () => {
    const { system, limits } = await systemOf([[file("/etc/shadow", "a:*:\n".repeat(700_000))]]);
    expect(system.shadow).toHaveLength(10_000);
    expect(limits).toMatchObject([{ weight: "gap", where: "/etc/shadow" }]);
  });

  it("that is too large to be kept is a gap, and so is one that is no file", async () => {
    const large = await systemOf([[file("/etc/shadow", Buffer.alloc(4 * 1024 * 1024 + 1, "a:*:\n"))]]);
    expect(large.limits).toMatchObject([{ weight: "gap", fact: "system", where: "/etc/shadow" }]);
    const device = await systemOf([[fifo("/etc/shadow")]]);
    expect(device.limits).toMatchObject([{ weight: "gap", fact: "system", where: "/etc/shadow" }]);
  });
});

describe("umask", () => {
  it("is read from login.defs and from commands of shells that log in", async () => {
    const { system } = await systemOf([
      [
        file("/etc/login.defs", "# UMASK 077\nUMASK\t\t022\nUMASKS 1\nHOME_MODE 0700\n"),
        file(
          "/etc/profile",
          'if [ "$UID" -gt 199 ]; then umask 002\nelse\n  umask 022 # usual\nfi\n#umask 077\numask\numask -S\n',
        ),
        file("/etc/bash.bashrc", "true && umask u=rwx,g=,o=\necho umask 5\nmyumask 000\n"),
        file("/etc/profile.d/own.sh", "umask 0077\n"),
        file("/etc/profile.d/readme", "umask 000\n"),
        file("/home/x/.profile", "umask 000\n"),
      ],
    ]);
    expect(lines(system.umask)).toEqual([
      "/etc/bash.bashrc:1 true && umask u=rwx,g=,o=",
      "/etc/login.defs:2 UMASK\t\t022",
      '/etc/profile:1 if [ "$UID" -gt 199 ]; then umask 002',
      "/etc/profile:3 umask 022 # usual",
      "/etc/profile.d/own.sh:1 umask 0077",
    ]);
  });
});

describe("sudo", () => {
  it("names every line that excuses from the password, in every file that sudo reads", async () => {
    const { system, limits } = await systemOf([
      [
        file(
          "/etc/sudoers",
          [
            "# %wheel ALL=(ALL) NOPASSWD: ALL",
            "%wheel ALL=(ALL) ALL # not NOPASSWD: ALL",
            "app ALL=(ALL) NOPASSWD: ALL",
            "ops ALL=(root) \\",
            "  NOPASSWD:/bin/ls",
            "#1000 ALL=(ALL) NOPASSWD:ALL",
            "Defaults:app !authenticate",
            "Defaults !authenticate_tty",
            "XNOPASSWD: ALL",
            "@include /etc/sudo.more",
            "#include sudo.loop",
            '@includedir "/etc/sudo.d"',
            "@include /etc/sudoers.%h",
          ].join("\n"),
        ),
        file("/etc/sudo.loop", "@include /etc/sudoers\n@include /etc/sudo.loop\n"),
        file("/etc/sudoers.d/app", "app ALL=NOPASSWD:ALL\n"),
        file("/etc/sudoers.d/app.bak", "old ALL=NOPASSWD:ALL\n"),
        file("/etc/sudoers.d/app~", "old ALL=NOPASSWD:ALL\n"),
      ],
    ]);
    expect(lines(system.sudoWithoutPassword)).toEqual([
      "/etc/sudoers:3 app ALL=(ALL) NOPASSWD: ALL",
      "/etc/sudoers:4 ops ALL=(root)    NOPASSWD:/bin/ls",
      "/etc/sudoers:6 #1000 ALL=(ALL) NOPASSWD:ALL",
      "/etc/sudoers:7 Defaults:app !authenticate",
      "/etc/sudoers.d/app:1 app ALL=NOPASSWD:ALL",
    ]);
    expect(limits.map(({ reason }) => reason)).toEqual([
      "/etc/sudoers includes /etc/sudoers.%h, which depends on the host and was not read",
    ]);
  });

  it("asks for a second pass where a file is included that is not kept", async () => {
    const { missing } = await systemOf([
      [file("/etc/sudoers", "@include /opt/sudo.more\n"), file("/opt/sudo.more", "app ALL=NOPASSWD:ALL\n")],
    ]);
    expect(missing).toEqual([{ layer: 0, path: "/opt/sudo.more", keep: "settings" }]);
  });

  it("says nothing of an image without it", async () => {
    const { system, limits } = await systemOf([[file("/app")]]);
    expect([system.sudoWithoutPassword, limits]).toEqual([[], []]);
  });
});

describe("watched files", () => {
  it("are told with owner, mode and layer, links as what they lead to", async () => {
    const { system } = await systemOf([
      [
        file(
          "/etc/passwd",
          "root:x:0:0::/root:/bin/sh\napp:x:1000:1000::/home//app:/bin/sh\nwww:x:33:33::/:/bin/false\n",
        ),
        file("/etc/shadow-", "", { mode: 0o640, gid: 42 }),
        symlink("/etc/gshadow", "missing"),
        dir("/real", { mode: 0o1777, uid: 7 }),
        symlink("/root", "real"),
        dir("/home/app", { mode: 0o755, uid: 1000, gid: 1000 }),
        dir("/var/log", { mode: 0o755 }),
        file("/var/log/dpkg.log", "x", { mode: 0o644 }),
        symlink("/var/log/readme", "../../etc/passwd"),
        dir("/var/log/apt"),
        file("/var/log/apt/history.log"),
        file("/etc/sudoers.d/app", "", { mode: 0o440 }),
      ],
      [file("/var/log/dpkg.log", "y", { mode: 0o666 })],
    ]);
    expect(
      system.watched.map(({ path, type, mode, uid, gid, layer }) => [path, type, mode, uid, gid, layer].join(" ")),
    ).toEqual([
      "/etc/gshadow link 777 0 0 0",
      "/etc/passwd file 644 0 0 0",
      "/etc/shadow- file 640 0 42 0",
      "/etc/sudoers.d folder 755 0 0 0",
      "/etc/sudoers.d/app file 440 0 0 0",
      "/home/app folder 755 1000 1000 0",
      "/root folder 1777 7 0 0",
      "/var/log folder 755 0 0 0",
      "/var/log/apt folder 755 0 0 0",
      "/var/log/dpkg.log file 666 0 0 1",
      "/var/log/readme link 777 0 0 0",
    ]);
  });

  it("are a gap where a folder holds more than are listed", async () => {
    const logs = Array.from({ length: 5100 }, (_, at) => file(`/var/log/${at}`));
    const { system, limits } = await systemOf([logs]);
    expect(system.watched).toHaveLength(5000);
    expect(limits).toContainEqual(expect.objectContaining({ weight: "gap", fact: "system" }));
  });
});

it("finds files of host-based trust anywhere, and nothing that is only called alike", async () => {
  const { system } = await systemOf([
    [
      file("/root/.rhosts"),
      file("/home/a/.shosts", "", { uid: 5 }),
      file("/etc/hosts.equiv"),
      file("/etc/ssh/shosts.equiv"),
      symlink("/srv/.netrc", "/etc/passwd"),
      file("/etc/hosts"),
      file("/app/x.rhosts"),
      dir("/app/.netrc"),
    ],
  ]);
  expect(system.trustFiles.map(({ path, type, uid }) => `${path} ${type} ${uid}`)).toEqual([
    "/etc/hosts.equiv file 0",
    "/etc/ssh/shosts.equiv file 0",
    "/home/a/.shosts file 5",
    "/root/.rhosts file 0",
    "/srv/.netrc link 0",
  ]);
});
