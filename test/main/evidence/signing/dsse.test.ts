// The statement and its envelope: what is refused, and that openssl alone can check what is signed.
import { execFile } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signStatement } from "../../../../main/evidence/signing/dsse.ts";
import type { Signer } from "../../../../main/evidence/signing/signer.ts";
import { type EvidenceFile, evidenceStatement } from "../../../../main/evidence/signing/statement.ts";
import { makeSigner, statedRun } from "../../../support/evidence-pack.ts";
import { missingTools } from "../../../support/installed-tools.ts";

const sha256 = "ab".repeat(32);
let root = "";
let signer: Signer;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "plimsoll-dsse-"));
  signer = await makeSigner(root);
});
afterAll(() => rm(root, { recursive: true, force: true }));

const statementOf = (files: readonly EvidenceFile[]) =>
  evidenceStatement({ files, run: statedRun, signer: signer.identity });

describe("the statement", () => {
  test("names every file once, in order, and says what was run and how the key is kept", () => {
    const statement = statementOf([
      { name: "b.json", sha256 },
      { name: "a/b.json", sha256 },
    ]);
    expect(statement).toMatchObject({
      _type: "https://in-toto.io/Statement/v1",
      predicateType: "urn:x-plimsoll:evidence:1",
      subject: [
        { name: "a/b.json", digest: { sha256 } },
        { name: "b.json", digest: { sha256 } },
      ],
      predicate: {
        tool: statedRun.tool,
        signer: { fingerprint: signer.identity.fingerprint, protection: "unprotected" },
      },
    });
  });

  test.each(["", "/etc/passwd", "../x", "a/../b", "a//b", "./a", 'a"b', "a\\b", "a\nb", "a{b"])(
    "refuses the name %j",
    (name) => {
      expect(() => statementOf([{ name, sha256 }])).toThrow("not a file name");
    },
  );

  test("refuses a file named twice, and a digest that is none", () => {
    expect(() =>
      statementOf([
        { name: "a", sha256 },
        { name: "a", sha256 },
      ]),
    ).toThrow("not a file name");
    expect(() => statementOf([{ name: "a", sha256: "AB" }])).toThrow("not a SHA-256");
  });
});

describe("the envelope", () => {
  test("is verified by openssl dgst over the encoding that the DSSE protocol gives", async (context) => {
    const missing = await missingTools(["openssl"]);
    if (missing !== null) return context.skip(missing);
    const statement = statementOf([{ name: "größe.pdf", sha256 }]);
    const envelope = JSON.parse(Buffer.from(await signStatement(statement, signer)).toString("utf8"));
    const payload = Buffer.from(envelope.payload, "base64");
    expect(JSON.parse(payload.toString("utf8"))).toEqual(JSON.parse(JSON.stringify(statement)));
    const leaf = new X509Certificate(signer.certificates[0] ?? new Uint8Array());
    await writeFile(join(root, "pub.pem"), leaf.publicKey.export({ format: "pem", type: "spki" }));
    await writeFile(join(root, "sig"), Buffer.from(envelope.signatures[0].sig, "base64"));
    const head = `DSSEv1 ${envelope.payloadType.length} ${envelope.payloadType} ${payload.length} `;
    await writeFile(join(root, "pae"), Buffer.concat([Buffer.from(head), payload]));
    const words = [
      "dgst",
      "-sha256",
      "-verify",
      join(root, "pub.pem"),
      "-signature",
      join(root, "sig"),
      join(root, "pae"),
    ];
    expect((await promisify(execFile)("openssl", words)).stdout).toContain("Verified OK");
    expect(envelope.signatures[0].keyid).toBe(leaf.fingerprint256.replaceAll(":", "").toLowerCase());
  });
});
