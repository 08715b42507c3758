// The folder of evidence: whole, bound, checkable with outside tools, and never left in halves.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { calendarOfRun } from "../../../main/calendar.ts";
import { type EvidencePackInput, writeEvidencePack } from "../../../main/evidence/evidence-pack.ts";
import { folderNameOf } from "../../../main/evidence/exchange/image-names.ts";
import type { Signer } from "../../../main/evidence/signing/signer.ts";
import { verifyPack } from "../../../main/evidence/verify/verify-pack.ts";
import { readableJson } from "../../../shared/canonical-json.ts";
import { FailureError } from "../../../shared/model/failure.ts";
import { sayFailure } from "../../../shared/wording/failure.ts";
import { auditRun, ruleSet } from "../../support/audit-run.ts";
import { makeSigner } from "../../support/evidence-pack.ts";
import { needs, said } from "../../support/pdf-tools.ts";
import { readIcs } from "../../support/read-ics.ts";

const exec = promisify(execFile);
const createdAt = new Date();
const own = ["VERIFY.txt", "audit.json", "certificates.pem", "lifecycle.ics", "report.pdf", "statement.dsse.json"];
const ofImages = auditRun().images.flatMap(({ image }) =>
  ["sbom.cdx.json", "sbom.spdx.json"].map((file) => `images/${folderNameOf(image)}/${file}`),
);
const names = [...own, ...ofImages].sort();

/** Paths of all files below the folder, with slashes. */
async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory());
  return files.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join("/")).sort();
}
let root = "";
let signer: Signer;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "plimsoll-pack-"));
  signer = await makeSigner(root, "auditor", createdAt);
});
afterAll(() => rm(root, { recursive: true, force: true }));

function input(folder: string, changes: Partial<EvidencePackInput> = {}): EvidencePackInput {
  return {
    run: auditRun(),
    calendar: calendarOfRun(auditRun(), "en"),
    rules: [ruleSet()],
    language: "en",
    folder,
    signer,
    fontsFolder: "node_modules/dejavu-fonts-ttf/ttf",
    assetsFolder: "assets",
    host: { name: "build-07", os: "Linux 6.1" },
    createdAt,
    operator: "m.keller",
    ...changes,
  };
}
async function lineOf(work: Promise<unknown>): Promise<string> {
  const error = await work.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(FailureError);
  if (!(error instanceof FailureError)) throw new Error("no failure");
  expect(error.failure.kind).toBe("not-writable");
  return sayFailure(error.failure);
}

describe("a pack of evidence", () => {
  it("holds the signed report, the data, the certificates, the statement and how to check it", async () => {
    const folder = join(root, "new", "out");
    const pack = await writeEvidencePack(input(folder));
    expect(await filesOf(folder)).toEqual(names);
    expect(ofImages.length).toBeGreaterThan(2);
    expect(pack.report).toBe(join(folder, "report.pdf"));
    expect([...pack.files].sort()).toEqual(names.map((name) => join(folder, name)));
    expect(pack.files.at(-1)).toBe(join(folder, "statement.dsse.json"));
    expect(await readFile(join(folder, "audit.json"), "utf8")).toBe(readableJson(auditRun()));
    const { events } = readIcs(await readFile(join(folder, "lifecycle.ics"), "utf8"));
    expect(events.length).toBeGreaterThan(0);
    expect(events.every(({ sequence, status }) => sequence === 0 && status !== "CANCELLED")).toBe(true);
  });

  it("is intact for the verifier, every file bound by its digest", async () => {
    const folder = join(root, "verified");
    await writeEvidencePack(input(folder));
    const answers = await verifyPack(folder, null, new Date());
    expect(answers.integrity).toMatchObject({ answer: "yes" });
    expect(answers.files.map(({ name, state }) => [name, state])).toEqual(
      names.filter((name) => name !== "statement.dsse.json").map((name) => [name, "intact"]),
    );
    await writeFile(join(folder, "lifecycle.ics"), "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
    const changed = await verifyPack(folder, null, new Date());
    expect(changed.integrity.answer).toBe("no");
    expect(changed.files.filter(({ state }) => state !== "intact").map(({ name }) => name)).toEqual(["lifecycle.ics"]);
    await writeEvidencePack(input(folder));
    await writeFile(join(folder, "audit.json"), "{}\n");
    expect((await verifyPack(folder, null, new Date())).integrity.answer).toBe("no");
  });

  it("has a report that pdfsig calls valid and wholly signed, with the data inside that lies beside it", async (context) => {
    await needs(context, "pdfsig", "pdfdetach", "qpdf", "pdftotext");
    const folder = join(root, "outside");
    const { report } = await writeEvidencePack(input(folder, { language: "de" }));
    const judged = await said("pdfsig", "-nocert", report);
    for (const words of ["Signature is Valid.", "Total document signed", "ETSI.CAdES.detached"]) {
      expect(judged).toContain(words);
    }
    expect(await said("qpdf", "--check", report)).toContain("No syntax or stream encoding errors found");
    await said("pdfdetach", "-save", "1", "-o", join(root, "attached.json"), report);
    const data = await readFile(join(folder, "audit.json"));
    expect((await readFile(join(root, "attached.json"))).equals(data)).toBe(true);
    const cover = (await said("pdftotext", "-raw", "-l", "1", report, "-")).replace(/\s+/g, "");
    expect(cover).toContain(createHash("sha256").update(data).digest("hex"));
    expect(cover).toContain(signer.identity.fingerprint);
    expect(await readFile(join(folder, "VERIFY.txt"), "utf8")).toBe(
      await readFile("assets/report/verify.de.txt", "utf8"),
    );
  });

  it("replaces an earlier pack and touches nothing else", async () => {
    const folder = join(root, "again");
    await writeEvidencePack(input(folder));
    await writeFile(join(folder, "notes.txt"), "mine");
    await rm(join(folder, "audit.json"));
    await writeFile(join(root, "elsewhere.json"), "theirs");
    await symlink(join(root, "elsewhere.json"), join(folder, "audit.json"));
    await writeEvidencePack(input(folder, { language: "de" }));
    expect(await filesOf(folder)).toEqual([...names, "notes.txt"].sort());
    expect(await readFile(join(folder, "notes.txt"), "utf8")).toBe("mine");
    expect(await readFile(join(root, "elsewhere.json"), "utf8")).toBe("theirs");
    expect(await readFile(join(folder, "VERIFY.txt"), "utf8")).toBe(
      await readFile("assets/report/verify.de.txt", "utf8"),
    );
  });
});

describe("a pack in the folder of an earlier one", () => {
  const fewer = () => ({ ...auditRun(), images: auditRun().images.slice(0, 1) });
  const first = ofImages.slice(0, 2);

  it("takes away the files of images that are no longer in it, and is intact", async () => {
    const folder = join(root, "fewer");
    await writeEvidencePack(input(folder));
    await writeEvidencePack(input(folder, { run: fewer() }));
    expect(await filesOf(folder)).toEqual([...own, ...first].sort());
    expect(await readdir(join(folder, "images"))).toHaveLength(1);
    expect((await verifyPack(folder, null, new Date())).integrity.answer).toBe("yes");
  });

  it("leaves what somebody changed, added, or a statement names outside of it", async () => {
    const folder = join(root, "changed");
    await writeEvidencePack(input(folder));
    const [changed = "", beside = ""] = [ofImages[2], ofImages[4]];
    await writeFile(join(folder, changed), "mine");
    await writeFile(join(folder, beside.replace("sbom.cdx.json", "notes.txt")), "mine");
    await writeFile(join(root, "victim.json"), "theirs");
    const envelope = JSON.parse(await readFile(join(folder, "statement.dsse.json"), "utf8")) as { payload: string };
    const payload = JSON.parse(Buffer.from(envelope.payload, "base64").toString()) as { subject: object[] };
    const sha256 = createHash("sha256").update("theirs").digest("hex");
    for (const name of ["../victim.json", "images/../../victim.json", "images/a/../../../victim.json"])
      payload.subject.push({ name, digest: { sha256 } });
    envelope.payload = Buffer.from(JSON.stringify(payload)).toString("base64");
    await writeFile(join(folder, "statement.dsse.json"), JSON.stringify(envelope));
    await writeEvidencePack(input(folder, { run: fewer() }));
    const kept = [changed, beside.replace("sbom.cdx.json", "notes.txt")];
    expect(await filesOf(folder)).toEqual([...own, ...first, ...kept].sort());
    expect(await readFile(join(root, "victim.json"), "utf8")).toBe("theirs");
  });

  it("does not write through a link that lies where a folder of it should", async () => {
    const folder = join(root, "linked");
    await mkdir(folder);
    await mkdir(join(root, "target"));
    await symlink(join(root, "target"), join(folder, "images"));
    expect(await lineOf(writeEvidencePack(input(folder)))).toMatch(/images: a part of the path is no folder$/);
    expect(await readdir(join(root, "target"))).toEqual([]);
    expect(await readdir(folder)).toEqual(["images"]);
  });
});

describe("a pack that cannot be written", () => {
  it("says so in one line where the folder is a file, and where a file's name is taken by a folder", async () => {
    await writeFile(join(root, "file"), "");
    expect(await lineOf(writeEvidencePack(input(join(root, "file", "out"))))).toMatch(
      /^cannot write .*: a part of the path is a file, not a folder$/,
    );
    const folder = join(root, "taken");
    await mkdir(join(folder, "report.pdf"), { recursive: true });
    expect(await lineOf(writeEvidencePack(input(folder)))).toMatch(/report\.pdf: there is a folder of that name$/);
    expect(await readdir(folder)).toEqual(["report.pdf"]);
  });

  it("leaves nothing behind on a full disk, and an earlier pack as it was", async (context) => {
    const disk = join(root, "disk");
    await mkdir(disk);
    // Room for one pack, not for a second beside it.
    const measured = join(root, "measured");
    await writeEvidencePack(input(measured));
    const kibibytes = Number((await said("du", "-sk", measured)).split("\t")[0]);
    const mounted = await exec("mount", [
      "-t",
      "tmpfs",
      "-o",
      `size=${Math.ceil(kibibytes * 1.5)}k`,
      "tmpfs",
      disk,
    ]).then(
      () => true,
      () => false,
    );
    if (!mounted) return context.skip("a small tmpfs cannot be mounted here");
    try {
      const folder = join(disk, "out");
      await writeEvidencePack(input(folder));
      const before = await readFile(join(folder, "report.pdf"));
      await writeFile(join(disk, "ballast"), Buffer.alloc(Math.floor(kibibytes * 300)));
      expect(await lineOf(writeEvidencePack(input(folder)))).toMatch(/no space left on the device$/);
      expect(await filesOf(folder)).toEqual(names);
      expect((await readFile(join(folder, "report.pdf"))).equals(before)).toBe(true);
      expect(await lineOf(writeEvidencePack(input(join(disk, "other"))))).toMatch(/no space left on the device$/);
      expect((await readdir(disk)).sort()).toEqual(["ballast", "out"]);
    } finally {
      await exec("umount", [disk]);
    }
  });

  it("refuses before it writes where its own texts are missing", async () => {
    const folder = join(root, "no-assets");
    const error = await writeEvidencePack(input(folder, { assetsFolder: join(root, "none") })).catch((e: unknown) => e);
    expect(error instanceof FailureError && error.failure.kind).toBe("not-readable");
    expect(await readdir(root)).not.toContain("no-assets");
  });
});
