// Situations of support, updates and scans, with the verdict each deserves.
import type { Facts, Os, OsSupport } from "../../../../shared/model/facts.ts";
import { day, idOf } from "../../../support/kept-run.ts";
import { surroundingGap } from "../../../support/surroundings.ts";
import { type Cases, deb, debian, packageOf, type SrgCase, scan } from "./situation.ts";

const supported = (parts: Partial<OsSupport>): Partial<Facts> => {
  const support: OsSupport = {
    until: day("2028-06-30"),
    status: "supported",
    source: "endoflife.date",
    date: day("2026-11-01"),
    ...parts,
  };
  return { os: { ...debian, support } satisfies Os };
};
const open = (over: object) => ({ id: "CVE-1", package: "zlib", severity: "low", fixedIn: "1.3", ...over });
const noScan: SrgCase = { name: "no scan", expect: "not-assessed", facts: {}, says: /no vulnerability scan/ };
const stock = (parts: object) => ({
  engine: { stock: { images: 5, unusedImages: [], danglingImages: 0, running: 1, stopped: [], ...parts } },
});

export const cases: Cases = {
  "image-srg:os-supported": [
    { name: "long before the end", expect: "pass", facts: supported({}), says: /until 2028-06-30/ },
    {
      name: "within the notice period",
      expect: "pass",
      facts: supported({ until: day("2026-12-24") }),
      says: /until 2026-12-24, 30 more days: plan/,
    },
    {
      name: "the last day itself",
      expect: "pass",
      facts: supported({ until: day("2026-11-24") }),
      says: /0 more days/,
    },
    {
      name: "the day after",
      expect: "fail",
      facts: supported({ until: day("2026-11-23") }),
      says: /ended on 2026-11-23 \(endoflife\.date, data of 2026-11-01\)/,
    },
    {
      name: "over, by old data",
      expect: "fail",
      facts: supported({ until: day("2024-01-01"), date: day("2020-01-01") }),
    },
    { name: "over without a day", expect: "fail", facts: supported({ until: null, status: "eol" }) },
    { name: "no end set", expect: "pass", facts: supported({ until: null }), says: /no end set/ },
    {
      name: "data too old to prove it",
      expect: "not-assessed",
      facts: supported({ date: day("2026-01-01") }),
      says: /too old/,
    },
    { name: "a rolling release", expect: "not-assessed", facts: supported({ until: null, status: "rolling" }) },
    { name: "an unknown release", expect: "not-assessed", facts: supported({ until: null, status: "unknown" }) },
    { name: "no lifecycle data", expect: "not-assessed", facts: { os: debian } },
    { name: "scratch", expect: "not-applicable", facts: {} },
  ],
  "image-srg:security-updates": [
    { name: "nothing open", expect: "pass", facts: scan([]) },
    { name: "no fix yet", expect: "pass", facts: scan([open({ fixedIn: null })]) },
    { name: "a young fix", expect: "pass", facts: scan([open({ fixedOn: "2026-11-10" })]), says: /since 2026-11-10/ },
    { name: "an old fix", expect: "fail", facts: scan([open({ fixedOn: "2026-10-01" })]), says: /zlib CVE-1/ },
    { name: "a fix of unknown age", expect: "fail", facts: scan([open({})]) },
    {
      name: "a longer time allowed",
      expect: "pass",
      facts: scan([open({ fixedOn: "2026-10-01" })]),
      policy: { maximumScanAgeDays: 60 },
    },
    { name: "an old scan", expect: "not-assessed", facts: scan([], { scannedOn: "2026-09-01" }) },
    noScan,
  ],
  "image-srg:vuln-scan": [
    { name: "recent", expect: "pass", facts: scan([open({})]) },
    { name: "too old", expect: "fail", facts: scan([], { scannedOn: "2026-09-01" }), says: /older than 30 days/ },
    { name: "with an old database", expect: "fail", facts: scan([], { databaseOn: "2026-09-01" }) },
    {
      name: "as old as is allowed",
      expect: "pass",
      facts: scan([], { scannedOn: "2026-09-01" }),
      policy: { maximumScanAgeDays: 90 },
    },
    { name: "of another image", expect: "not-assessed", facts: scan([], { image: idOf("9") }) },
    noScan,
  ],
  "image-srg:old-components": [
    {
      name: "each once",
      expect: "pass",
      facts: { os: debian, packages: [deb("zlib1g"), deb("libssl1.1"), deb("libssl3")] },
    },
    {
      name: "two architectures",
      expect: "pass",
      facts: { os: debian, packages: [deb("zlib1g"), deb("zlib1g", { arch: "i386", version: "2" })] },
    },
    {
      name: "kernels and keys side by side",
      expect: "pass",
      facts: {
        os: debian,
        packages: [
          packageOf("rpm", "kernel-core"),
          packageOf("rpm", "kernel-core", { version: "2" }),
          packageOf("rpm", "gpg-pubkey"),
          packageOf("rpm", "gpg-pubkey", { version: "2" }),
        ],
      },
    },
    {
      name: "language packages in several versions",
      expect: "pass",
      facts: {
        os: debian,
        packages: [deb("zlib1g"), packageOf("npm", "ms"), packageOf("npm", "ms", { version: "2" })],
      },
      says: /1 packages of programming languages/,
    },
    {
      name: "twice",
      expect: "fail",
      facts: { os: debian, packages: [packageOf("rpm", "zlib"), packageOf("rpm", "zlib", { version: "2" })] },
      says: /versions 1\.0, 2/,
    },
    {
      name: "twice, allowed",
      expect: "pass",
      facts: { os: debian, packages: [packageOf("rpm", "zlib"), packageOf("rpm", "zlib", { version: "2" })] },
      policy: { allowedPackages: ["zlib"] },
    },
    { name: "no package database", expect: "not-assessed", facts: { os: debian } },
    { name: "scratch", expect: "not-applicable", facts: {} },
  ],
  "image-srg:old-images": [
    { name: "all used", expect: "pass", ...stock({}) },
    { name: "dangling", expect: "fail", ...stock({ danglingImages: 2 }), says: /2 images lost their name/ },
    {
      name: "several of one repository",
      expect: "fail",
      ...stock({ unusedImages: ["app:1", "app:2"] }),
      says: /app:1, app:2/,
    },
    {
      name: "within what is allowed",
      expect: "pass",
      ...stock({ unusedImages: ["app:1", "app:2"] }),
      policy: { maximumUnusedImages: 2 },
    },
    { name: "one that may be the newest", expect: "manual", ...stock({ unusedImages: ["app:1"] }), says: /app:1/ },
    { name: "images were not listed", expect: "not-assessed", engine: { limits: [surroundingGap("engine.stock")] } },
  ],
};
