// The search of single files: what a manual writes is none, borders of pieces hide nothing, hostile bodies cost no more than
// their length, and what was not looked into is said.
import { describe, expect, it } from "vitest";
import { searchFile } from "../../../../main/inspect/secrets/file-search.ts";
import type { FoundSecret, SearchDepth } from "../../../../main/inspect/secrets/found-secret.ts";
import { drawn } from "../../../support/drawn-secret.ts";
import { planted } from "../../../support/planted-secrets.ts";

interface Searched {
  readonly kinds: readonly string[];
  readonly found: readonly FoundSecret[];
  readonly depth: SearchDepth | "none";
}

async function search(content: string | Buffer, path = "/srv/notes.txt", pieces = 65_536): Promise<Searched> {
  const bytes = Buffer.from(content);
  const file = searchFile(path, bytes.length);
  if (file === null) return { kinds: [], found: [], depth: "none" };
  for (let at = 0; at < bytes.length; at += pieces) {
    // The view is gone once the next piece comes.
    const view = Buffer.from(bytes.subarray(at, at + pieces));
    file.push(view);
    view.fill(0x20);
  }
  const found = await file.end();
  return { kinds: found.map(({ kind }) => kind), found, depth: file.depth };
}

const streamed = planted.filter(({ path }) => path === undefined);

describe("the search of a text", () => {
  it.each(streamed.map((each) => [each.kind, each.text] as const))(
    "finds a %s across any border",
    async (kind, text) => {
      const before = `${"some words of a text\n".repeat(200)}`;
      for (const pieces of [1000, 4099, 6001]) {
        for (let shift = 0; shift < 3; shift++) {
          const content = `${before.slice(shift * 331)}${text}\n${before}`;
          expect([pieces, shift, (await search(content, "/srv/a.txt", pieces)).kinds]).toEqual([pieces, shift, [kind]]);
        }
      }
    },
  );

  it("finds all of them in one file, in pieces of every size", async () => {
    const all = streamed.map(({ text }) => text).join("\n\n");
    const kinds = streamed.map(({ kind }) => kind).sort();
    for (const pieces of [97, 511, 5000, 70_000]) {
      expect([pieces, [...(await search(all, "/srv/a.txt", pieces)).kinds].sort()]).toEqual([pieces, kinds]);
    }
  });

  const short = (...pieces: string[]) => pieces.join("");
  it.each([
    ["the key of Amazon's manual", short("aws_access_key_id = AKIA", "IOSFODNN7EXAMPLE")],
    ["the secret of Amazon's manual", short("aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCY", "EXAMPLEKEY")],
    ["a made-up token of GitHub", short("gh", "p_", drawn(36, "made up"))],
    ["a token of crosses", short("gh", "p_", "x".repeat(36))],
    ["a made-up token of npm", short("np", "m_", drawn(36, "made up too"))],
    ["a token of PyPI that is for no place", short("py", "pi-AgE", drawn(90, "nowhere"))],
    [
      "the web token of jwt.io",
      short(
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9",
        ".eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ",
        ".SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c",
      ),
    ],
    ["an address of a manual", "proxy=http://user:password@proxy.example.com:8080/ and ftp://me:secret@host/"],
    ["an address with a variable", `postgres://app:\${DB_PASSWORD}@db/x http://%s:%s@%s/ https://<user>:<pw>@host1/`],
    ["an address of a checkout", "cvs://:pserver:anoncvs@sources.redhat.com:/cvs/src git+ssh://git@host1.net/x"],
    ["npm's manual", `//registry.npmjs.org/:_authToken=MYTOKEN and //host/:_authToken=\${NPM_TOKEN}`],
    ["words that begin like tokens", "task-list sk-learn key-value shf_x SG.Y ghp_ glpat-"],
    ["a hash", `sk-${"0".repeat(48)} key-${"a".repeat(32)}`],
  ])("does not take %s for a secret", async (_, text) => {
    expect((await search(text)).found).toEqual([]);
  });
});

describe("the search of a file of a known name", () => {
  it.each([
    ["a template", "/srv/.env.example", "DB_PASSWORD=Xk29fjw0\n"],
    ["Maven's own sample", "/usr/share/maven/conf/settings.xml", "<!-- <password>repopwd77</password> -->"],
    ["a docker config with a helper", "/root/.docker/config.json", '{"auths":{"r.internal":{}},"credsStore":"pass"}'],
    ["an address book of gradle", "/srv/gradle.properties", "org.gradle.jvmargs=-Xmx2g\nsigning.keyId=\n"],
    ["a .npmrc with variables", "/root/.npmrc", `//r.internal/:_authToken=\${TOKEN}\nsave-exact=true\n`],
    ["a database.yml with variables", "/srv/config/database.yml", "a:\n  password: <%= ENV['PW'] %>\n"],
    ["a wp-config.php as it is shipped", "/srv/wp-config.php", "define( 'DB_PASSWORD', 'password_here' );\n"],
  ])("finds nothing in %s", async (_, path, text) => {
    expect(await search(text, path)).toMatchObject({ found: [], depth: "all" });
  });

  it("says by name where a value stands, and how sure it is", async () => {
    const value = drawn(20, "env value");
    expect((await search(`# x\nexport DB_PASSWORD='${value}' # c\n`, "/srv/.env")).found).toEqual([
      { kind: "password", preview: "password, 20 characters", ground: "name", name: "DB_PASSWORD" },
    ]);
    const token = planted.find(({ kind }) => kind === "GitHub token")?.value ?? "";
    expect((await search(`GH_TOKEN=${token}\n`, "/srv/.env")).found).toEqual([
      { kind: "GitHub token", preview: "GitHub token, 40 characters", ground: "pattern", name: "GH_TOKEN" },
    ]);
  });

  it("reads UTF-16 with its mark, and text that is no UTF-8", async () => {
    const text = `DB_PASSWORD=${drawn(12, "wide")}\r\n`;
    const little = Buffer.from(`\ufeff${text}`, "utf16le");
    expect((await search(little, "/srv/.env")).kinds).toEqual(["password"]);
    expect((await search(Buffer.from(little).swap16(), "/srv/.env")).kinds).toEqual(["password"]);
    const broken = Buffer.concat([Buffer.from([0xff, 0xc3, 0x28, 0x0a]), Buffer.from(text)]);
    expect((await search(broken, "/srv/.env")).kinds).toEqual(["password"]);
  });

  it("does not keep a name that is a secret itself", async () => {
    const token = planted.find(({ kind }) => kind === "GitHub token")?.value ?? "";
    const { found } = await search(`${token}_PASSWORD=${drawn(12, "pw")}\n${token}\n`, "/srv/.env");
    expect(JSON.stringify(found)).not.toContain(token);
    expect(found.length).toBeGreaterThan(0);
  });

  it("is bounded: a million lines, aliases that unfold, a body above its limit", async () => {
    const many = await search("DB_PASSWORD=Xk29fjw0aa\n".repeat(45_000), "/srv/.env");
    expect(many.found).toHaveLength(1);
    const different = Array.from({ length: 30_000 }, (_, at) => `PASSWORD_${at}=x${at}kfj29fjw0\n`).join("");
    expect((await search(different.slice(0, 1_000_000), "/srv/.env")).found).toHaveLength(100);
    const bomb = ["a: &a [x, x, x, x, x, x, x, x, x]"];
    for (let at = 1; at < 12; at++)
      bomb.push(`${"abcdefghijkl"[at]}: &${"abcdefghijkl"[at]} [${`*${"abcdefghijkl"[at - 1]}, `.repeat(9)}]`);
    for (const text of [bomb.join("\n"), "[".repeat(100_000), "- ".repeat(100_000), `a: b\n${"#\n".repeat(140_000)}`]) {
      expect(await search(text, "/root/.kube/config")).toMatchObject({ found: [], depth: "unparsed" });
    }
    for (const text of ['{"a":'.repeat(100_000), '{"auths": ']) {
      expect(await search(text, "/root/.docker/config.json")).toMatchObject({ found: [], depth: "unparsed" });
    }
    const large = `${"#\n".repeat(530_000)}DB_PASSWORD=Xk29fjw0aa\n`;
    expect(await search(large, "/srv/.env")).toMatchObject({ found: [], depth: "unparsed" });
  });
});

describe("what is not looked into", () => {
  it("is said of binary files, which are searched for keys only", async () => {
    const [key, token] = [planted[0]?.text ?? "", planted.find(({ kind }) => kind === "GitHub token")?.text ?? ""];
    expect(await search(`\0\0${token}`)).toMatchObject({ found: [], depth: "keys" });
    expect(await search(`\0\0${key}`)).toMatchObject({ kinds: ["private key (PKCS#8 PEM)"], depth: "keys" });
    expect(await search(Buffer.from(token, "utf16le"))).toMatchObject({ found: [], depth: "keys" });
  });
});

describe("secrets that are published", () => {
  const [key = ""] = planted.map(({ text }) => text);
  it("are left out of the examples of a package's documentation, and that is said", async () => {
    const path = "/usr/share/doc/libnet-ssleay-perl/examples/server_key.pem";
    expect(await search(key, path)).toMatchObject({ found: [], depth: "examples" });
    expect(await search("no key", path)).toMatchObject({ found: [], depth: "all" });
  });

  it.each(["/usr/share/doc/app/server.pem", "/srv/usr/share/doc/app/examples/k.pem", "/usr/share/doc/examples/k.pem"])(
    "count anywhere else: %s",
    async (path) => expect((await search(key, path)).kinds).toEqual(["private key (PKCS#8 PEM)"]),
  );
});

describe("a hostile text", () => {
  const size = 2 * 1024 * 1024;
  const short = (...pieces: string[]) => pieces.join("");
  // Each is a case in which an expression without a bound, or one that begins anew at every place, would take minutes.
  it.each([
    ["one letter", "a"],
    ["a prefix", short("gh", "p_")],
    ["beginnings of web tokens", "eyJ"],
    ["borders of web tokens", ".eyJ"],
    ["addresses without end", "://a:b"],
    ["signs of addresses", "://"],
    ["quotes and backslashes", '\\"'],
    ["headers of keys", short("-----BEGIN ", "PRIVATE KEY-----")],
    ["headers of keys with a line between", short("-----BEGIN ", `PRIVATE KEY-----\n${"A".repeat(120)}\n`)],
    ["headers in base64", "LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQ"],
    ["dashes", "-"],
    ["log-ins", '"auth": "'],
  ])("of %s yields nothing, and is over at once", async (_, piece) => {
    expect((await search(piece.repeat(size / piece.length))).found).toEqual([]);
  });

  it.each([
    ["/root/.bash_history", "curl -u "],
    ["/root/.bash_history", "mongodb://a:"],
    ["/root/.bash_history", "machine a login "],
    ["/srv/.env", 'A=\\"'],
    ["/root/.m2/settings.xml", "<!--"],
    ["/root/.m2/settings.xml", "<password>"],
    ["/root/.kube/config", "a: &a [*a, "],
  ])("of a known name is over at once as well: %s of %s", async (path, piece) => {
    expect((await search(piece.repeat((1024 * 1024) / piece.length), path)).found).toEqual([]);
  });

  it("of nothing but tokens is not counted beyond a hundred", async () => {
    const token = planted.find(({ kind }) => kind === "GitHub token")?.value ?? "";
    expect((await search(`${token} `.repeat(50_000))).found).toHaveLength(100);
  });
});
