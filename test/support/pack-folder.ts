// Packs for tests: folders on disk from a head and one control, whose check a case states.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export interface PackFolders {
  /** A folder with these files; its path. */
  readonly of: (files: Readonly<Record<string, string>>) => string;
  readonly remove: () => void;
}

export function packFolders(): PackFolders {
  const made: string[] = [];
  return {
    of: (files) => {
      const folder = mkdtempSync(join(tmpdir(), "plimsoll-pack-"));
      made.push(folder);
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), text);
      }
      return folder;
    },
    remove: () => {
      for (const folder of made) rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const packHead = `id: own
title: t
edition: "1"
version: "1.0.0"
source: s
notice: { en: a, de: b }
`;

/** Lines of a control but its check; the check begins at line 13 of a file that has `controls:` in its first. */
export function packControl(id: string, scope = "image"): string {
  return `  - id: "own:${id}"
    benchmark: own
    section: s
    title: { en: a, de: b }
    severity: low
    severityGround: { en: a, de: b }
    assessment: automated
    scope: ${scope}
    rule: { en: a, de: b }
    remediation: { en: a, de: b }
    mappings: []
`;
}

/** The files of a pack with one control whose check is these lines, indented by six. */
export function packWith(check: string, scope = "image"): Record<string, string> {
  const lines = check.split("\n").map((line) => (line === "" ? "" : `      ${line}`));
  return {
    "benchmark.yaml": packHead,
    "a.yaml": `controls:\n${packControl("one", scope)}    check:\n${lines.join("\n")}\n`,
  };
}
