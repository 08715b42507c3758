// `--scan-results` and `--vex` from the files to the verdicts, the table and the lines on stderr.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composeAudit, runAudit } from "../../../main/audit.ts";
import { loadCatalogues } from "../../../main/catalogues.ts";
import { withAuditOptions } from "../../../main/cli/audit-options.ts";
import { auditTable } from "../../../main/cli/audit-table.ts";
import { earlierScans } from "../../../main/cli/earlier-scans.ts";
import { loadScanEvidence, unusedScanLines } from "../../../main/cli/scan-results.ts";
import { loadPolicy } from "../../../main/data/policy.ts";
import { readScanText } from "../../../main/data/scan-results.ts";
import type { ScanEvidence } from "../../../main/scan-evidence.ts";
import { openAuditStore } from "../../../main/store/audits.ts";
import { localScanner } from "../../../main/worker/local-scanner.ts";
import { AuditRun } from "../../../shared/model/audit.ts";
import { failureOf } from "../../../shared/model/failure.ts";
import { Policy } from "../../../shared/model/policy.ts";
import { dir, file, image, memorySource } from "../../support/image-builder.ts";
import { day, idOf } from "../../support/kept-run.ts";

const catalogues = await loadCatalogues("assets");
const status = "Package: zlib1g\nStatus: install ok installed\nArchitecture: amd64\nVersion: 1:1.2.13.dfsg-1\n\n";
const api = image()
  .layer(dir("/etc"), file("/etc/os-release", 'ID=debian\nVERSION_ID="12"\n'), file("/var/lib/dpkg/status", status))
  .config({ User: "app" })
  .tag("shop/api:7.2");
const policy = Policy.parse({ schema: "plimsoll/policy@1", remediation: "dhi-sla" });
const judgement = { ...catalogues, on: day("2026-11-24"), policy };

async function audited(scans: ScanEvidence | null, earlier?: ReturnType<typeof earlierScans>): Promise<AuditRun> {
  const steps = runAudit(
    {
      ...judgement,
      ...(scans === null ? {} : { scans }),
      ...(earlier === undefined ? {} : { earlierScans: earlier }),
      scanner: localScanner(memorySource([api])),
      clock: { today: () => day("2026-11-24"), now: () => "2026-11-24T06:00:00Z", zone: () => "UTC (UTC+00:00)" },
      tool: { version: "0.1.0" },
      previous: async () => null,
    },
    { images: null },
    new AbortController().signal,
  );
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return step.value;
  }
}

let folder = "";
let world: { cwd: string };
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "plimsoll-scans-"));
  world = { cwd: folder };
  const id = (await audited(null)).images[0]?.image.id ?? "";
  for (const [from, to] of [
    ["trivy/debian.json", "trivy.json"],
    ["grype/database-6.json", "grype.json"],
    ["trivy/clean.json", "clean.json"],
    ["vex/package.json", "vex.json"],
  ] as const) {
    writeFileSync(join(folder, to), readFileSync(join("test/cases/scans", from), "utf8").replaceAll(idOf("0"), id));
  }
  writeFileSync(join(folder, "other.json"), readFileSync("test/cases/scans/trivy/debian.json", "utf8"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const load = (scanResults: string[], vex: string[] = []) => loadScanEvidence({ scanResults, vex }, world);
const verdict = (run: AuditRun, control: string) => {
  const finding = run.images[0]?.findings.find((one) => one.control === control);
  return [finding?.status, JSON.stringify([finding?.reason, finding?.phrase, finding?.evidence])] as const;
};
const failing = async (work: Promise<unknown>) => {
  const failure = await work.then(() => null, failureOf);
  return failure !== null && "cause" in failure ? `${failure.kind}: ${failure.cause}` : String(failure?.kind);
};

describe("an audit with scan results", () => {
  it("decides cis-docker:4.4 and the SRG rules by them, and none without", async () => {
    const without = await audited(null);
    expect(verdict(without, "cis-docker:4.4")[0]).toBe("not-assessed");
    expect(without.images[0]?.vulnerabilities).toBeUndefined();
    const run = await audited(await load(["trivy.json"]));
    expect(AuditRun.parse(run)).toEqual(run);
    expect(verdict(run, "cis-docker:4.4")[0]).toBe("fail");
    expect(verdict(run, "cis-docker:4.4")[1]).toMatch(/zlib1g CVE-2026-1001/);
    expect(verdict(run, "image-srg:vuln-scan")[0]).toBe("pass");
    expect(verdict(run, "image-srg:security-updates")[0]).toBe("fail");
    expect(verdict(await audited(await load(["clean.json"])), "cis-docker:4.4")[0]).toBe("pass");
  });

  it("shows what a VEX statement set aside beside the verdict", async () => {
    const run = await audited(await load(["grype.json"], ["vex.json"]));
    const [found, evidence] = verdict(run, "cis-docker:4.4");
    expect(found).toBe("fail");
    expect(evidence).toMatch(/lodash/);
    expect(evidence).not.toMatch(/zlib1g/);
    expect(evidence).toMatch(/Security <security@shop\.example>/);
    expect(run.images[0]?.vulnerabilities?.scans).toMatchObject([{ setAside: 1, unplaced: 1, open: { high: 1 } }]);
  });

  it("joins scans: what one scanner finds is not undone by the silence of a newer one", async () => {
    const text = readFileSync(join(folder, "grype.json"), "utf8").replace("2026-11-20T10:00", "2026-11-23T10:00");
    writeFileSync(join(folder, "silent.json"), JSON.stringify({ ...JSON.parse(text), matches: [] }));
    const run = await audited(await load(["trivy.json", "silent.json"]));
    expect(verdict(run, "cis-docker:4.4")).toEqual(["fail", expect.stringMatching(/zlib1g CVE-2026-1001/)]);
    expect(run.images[0]?.vulnerabilities?.differences.map(({ kind }) => kind)).toEqual(Array(3).fill("only-first"));
    for (const files of [
      ["trivy.json", "clean.json"],
      ["clean.json", "trivy.json"],
    ]) {
      expect([files, verdict(await audited(await load(files)), "cis-docker:4.4")[0]]).toEqual([files, "fail"]);
    }
  });

  it("does not use the scan of another image, and says so twice", async () => {
    const scans = await load(["other.json"]);
    const run = await audited(scans);
    const [found, said] = verdict(run, "cis-docker:4.4");
    expect(found).toBe("not-assessed");
    expect(said).toMatch(/other\.json is a scan of another image: shop\/api:7\.2 sha256:0/);
    expect(unusedScanLines(scans, run.images)).toEqual([
      "other.json is a scan of shop/api:7.2, which is none of the audited images; it was not used",
    ]);
    expect(unusedScanLines(await load(["trivy.json"]), (await audited(await load(["trivy.json"]))).images)).toEqual([]);
  });

  it("judges the stored facts again to the same, and takes a scan anew, not twice", async () => {
    const scans = await load(["trivy.json", "grype.json"]);
    const [audit] = (await audited(scans)).images;
    if (audit === undefined || scans === null) throw new Error("an image was audited");
    const again = composeAudit({ image: audit.image, facts: audit.facts }, judgement);
    expect(again.vulnerabilities).toEqual(audit.vulnerabilities);
    const anew = composeAudit({ image: audit.image, facts: audit.facts }, { ...judgement, scans });
    expect(anew.facts.external).toEqual(audit.facts.external);
  });

  it("keeps since when a vulnerability is known, and what is closed, from audits that were kept", async () => {
    const text = readFileSync(join(folder, "trivy.json"), "utf8");
    writeFileSync(join(folder, "october.json"), text.replace('"CreatedAt": "2026-11-20', '"CreatedAt": "2026-10-02'));
    const store = openAuditStore(join(folder, "audits"));
    await store.keep(await audited(await load(["october.json"])));
    const open = (await audited(await load(["trivy.json"]), earlierScans(store))).images[0]?.vulnerabilities;
    expect(open?.remediation[0]).toMatchObject({ firstSeen: "2026-10-02", closed: null });
    const closed = (await audited(await load(["clean.json"]), earlierScans(store))).images[0]?.vulnerabilities;
    expect(closed?.remediation.map((one) => [one.id, one.closed])).toContainEqual(["CVE-2026-1001", "2026-11-20"]);
  });

  it("tells it all in the table, in both languages", async () => {
    const run = await audited(await load(["trivy.json", "grype.json"], ["vex.json"]));
    const english = auditTable(run, catalogues.rules, "en");
    for (const said of [
      /trivy 0\.68\.1 +2026-11-20 +not stated/,
      /grype 0\.104\.0/,
      /not_affected/,
      /disagree/,
      /own limit/,
    ]) {
      expect(english).toMatch(said);
    }
    expect(english).toMatch(/cis-docker:4\.4 .*lodash CVE-2021-23337/);
    expect(english.match(/not_affected/g)).toHaveLength(1);
    const german = auditTable(run, catalogues.rules, "de");
    for (const said of [/nicht angegeben/, /zurückgestellt/, /widersprechen/, /eigene Frist/])
      expect(german).toMatch(said);
  });
});

describe("the options", () => {
  it("are words of the command, each given as often as wanted", () => {
    const command = withAuditOptions(new Command("audit"));
    command.parse(["--scan-results", "a.json", "--scan-results", "b.json,on=2026-11-20", "--vex", "v.json"], {
      from: "user",
    });
    expect(command.opts()).toMatchObject({ scanResults: ["a.json", "b.json,on=2026-11-20"], vex: ["v.json"] });
  });

  it("go with a policy that sets limits, and one that it cannot set is refused by its place", async () => {
    const write = (text: string) => {
      writeFileSync(join(folder, "policy.yaml"), `schema: plimsoll/policy@1\nremediation: ${text}\n`);
      return loadPolicy(join(folder, "policy.yaml"));
    };
    expect((await write("fedramp")).policy.remediation).toBe("fedramp");
    const own = await write("{ name: ours, from: fix, days: { critical: 3 }, knownExploited: 1 }");
    expect(own.policy.remediation).toMatchObject({ days: { critical: 3 } });
    for (const wrong of [
      "soon",
      "{ name: ours, from: release, days: {} }",
      "{ name: ours, from: fix, days: { urgent: 1 } }",
      "{ name: ours, from: fix, days: { high: -1 } }",
    ]) {
      expect([wrong, await failing(write(wrong))]).toEqual([wrong, expect.stringMatching(/^catalogue-invalid/)]);
    }
  });

  it("take what a file does not say beside its name", async () => {
    const scans = await load([`trivy.json,on=2026-11-20,image=${idOf("1")}`]);
    expect(scans?.scans).toMatchObject([
      { source: "trivy.json", stated: { scannedOn: "2026-11-20", image: idOf("1") } },
    ]);
    expect(await loadScanEvidence({}, world)).toBeNull();
  });

  it("refuse what cannot be meant", async () => {
    expect(await failing(load(["trivy.json,on=2026-02-30"]))).toMatch(/^usage: .*on= takes a day/);
    expect(await failing(load(["trivy.json,image=latest"]))).toMatch(/^usage: .*image= takes a digest/);
    expect(await failing(load([], ["vex.json"]))).toMatch(/^usage: --vex/);
    expect(await failing(load(["gone.json"]))).toMatch(/^not-readable/);
    expect(await failing(load([folder]))).toMatch(/^not-readable: it is no regular file/);
    expect(await failing(load(["vex.json"]))).toMatch(/no scan result that is known/);
  });

  it("refuse a file that is too large or no text, and read what Windows' shells write", async () => {
    expect(await failing(readScanText(join(folder, "trivy.json"), 10))).toMatch(/larger than 10 bytes/);
    writeFileSync(
      join(folder, "wide.json"),
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('{"a":1}', "utf16le")]),
    );
    expect((await readScanText(join(folder, "wide.json"))).text).toBe('{"a":1}');
    writeFileSync(join(folder, "bytes.json"), Buffer.from([0x7b, 0xff, 0xfe]));
    expect(await failing(readScanText(join(folder, "bytes.json")))).toMatch(/no text in UTF-8/);
  });
});
