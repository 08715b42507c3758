import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { maximumBody, searchFile } from "../../../../main/inspect/secrets/file-search.ts";
import type { FoundSecret } from "../../../../main/inspect/secrets/found-secret.ts";

const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
const ec = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
const ed = generateKeyPairSync("ed25519").privateKey;
const pem = { format: "pem" } as const;
const secret = { cipher: "aes-256-cbc", passphrase: "x" };

const body = (length: number) => "aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0z+/".repeat(200).slice(0, length);
const lines = (text: string) => (text.match(/.{1,64}/g) ?? []).join("\n");
const pkcs8 = String(rsa.export({ ...pem, type: "pkcs8" }));
const certificate = `-----BEGIN CERTIFICATE-----\n${lines(body(1200))}\n-----END CERTIFICATE-----\n`;
const pgp = `-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: GnuPG v2\n\n${lines(body(900))}\n=abcd\n-----END PGP PRIVATE KEY BLOCK-----\n`;
const putty = `PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: k\nPublic-Lines: 2\n${lines(body(100))}\nPrivate-Lines: 1\n${body(48)}\nPrivate-MAC: 00\n`;

const keys: readonly (readonly [content: string, kind: string])[] = [
  [pkcs8, "private key (PKCS#8 PEM)"],
  [String(ed.export({ ...pem, type: "pkcs8" })), "private key (PKCS#8 PEM)"],
  [String(rsa.export({ ...pem, type: "pkcs1" })), "private key (RSA PEM)"],
  [String(ec.export({ ...pem, type: "sec1" })), "private key (EC PEM)"],
  [String(rsa.export({ ...pem, type: "pkcs8", ...secret })), "encrypted private key (PKCS#8 PEM)"],
  [String(rsa.export({ ...pem, type: "pkcs1", ...secret })), "encrypted private key (RSA PEM)"],
  [`-----BEGIN DSA PRIVATE KEY-----\n${lines(body(600))}\n-----END DSA PRIVATE KEY-----`, "private key (DSA PEM)"],
  [
    `-----BEGIN OPENSSH PRIVATE KEY-----\n${lines(body(400))}\n-----END OPENSSH PRIVATE KEY-----`,
    "private key (OpenSSH)",
  ],
  [pgp, "private key (OpenPGP)"],
  [putty, "private key (PuTTY)"],
  [JSON.stringify({ type: "service_account", private_key: pkcs8 }), "private key (PKCS#8 PEM)"],
  [`key: |\n${pkcs8.replace(/^/gm, "    ")}`, "private key (PKCS#8 PEM)"],
  [`${certificate}\r\n${pkcs8.replaceAll("\n", "\r\n")}`, "private key (PKCS#8 PEM)"],
];

function search(content: string | Buffer, size: number, path: string): readonly FoundSecret[] {
  const bytes = Buffer.from(content);
  const file = searchFile(path, bytes.length);
  if (file === null) throw new Error("not searched");
  for (let at = 0; at < bytes.length; at += size) file.push(bytes.subarray(at, at + size));
  const found = file.end();
  if (found instanceof Promise) throw new Error("a file of a known name");
  return found;
}

function scan(content: string | Buffer, size = 4096, path = "/etc/app.conf"): string[] {
  return search(content, size, path).map(({ kind }) => kind);
}

describe("the key scanner", () => {
  it.each(keys)("finds the key whatever the borders of the chunks", (content, kind) => {
    const padded = `some text before\n${content}\nand after`;
    for (const size of [1, 7, 61, 512, 100_000]) expect([size, scan(padded, size)]).toEqual([size, [kind]]);
  });

  it("finds every key of a file with several, and none of its certificates", () => {
    expect(scan(certificate + pkcs8 + certificate + pgp + putty + pkcs8, 300)).toEqual([
      "private key (PKCS#8 PEM)",
      "private key (OpenPGP)",
      "private key (PuTTY)",
      "private key (PKCS#8 PEM)",
    ]);
  });

  it("tells kind and length and nothing of the key", () => {
    expect(search(pkcs8, 4096, "/k")).toEqual([
      {
        kind: "private key (PKCS#8 PEM)",
        ground: "pattern",
        preview: `private key (PKCS#8 PEM), ${pkcs8.trimEnd().length} characters`,
      },
    ]);
  });

  it.each([
    ["a certificate", certificate],
    ["source code that names the header", 'if (s.startsWith("-----BEGIN RSA PRIVATE KEY-----")) { return parse(s); }'],
    [
      "a man page",
      "The file begins with -----BEGIN OPENSSH PRIVATE KEY-----\nand ends with -----END OPENSSH PRIVATE KEY-----",
    ],
    ["a stub", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"],
    ["a dummy of one letter", `-----BEGIN PRIVATE KEY-----\n${"A".repeat(512)}\n-----END PRIVATE KEY-----`],
    ["a library's strings", `-----BEGIN \0-----END \0PRIVATE KEY\0-----BEGIN PRIVATE KEY-----\0${"\0".repeat(400)}`],
    ["a public key", `-----BEGIN PUBLIC KEY-----\n${lines(body(300))}\n-----END PUBLIC KEY-----`],
    ["the name of PuTTY's format", "PuTTY-User-Key-File-2: see the manual"],
    ["nothing", ""],
  ])("does not take %s for a key", (_, content) => {
    for (const size of [1, 64, 100_000]) expect(scan(content, size)).toEqual([]);
  });

  it("knows a key in binary form by its first octets and its file name", () => {
    const der = ec.export({ format: "der", type: "pkcs8" });
    expect(scan(der, 4096, "/etc/tls/server.der")).toEqual(["private key (DER)"]);
    expect(scan(generateKeyPairSync("ed25519").publicKey.export({ format: "der", type: "spki" }), 9, "/a.der")).toEqual(
      [],
    );
  });

  it("finds a key whose end was cut off", () => {
    expect(scan(pkcs8.slice(0, 900))).toEqual(["private key (PKCS#8 PEM)"]);
  });

  it("does not look into a body above its limit", () => {
    expect(searchFile("/big", maximumBody + 1)).toBeNull();
    expect(searchFile("/big", maximumBody)).not.toBeNull();
  });

  it("stops counting at a hundred keys", () => {
    expect(scan(pkcs8.repeat(130), 9000)).toHaveLength(100);
  });
});

describe("a key compiled into a program", () => {
  const elf = Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), Buffer.alloc(64), Buffer.from(pkcs8)]);
  it.each([
    [
      "the system's crypto library, which carries self-test keys",
      elf,
      "/usr/lib/x86_64-linux-gnu/libgnutls.so.30.34.3",
      0,
    ],
    ["the same in the folder before usr-merge", elf, "/lib/libgnutls.so.30", 0],
    ["a program of one's own", elf, "/app/server", 1],
    ["a library of one's own", elf, "/srv/app/lib/libapp.so", 1],
    ["a text that only calls itself a library", Buffer.from(pkcs8), "/usr/lib/libkey.so", 1],
  ])("%s", (_name, content, path, count) => expect(scan(content, 100, path)).toHaveLength(count));
});
