// The key that Plimsoll makes itself: how it lies on disk, who may open it, and what it refuses.
import { createPublicKey, verify, X509Certificate } from "node:crypto";
import { chmod, copyFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  describeIdentity,
  type IdentityRequest,
  needsPassphrase,
  openIdentity,
} from "../../../../main/evidence/signing/local-identity.ts";
import { FailureError } from "../../../../shared/model/failure.ts";

const now = new Date("2026-11-23T10:00:00Z");
let root = "";
let folder = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "plimsoll-identity-"));
  folder = join(root, "keys", "default");
});
afterEach(() => rm(root, { recursive: true, force: true }));

const open = (change: Partial<IdentityRequest> = {}) =>
  openIdentity({ folder, name: "default", passphrase: null, now, create: true, ...change });

async function causeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FailureError)) throw new Error(`no failure but ${String(error)}`);
  return "cause" in error.failure ? `${error.failure.kind}: ${error.failure.cause}` : error.failure.kind;
}

describe("an identity made at first use", () => {
  test("opens again as the same, is called unprotected, and signs with the key of its certificate", async () => {
    const made = await open();
    const again = await open({ create: false });
    expect(again.identity).toEqual(made.identity);
    expect(made.identity).toMatchObject({ name: "default", protection: "unprotected", origin: "made-by-plimsoll" });
    expect(await describeIdentity(folder)).toEqual(made.identity);
    expect(await needsPassphrase(folder)).toBe(false);
    const bytes = Buffer.from("bytes");
    const leaf = new X509Certificate(made.certificates[0] ?? new Uint8Array());
    const signature = await again.sign(bytes);
    expect(verify("sha256", bytes, { key: leaf.publicKey, dsaEncoding: "der" }, signature)).toBe(true);
  });

  test("has a signing certificate for documents under a CA that may issue nothing below it", async () => {
    const { certificates } = await open();
    const [leaf, ca] = certificates.map((der) => new X509Certificate(der));
    expect(leaf?.verify(ca?.publicKey ?? createPublicKey(""))).toBe(true);
    expect([leaf?.ca, ca?.ca]).toEqual([false, true]);
    expect(leaf?.keyUsage).toEqual(["1.3.6.1.5.5.7.3.36", "1.3.6.1.5.5.7.3.4"]);
    expect(leaf?.subject).toContain("OU=Key file without passphrase");
  });

  test("is readable by its owner alone", async ({ skip }) => {
    if (process.platform === "win32") skip("needs POSIX: file modes");
    await open();
    const modes: string[] = [];
    for (const path of [join(root, "keys"), folder, join(folder, "private-key.json")]) {
      modes.push(((await stat(path)).mode & 0o777).toString(8));
    }
    expect(modes).toEqual(["700", "700", "600"]);
  });

  test("is one and the same when six processes make it at once, and leaves no draft behind", async () => {
    const signers = await Promise.all(Array.from({ length: 6 }, () => open()));
    expect(new Set(signers.map(({ identity }) => identity.fingerprint)).size).toBe(1);
    expect(await readdir(join(root, "keys"))).toEqual(["default"]);
  });

  test("is not made where that was not asked for", async () => {
    expect(await causeOf(open({ create: false }))).toContain("key-unusable: there is none");
    expect(await describeIdentity(folder)).toBeNull();
    expect(await needsPassphrase(folder)).toBe(false);
  });
});

describe("an identity under a passphrase", () => {
  test("opens with it alone, in any composition of its letters, and holds no key in the clear", async () => {
    const made = await open({ passphrase: "Gr\u00fc\u00dfe 7" });
    expect(made.identity.protection).toBe("passphrase");
    expect(await needsPassphrase(folder)).toBe(true);
    const text = await readFile(join(folder, "private-key.json"), "utf8");
    expect(Buffer.from(JSON.parse(text).pkcs8, "base64")[0]).toBeDefined();
    expect(text).not.toContain("MIGH");
    expect((await open({ passphrase: "Gru\u0308\u00dfe 7" })).identity).toEqual(made.identity);
    expect(await causeOf(open({ passphrase: "other" }))).toContain("the passphrase does not open it");
    expect(await causeOf(open())).toContain("it needs its passphrase");
  });
});

describe("an identity that cannot be used", () => {
  test("is readable by others", async ({ skip }) => {
    if (process.platform === "win32") skip("needs POSIX: file modes");
    await open();
    await chmod(join(folder, "private-key.json"), 0o644);
    expect(await causeOf(open())).toBe(
      "key-unusable: others on this machine may read it (mode 0644); run chmod 600 on it",
    );
  });

  test("has the key of another certificate", async () => {
    await open();
    await open({ folder: join(root, "keys", "other"), name: "other" });
    await copyFile(join(root, "keys", "other", "private-key.json"), join(folder, "private-key.json"));
    expect(await causeOf(open())).toContain("key and certificate do not belong together");
  });

  test.each([
    { at: "2029-11-22T10:00:00Z", cause: "it expired on 2029-11-22" },
    { at: "2026-11-23T09:00:00Z", cause: "the clock of this machine is before that" },
  ])("at $at: $cause", async ({ at, cause }) => {
    await open();
    expect(await causeOf(open({ now: new Date(at) }))).toContain(cause);
  });

  test.each([
    { file: "private-key.json", content: "{}", cause: "it is no key file of Plimsoll" },
    { file: "private-key.json", content: "x".repeat(70_000), cause: "it is no key file of Plimsoll" },
    { file: "certificates.pem", content: "", cause: "does not hold the two certificates" },
  ])("has a $file that is broken", async ({ file, content, cause }) => {
    await open();
    await writeFile(join(folder, file), content);
    expect(await causeOf(open())).toContain(cause);
  });

  test.each(["private-key.json", "certificates.pem"])("lacks its %s", async (file) => {
    await open();
    await rm(join(folder, file));
    expect(await causeOf(open())).toContain("the file is missing");
  });

  test.each(["", "../x", "a/b", ".hidden", "x.", "a".repeat(65)])("is named %j", async (name) => {
    expect(await causeOf(open({ name }))).toContain("usage: an identity is named by");
  });

  test("lies in a folder that cannot be written", async () => {
    await writeFile(join(root, "file"), "");
    expect(await causeOf(open({ folder: join(root, "file", "default") }))).toMatch(/^(not-writable|key-unusable): /);
  });
});
