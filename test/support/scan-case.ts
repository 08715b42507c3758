// Scan results and VEX documents of test/cases/scans, read; and an image that they are of.
import { readFileSync } from "node:fs";
import { readScan } from "../../main/vulnerability/read-scan.ts";
import { type ScannedImage, scanFactsOf } from "../../main/vulnerability/scan-facts.ts";
import { readOpenVex } from "../../main/vulnerability/vex/read-openvex.ts";
import type { DiffId } from "../../shared/model/digest.ts";
import type { External, Package } from "../../shared/model/facts.ts";
import { ScanFact, type ScanFile, type ScanResult, type VexFile } from "../../shared/model/vulnerability.ts";
import { imageWith } from "./facts.ts";
import { auditWith, day, idOf } from "./kept-run.ts";

const folder = "test/cases/scans";

export function scanned(path: string): ScanResult {
  return readScan(readFileSync(`${folder}/${path}`, "utf8"), path);
}

export function scanFile(path: string, over: Partial<ScanFile> = {}): ScanFile {
  return { source: path, digest: `digest of ${path}`, result: scanned(path), ...over };
}

export function vexDocument(
  path: string,
  change: (document: Record<string, unknown>) => unknown = (same) => same,
): VexFile {
  const document = JSON.parse(readFileSync(`${folder}/vex/${path}`, "utf8")) as Record<string, unknown>;
  return readOpenVex(JSON.stringify(change(document)), path, `digest of ${path}`);
}

const packageOf = (type: Package["type"], name: string, version: string, layer: number): Package => ({
  type,
  name,
  version,
  arch: "amd64",
  layer,
  path: "/var/lib/dpkg/status",
});

/** The image that the fixtures are of: two layers, zlib in the lower, lodash in the upper. */
export function apiImage(over: Partial<ScannedImage["hardened"]> = {}): ScannedImage {
  const image = {
    ...imageWith([
      { diffId: idOf("a") as DiffId, size: 1 },
      { diffId: idOf("b") as DiffId, size: 1 },
    ]),
    references: ["shop/api:7.2"],
    repoDigests: [`shop/api@${idOf("d")}`],
  };
  const zlib = {
    ...packageOf("deb", "zlib1g", "1:1.2.13.dfsg-1", 0),
    source: { name: "zlib", version: "1:1.2.13.dfsg-1" },
  };
  return {
    image,
    packages: [zlib, packageOf("deb", "libc6", "2.36-9+deb12u8", 0), packageOf("npm", "lodash", "4.17.20", 1)],
    hardened: { ...auditWith(image.id, [], []).hardened, ...over },
  };
}

export const on = day("2026-11-24");

/** The facts that one scan gives, with VEX documents beside it. */
export function factsOf(scans: ScanFile[], vex: VexFile[] = [], subject = apiImage(), asOf = on): External[] {
  return scanFactsOf({ scans, vex }, subject, asOf);
}

/** The one scan fact of these; throws where there is none. */
export function onlyScan(facts: readonly External[]): ScanFact {
  return ScanFact.parse(facts.find(({ kind }) => kind === "vulnerability-scan")?.data);
}
