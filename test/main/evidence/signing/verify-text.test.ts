// The instructions in a pack are run as they stand: whoever follows them must see what they promise.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeSigner, writePack } from "../../../support/evidence-pack.ts";
import { missingTools } from "../../../support/installed-tools.ts";

const run = promisify(execFile);
const tools = ["openssl", "pdfsig", "certutil", "sha256sum"];

let root = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "plimsoll-verify-text-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

function commandsOf(text: string): string[] {
  return text.split("\n").filter((line) => line.startsWith("    "));
}

/** Runs the commands in one shell, as a person would who pastes them; gives all that they printed. */
async function follow(folder: string, commands: readonly string[]): Promise<string> {
  const { stdout, stderr } = await run("sh", ["-c", commands.join("\n")], {
    cwd: folder,
    env: { ...process.env, LC_ALL: "C.UTF-8" },
  });
  return `${stdout}\n${stderr}`;
}

describe("VERIFY.txt", () => {
  test("gives the same commands in both languages", async () => {
    const english = commandsOf(await readFile("assets/report/verify.en.txt", "utf8"));
    expect(english.length).toBeGreaterThan(15);
    expect(commandsOf(await readFile("assets/report/verify.de.txt", "utf8"))).toEqual(english);
  });

  test("proves an untouched pack with openssl, pdfsig and sha256sum alone", async (context) => {
    const missing = await missingTools(tools);
    if (missing !== null) return context.skip(missing);
    const signer = await makeSigner(join(root, "keys"), "default", new Date());
    const pack = join(root, "pack");
    await writePack(pack, signer, { claimedAt: new Date() });
    const said = await follow(pack, commandsOf(await readFile(join(pack, "VERIFY.txt"), "utf8")));
    expect(said.split(signer.identity.fingerprint)).toHaveLength(3);
    for (const promise of [
      "Verified OK",
      "every file is as it was signed",
      "no file is missing and none was added",
      "Signature Type: ETSI.CAdES.detached",
      "Total document signed",
      "Signature is Valid.",
      "Certificate is Trusted.",
      "CAdES Verification successful",
      "the signature covers the report to its end",
    ]) {
      expect(said).toContain(promise);
    }
    expect(said).not.toContain("Signature #2");
  });

  test("finds a changed file, an added one and a changed statement", async (context) => {
    const missing = await missingTools(tools);
    if (missing !== null) return context.skip(missing);
    const signer = await makeSigner(join(root, "keys"), "default", new Date());
    const pack = join(root, "pack");
    await writePack(pack, signer);
    await writeFile(join(pack, "audit.json"), "{}\n");
    await writeFile(join(pack, "images", "extra.txt"), "x");
    const envelope = JSON.parse(await readFile(join(pack, "statement.dsse.json"), "utf8"));
    const payload = Buffer.from(envelope.payload, "base64").toString().replace('"found":1', '"found":2');
    envelope.payload = Buffer.from(payload).toString("base64");
    await writeFile(join(pack, "statement.dsse.json"), `${JSON.stringify(envelope)}\n`);
    const said = await follow(pack, commandsOf(await readFile(join(pack, "VERIFY.txt"), "utf8")));
    expect(said).toContain("Verification failure");
    expect(said).toContain("audit.json: FAILED");
    expect(said).toContain("images/extra.txt");
    expect(said).not.toContain("every file is as it was signed");
    expect(said).not.toContain("no file is missing and none was added");
  });
});
