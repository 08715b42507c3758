// A folder of evidence as an auditor gets it: what was done to it, and which answer names it.
import { appendFile, cp, mkdtemp, readFile, rename, rm, symlink, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { signStatement } from "../../../../main/evidence/signing/dsse.ts";
import type { Signer } from "../../../../main/evidence/signing/signer.ts";
import { parseTrustPins } from "../../../../main/evidence/verify/trust.ts";
import { verifyPath } from "../../../../main/evidence/verify/verify-path.ts";
import { FailureError } from "../../../../shared/model/failure.ts";
import { Verification } from "../../../../shared/model/verification.ts";
import { say } from "../../../../shared/wording/say.ts";
import { makeSigner, signedAt, signedReport, writePack } from "../../../support/evidence-pack.ts";

let root = "";
let original = "";
let signer: Signer;
let other: Signer;
let names: string[] = [];
let pack = "";

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "plimsoll-pack-"));
  signer = await makeSigner(join(root, "keys"));
  other = await makeSigner(join(root, "keys"), "other");
  original = join(root, "original");
  names = await writePack(original, signer);
});
afterAll(() => rm(root, { recursive: true, force: true }));
beforeEach(async () => {
  pack = join(root, "pack");
  await cp(original, pack, { recursive: true });
});
afterEach(() => rm(pack, { recursive: true, force: true }));

const at = (name: string) => join(pack, name);
/** The answers, each of whose grounds must be a sentence in both languages and no bare key. */
async function judge(path = pack): Promise<Verification> {
  const verification = await verifyPath(path, { now: signedAt });
  for (const { reasons } of [verification.integrity, verification.identity, verification.time]) {
    expect(reasons.length).toBeGreaterThan(0);
    for (const reason of reasons) expect(`${say(reason, "en")} ${say(reason, "de")}`).not.toMatch(/verify\.|\{/);
  }
  return verification;
}
const keysOf = (reasons: readonly { key: string }[]) => reasons.map(({ key }) => key);

async function editEnvelope(
  edit: (envelope: { payload: string; signatures: { keyid: string; sig: string }[] }) => void,
) {
  const envelope = JSON.parse(await readFile(at("statement.dsse.json"), "utf8"));
  edit(envelope);
  await writeFile(at("statement.dsse.json"), `${JSON.stringify(envelope)}\n`);
}

describe("an untouched pack", () => {
  test("is intact, self-asserted, with a claimed time, in the published shape", async () => {
    const verification = await judge();
    expect(Verification.parse(verification)).toEqual(verification);
    expect(verification.kind).toBe("pack");
    expect([verification.integrity.answer, verification.identity.answer, verification.time.answer]).toEqual([
      "yes",
      "self-asserted",
      "claimed",
    ]);
    expect(verification.files).toEqual([...names].sort().map((name) => ({ name, state: "intact" })));
    expect(keysOf(verification.identity.reasons)).toContain("verify.key-unprotected");
  });

  test("is trusted once its certificate is pinned, by file or fingerprint, and not by another pin", async () => {
    const pem = parseTrustPins(await readFile(at("certificates.pem"), "utf8"));
    const line = parseTrustPins(`# ours\nsha256:${signer.identity.fingerprint.replaceAll(":", "").toLowerCase()}\n`);
    const wrong = parseTrustPins(other.identity.fingerprint);
    const answers: string[] = [];
    for (const trust of [pem, line, wrong]) {
      if (typeof trust === "string") throw new Error(trust);
      answers.push((await verifyPath(pack, { trust, now: signedAt })).identity.answer);
    }
    expect(answers).toEqual(["trusted", "trusted", "untrusted"]);
  });

  test.each([
    { name: "report.pdf", kind: "pdf", reason: "verify.pdf-intact" },
    { name: "statement.dsse.json", kind: "statement", reason: "verify.statement-alone" },
    { name: "audit.json", kind: "file", reason: "verify.file-intact" },
    { name: "images/web-0123456789ab/results.sarif", kind: "file", reason: "verify.file-intact" },
  ])("holds for $name by itself", async ({ name, kind, reason }) => {
    const verification = await judge(at(name));
    expect([verification.kind, verification.integrity.answer]).toEqual([kind, "yes"]);
    expect(keysOf(verification.integrity.reasons)).toEqual([reason]);
  });
});

describe("a pack that was tampered with", () => {
  const tampering: readonly { name: string; act: () => Promise<unknown>; because: string[] }[] = [
    { name: "a data file is changed", act: () => appendFile(at("audit.json"), " "), because: ["verify.file-changed"] },
    {
      name: "a nested file is changed",
      act: () => writeFile(at("images/web-0123456789ab/results.sarif"), ""),
      because: ["verify.file-changed"],
    },
    { name: "a file is missing", act: () => unlink(at("lifecycle.ics")), because: ["verify.file-missing"] },
    {
      name: "a file is renamed",
      act: () => rename(at("lifecycle.ics"), at("dates.ics")),
      because: ["verify.file-unlisted", "verify.file-missing"],
    },
    { name: "a file is added", act: () => writeFile(at("images/notes.txt"), "x"), because: ["verify.file-unlisted"] },
    {
      name: "a file is replaced by a link to the same content",
      act: async () => {
        await rename(at("audit.json"), join(root, "elsewhere.json"));
        await symlink(join(root, "elsewhere.json"), at("audit.json"));
      },
      because: ["verify.file-unreadable"],
    },
    {
      name: "the report is stripped of its signature and signed by another",
      act: async () => writeFile(at("report.pdf"), await signedReport(other)),
      because: ["verify.file-changed"],
    },
    {
      name: "the certificates are exchanged",
      act: async () => writeFile(at("certificates.pem"), await readFile(join(root, "keys/other/certificates.pem"))),
      because: ["verify.statement-no-certificate"],
    },
    {
      name: "the statement is gone",
      act: () => unlink(at("statement.dsse.json")),
      because: ["verify.statement-missing"],
    },
    {
      name: "the statement is no JSON",
      act: () => writeFile(at("statement.dsse.json"), "{"),
      because: ["verify.statement-form"],
    },
    {
      name: "the statement is empty",
      act: () => writeFile(at("statement.dsse.json"), ""),
      because: ["verify.statement-form"],
    },
    {
      name: "17: the payload is another",
      act: () =>
        editEnvelope((envelope) => {
          const payload = Buffer.from(envelope.payload, "base64").toString().replace('"found":1', '"found":2');
          envelope.payload = Buffer.from(payload).toString("base64");
        }),
      because: ["verify.statement-signature"],
    },
    {
      name: "17b: another key signed the same statement under the same key id",
      act: async () => {
        const payload = JSON.parse(await readFile(at("statement.dsse.json"), "utf8")).payload;
        const forged = JSON.parse(
          Buffer.from(await signStatement(JSON.parse(Buffer.from(payload, "base64").toString()), other)).toString(),
        );
        await editEnvelope(({ signatures: [signature] }) => {
          if (signature !== undefined) signature.sig = forged.signatures[0].sig;
        });
      },
      because: ["verify.statement-signature"],
    },
    {
      name: "the key id is another",
      act: () =>
        editEnvelope(({ signatures: [signature] }) => {
          if (signature !== undefined) signature.keyid = "0".repeat(64);
        }),
      because: ["verify.statement-no-certificate"],
    },
    {
      name: "a member is added to the envelope",
      act: () => editEnvelope((envelope) => Object.assign(envelope, { note: 1 })),
      because: ["verify.statement-form"],
    },
    {
      name: "a blank is added to the envelope",
      act: () => appendFile(at("statement.dsse.json"), " "),
      because: ["verify.statement-form"],
    },
    {
      name: "the base64 is written in another way",
      act: () =>
        editEnvelope((envelope) => {
          envelope.payload = `${envelope.payload}=`;
        }),
      because: ["verify.statement-form"],
    },
    {
      name: "there is no signature",
      act: () =>
        editEnvelope((envelope) => {
          envelope.signatures = [];
        }),
      because: ["verify.statement-form"],
    },
  ];

  test.each(tampering)("$name", async ({ act, because }) => {
    await act();
    const { integrity } = await judge();
    expect(integrity.answer).toBe("no");
    expect(keysOf(integrity.reasons).sort()).toEqual([...because].sort());
  });

  test("a report by another key than the statement's is named, though both are valid", async () => {
    const mixed = join(root, "mixed");
    await writePack(mixed, signer, { reportBy: other });
    const { integrity } = await judge(mixed);
    expect([integrity.answer, ...keysOf(integrity.reasons)]).toEqual(["no", "verify.signers-differ"]);
  });

  test("a single file is changed, unlisted, or bound by no statement at all", async () => {
    await appendFile(at("audit.json"), " ");
    await writeFile(at("new.json"), "{}");
    await writeFile(join(root, "alone.json"), "{}");
    const reasons: string[] = [];
    for (const path of [at("audit.json"), at("new.json"), join(root, "alone.json")]) {
      const { integrity } = await judge(path);
      expect(integrity.answer).toBe("no");
      reasons.push(...keysOf(integrity.reasons));
    }
    expect(reasons).toEqual(["verify.file-changed", "verify.file-unlisted", "verify.file-unsigned"]);
  });

  test("a statement without its certificate is not believed", async () => {
    await rename(at("certificates.pem"), join(root, "away.pem"));
    const { integrity, identity } = await judge(at("statement.dsse.json"));
    expect([integrity.answer, identity.answer]).toEqual(["no", "unknown"]);
    const trust = parseTrustPins(await readFile(join(root, "away.pem"), "utf8"));
    if (typeof trust === "string") throw new Error(trust);
    const pinned = await verifyPath(at("statement.dsse.json"), { trust, now: signedAt });
    expect([pinned.integrity.answer, pinned.identity.answer]).toEqual(["yes", "trusted"]);
  });

  test("no single changed byte of any file goes unnoticed", async () => {
    const survivors: string[] = [];
    for (const name of [...names, "statement.dsse.json"]) {
      const content = await readFile(at(name));
      for (let round = 0; round < 12; round += 1) {
        const offset = Math.floor((content.length * (round + 0.37)) / 12);
        const copy = Buffer.from(content);
        copy[offset] = (copy[offset] ?? 0) ^ (1 << (round % 8));
        await writeFile(at(name), copy);
        if ((await judge()).integrity.answer === "yes") survivors.push(`${name}, byte ${offset}`);
      }
      await writeFile(at(name), content);
    }
    expect(survivors).toEqual([]);
    expect((await judge()).integrity.answer).toBe("yes");
  });

  test("no changed bit of a whole statement goes unnoticed", async () => {
    const content = await readFile(at("statement.dsse.json"));
    const survivors: number[] = [];
    for (let offset = 0; offset < content.length; offset += 7) {
      const copy = Buffer.from(content);
      copy[offset] = (copy[offset] ?? 0) ^ (1 << (offset % 8));
      await writeFile(at("statement.dsse.json"), copy);
      if ((await judge(at("statement.dsse.json"))).integrity.answer === "yes") survivors.push(offset);
    }
    expect(survivors).toEqual([]);
  });
});

describe("what is not there", () => {
  test("is a failure, not an answer", async () => {
    const failure = await judge(join(root, "nowhere")).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(FailureError);
    expect(failure instanceof FailureError && failure.failure.kind).toBe("not-readable");
  });
});

describe("pins", () => {
  test.each([
    { text: "", why: "it holds neither a certificate nor a fingerprint" },
    { text: "# only a comment\n", why: "it holds neither a certificate nor a fingerprint" },
    { text: "AB:CD", why: "line 1 is neither a certificate nor a SHA-256 fingerprint" },
    {
      text: "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
      why: "line 1 is neither a certificate nor a SHA-256 fingerprint",
    },
  ])("are refused when a line could silently not hold: $text", ({ text, why }) => {
    expect(parseTrustPins(text)).toBe(why);
  });

  test("are read as openssl prints a fingerprint", () => {
    const pins = parseTrustPins(`sha256 Fingerprint=${signer.identity.fingerprint}\n`);
    expect(typeof pins === "string" ? pins : [...pins.fingerprints]).toEqual([signer.identity.fingerprint]);
  });
});
