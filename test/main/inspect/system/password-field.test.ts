// Account files without their hashes: nothing of a hash is left, and they say the same of every account.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ImageFiles } from "../../../../main/inspect/layer/image-files.ts";
import { Limits } from "../../../../main/inspect/limit.ts";
import { accountsOf } from "../../../../main/inspect/system/accounts.ts";
import { withoutHashes } from "../../../../main/inspect/system/password-field.ts";
import { layerOf } from "../../../support/layer-of.ts";
import { file, symlink } from "../../../support/tar-entries.ts";

describe("withoutHashes", () => {
  it.each([
    ["root:$6$salt$hash:19000:0:99999:7:::", "root:$masked-sha512$x:19000:0:99999:7:::"],
    ["root:abJnggxhB/yWI:1::::::", "root:$masked-des$x:1::::::"],
    ["root:!$6$salt$hash:1::::::", "root:!:1::::::"],
    ["root:!!:1::::::", "root:!:1::::::"],
    ["root:*:1::::::", "root:!:1::::::"],
    ["root::1::::::", "root::1::::::"],
    ["root:x:0:0:root:/root:/bin/sh", "root:x:0:0:root:/root:/bin/sh"],
    ["root:x:$6$salt$hash:1", "root:x::1"],
    ["adm:$1$salt$hash:4:ada,eve", "adm:$masked-md5$x:4:ada,eve"],
    ["# root:$6$salt$hash", "#"],
    ["$6$salt$hash", "?"],
    ["", ""],
  ])("makes of %j %j", (line, masked) => {
    expect(withoutHashes(line)).toBe(masked);
    expect(withoutHashes(masked)).toBe(masked);
  });

  it("changes nothing of what accounts, groups and limits are", () => {
    const password = fc.constantFrom(
      "",
      "x",
      "*",
      "!",
      "$6$a$b",
      "!$6$a$b",
      "abJnggxhB/yWI",
      "$$",
      "$x",
      "_1234567890123456789",
    );
    const field = fc.constantFrom("", "x", "0", "1000", "root", "+nis", "/bin/sh", "-1", "a b", "é", "abJnggxhB/yWI");
    const line = fc.oneof(
      fc
        .tuple(field, password, fc.array(field, { maxLength: 7 }))
        .map(([name, hash, rest]) => [name, hash, ...rest].join(":")),
      fc.constantFrom("# note", "#", "\r", "+::::::", "", "alone"),
    );
    const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.join("\n"));
    const read = (texts: Readonly<Record<string, string>>) => {
      const limits = new Limits();
      const content = (path: string) => ({ content: texts[path] ?? "", layer: 0, path });
      const files = { limits, text: content } as unknown as ImageFiles;
      return { ...accountsOf(files), limits: limits.sorted() };
    };
    fc.assert(
      fc.property(text, text, text, (passwd, group, shadow) => {
        const raw = { "/etc/passwd": passwd, "/etc/group": group, "/etc/shadow": shadow };
        const masked = Object.fromEntries(Object.entries(raw).map(([path, each]) => [path, withoutHashes(each)]));
        expect(read(masked)).toEqual(read(raw));
      }),
      { seed: 7, numRuns: 2000 },
    );
  });
});

describe("a layer's facts", () => {
  it("keep no hash of an account file, also where a link leads to it", async () => {
    const { texts } = await layerOf([
      file("/etc/passwd", "root:$1$salt$inpasswd:0:0::/root:/bin/sh\n"),
      file("/etc/shadow", "root:$6$salt$inshadow:1::::::\n"),
      symlink("/etc/os-release", "shadow"),
    ]);
    expect([...texts.keys()]).toEqual(["/etc/passwd", "/etc/shadow"]);
    for (const text of texts.values()) {
      expect(text.toString()).toMatch(/^root:\$masked-(?:md5|sha512)\$x:/);
      expect(text.toString()).not.toMatch(/salt|inpasswd|inshadow/);
    }
  });
});
