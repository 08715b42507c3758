// Things that only a few files may touch: raw IPC, the environment, the clock.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const files = ["main", "shared", "renderer"].flatMap(sources);

/** Pattern, who may use it, why. */
const rules: readonly { name: string; pattern: RegExp; only: readonly (string | RegExp)[] }[] = [
  {
    name: "raw ipc",
    pattern: /\b(ipcMain|ipcRenderer)\b|\.send\(wire/,
    only: ["main/desktop/ipc/serve.ts", "main/desktop/preload.ts"],
  },
  { name: "webContents.send", pattern: /webContents\.send\b/, only: [/^main\/desktop\/ipc\//] },
  {
    name: "process.env and argv",
    pattern: /\bprocess\.(env|argv)\b/,
    only: [
      "main/cli/main.ts",
      "main/cli/real-world.ts",
      "main/desktop/app.ts",
      "main/desktop/window.ts",
      "main/worker/entry.ts",
    ],
  },
  {
    name: "the real clock",
    pattern: /\bDate\.now\(|\bnew Date\(\)|performance\.now\(/,
    only: ["main/cli/real-world.ts", "main/desktop/app.ts", "main/worker/entry.ts", /^renderer\/bridge\//],
  },
  { name: "process.exit", pattern: /\bprocess\.exit\(/, only: ["main/cli/main.ts"] },
  { name: "dangerous React", pattern: /dangerouslySetInnerHTML|\beval\(|new Function\(/, only: [] },
];

describe("only a few files touch", () => {
  it.each(rules)("$name", ({ pattern, only }) => {
    const users = files.filter((file) => pattern.test(withoutComments(readFileSync(file, "utf8"))));
    const strangers = users.filter(
      (file) => !only.some((one) => (typeof one === "string" ? one === file : one.test(file))),
    );
    expect(strangers).toEqual([]);
  });

  it("and the rules see the files they name, so that none is out of date", () => {
    const named = rules.flatMap((rule) => rule.only.filter((one): one is string => typeof one === "string"));
    expect(named.filter((file) => !files.includes(file))).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}
