// passwd, group and shadow: what a password field means, lines that are none, and that no hash gets out.
import { describe, expect, it } from "vitest";
import { accountsOf } from "../../../../main/inspect/system/accounts.ts";
import { filesOf } from "../../../support/layer-of.ts";
import { file } from "../../../support/tar-entries.ts";

async function accounts(passwd: string, shadow: string | null, group = "") {
  const members = [file("/etc/passwd", passwd), file("/etc/group", group)];
  const files = await filesOf(shadow === null ? members : [...members, file("/etc/shadow", shadow)]);
  return { ...accountsOf(files), limits: files.limits.sorted() };
}

describe("accountsOf", () => {
  it.each([
    ["x", "$y$j9T$salt$hash", "hashed"],
    ["x", "$6$salt$hash", "hashed"],
    ["x", "abJnggxhB/yWI", "hashed"],
    ["x", "*", "locked"],
    ["x", "!", "locked"],
    ["x", "!!", "locked"],
    ["x", "!$6$salt$hash", "locked"],
    ["x", "", "empty"],
    ["x", null, "none"],
    ["", null, "empty"],
    ["*", null, "locked"],
    ["$1$salt$hash", null, "hashed"],
    ["", "$6$salt$hash", "empty"],
  ] as const)("passwd %j with shadow %j is %s", async (field, shadow, state) => {
    const line = shadow === null ? null : `app:${shadow}:19000:0:99999:7:::\n`;
    const found = await accounts(`app:${field}:1000:1000:App:/home/app:/bin/sh\n`, line);
    expect(found.accounts).toEqual([
      { name: "app", uid: 1000, gid: 1000, home: "/home/app", shell: "/bin/sh", password: state },
    ]);
    expect(JSON.stringify(found)).not.toContain("hash$");
    expect(JSON.stringify(found)).not.toContain("abJn");
  });

  it("keeps the order and accounts of the same number, and reads groups with members", async () => {
    const found = await accounts(
      "root:x:0:0:root:/root:/bin/bash\ntoor:x:0:0::/root:\nbig:x:4294967294:65534::/:/sbin/nologin",
      "root:*:1::::::\n",
      "root:x:0:\nadm:x:4:app,dev\n",
    );
    expect(found.accounts.map(({ name, uid, password }) => [name, uid, password])).toEqual([
      ["root", 0, "locked"],
      ["toor", 0, "none"],
      ["big", 4294967294, "none"],
    ]);
    expect(found.groups).toEqual([
      { name: "root", gid: 0, members: [] },
      { name: "adm", gid: 4, members: ["app", "dev"] },
    ]);
    expect(found.limits).toEqual([]);
  });

  it("counts malformed lines and goes on", async () => {
    const found = await accounts(
      "root:x:0\n\nno colon\nx:x:-1:0::/:\n:x:1:1::/:\n+::::::\nbig:x:99999999999:0::/:\nok:x:1:1::/:\r\n",
      "ok\nok:*:\n",
    );
    expect(found.accounts.map(({ name, password }) => [name, password])).toEqual([["ok", "locked"]]);
    expect(found.limits.map(({ where, weight, reason }) => [where, weight, reason])).toEqual([
      ["/etc/passwd", "note", "6 lines of /etc/passwd are malformed and were left out"],
      ["/etc/shadow", "note", "1 lines of /etc/shadow are malformed and were left out"],
    ]);
  });

  it("says when there are more accounts than it keeps", async () => {
    const found = await accounts(Array.from({ length: 10_050 }, (_, at) => `u${at}:x:${at}:0::/:`).join("\n"), null);
    expect(found.accounts).toHaveLength(10_000);
    expect(found.limits).toMatchObject([{ weight: "gap", where: "/etc/passwd" }]);
  });

  it("finds none where there are no files", async () => {
    expect(accountsOf(await filesOf([file("/app")]))).toEqual({ accounts: [], groups: [] });
  });
});
