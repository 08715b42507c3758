// The house, held by its imports: one table of who may know whom, walked over every file.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import { beforeAll, describe, expect, it } from "vitest";

const judging = ["control", "lifecycle", "hardened", "vulnerability", "advice", "evidence", "data", "store"] as const;

/** Rooms that exist in main/, and what each may import besides itself, shared/ and the small files beside the rooms. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  tar: [],
  source: ["tar"],
  inspect: ["tar", "main/source/image-source.ts"],
  ...Object.fromEntries(judging.map((room) => [room, []])),
  surroundings: [
    ...["engine-client", "endpoint", "open-engine"].map((name) => `main/source/engine/${name}.ts`),
    ...["image-config", "json-bounds", "list-of", "source-world"].map((name) => `main/source/${name}.ts`),
    ...["detect-value", "mask-echoes", "secret-name", "secret-span"].map((name) => `main/inspect/secrets/${name}.ts`),
  ],
  worker: ["source", "inspect", "surroundings", "main/store/byte-cache.ts"],
  cli: ["source", "inspect", "surroundings", "worker", ...judging],
  desktop: ["worker", ...judging],
};
/** Beside the rooms: who may be imported by everyone, and the two files that join rooms. */
const forEveryone = [
  "main/abort.ts",
  "main/atomic-write.ts",
  "main/file-error.ts",
  "main/file-lock.ts",
  "main/scanner.ts",
  "main/unreached.ts",
  "main/version.ts",
];
const joining: Readonly<Record<string, readonly string[]>> = {
  "main/audit.ts": ["control", "lifecycle", "hardened", "data", "main/scan-evidence.ts"],
  "main/calendar.ts": ["lifecycle", "data", "main/portfolio.ts"],
  "main/catalogues.ts": ["data", "control"],
  "main/entitled-images.ts": ["main/portfolio.ts"],
  "main/environment.ts": [],
  "main/host.ts": [],
  "main/portfolio.ts": ["lifecycle"],
  "main/recommend.ts": ["advice", "data", "lifecycle"],
  "main/rejudge.ts": ["control", "main/audit.ts"],
  "main/reminders.ts": ["control", "evidence", "lifecycle", "store", "main/portfolio.ts"],
  "main/review.ts": ["evidence", "main/portfolio.ts"],
  "main/sbom.ts": ["evidence", "main/source/json-bounds.ts"],
  "main/scan-evidence.ts": ["vulnerability"],
  "main/system-clock.ts": [],
};
const roots = ["main/cli/main.ts", "main/desktop/app.ts", "main/worker/entry.ts"];

interface Import {
  readonly from: string;
  readonly to: string;
}
let imports: Import[] = [];
let outside: Import[] = [];
let modules: string[] = [];

beforeAll(async () => {
  const result = await cruise(["main", "shared", "renderer"], {
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\.(css|json|svg|woff2|png)$" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js", ".json"] },
  });
  const { modules: found } = result.output as ICruiseResult;
  const own = found.filter((module) => /^(main|shared|renderer)\//.test(module.source));
  modules = own.map((module) => module.source);
  const all = own.flatMap((module) => module.dependencies.map((to) => ({ from: module.source, to: to.resolved })));
  imports = all.filter(({ to }) => /^(main|shared|renderer)\//.test(to));
  outside = all.filter(({ to }) => !/^(main|shared|renderer)\//.test(to));
}, 120_000);

const roomOf = (path: string): string | null => /^main\/([^/]+)\//.exec(path)?.[1] ?? null;
const asText = ({ from, to }: Import): string => `${from} -> ${to}`;

describe("imports", () => {
  it("were really walked: every TypeScript file of the house is among them", () => {
    const files = ["main", "shared", "renderer"].flatMap((area) => sources(area));
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((file) => !modules.includes(file))).toEqual([]);
    expect(imports.length).toBeGreaterThan(files.length);
  });

  it("shared knows nobody, the renderer knows shared alone", () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        (from.startsWith("shared/") && !to.startsWith("shared/")) ||
        (from.startsWith("renderer/") && to.startsWith("main/")),
    );
    expect(wrong.map(asText)).toEqual([]);
    expect(
      imports.filter(({ from, to }) => from.startsWith("main/") && to.startsWith("renderer/")).map(asText),
    ).toEqual([]);
  });

  it("every folder of main is a room of the table", () => {
    const rooms = readdirSync("main", { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(rooms.map((entry) => entry.name).filter((name) => mayImport[name] === undefined)).toEqual([]);
    const beside = readdirSync("main")
      .filter((name) => name.endsWith(".ts"))
      .map((name) => `main/${name}`);
    expect(beside.filter((file) => !forEveryone.includes(file) && joining[file] === undefined)).toEqual([]);
  });

  it("rooms import only what the table allows", () => {
    const wrong = imports.filter(({ from, to }) => {
      if (!from.startsWith("main/") || to.startsWith("shared/") || forEveryone.includes(to)) return false;
      const room = roomOf(from);
      const other = roomOf(to);
      if (room === null) return !(joining[from] ?? []).some((allowed) => allowed === other || allowed === to);
      if (room === other) return false;
      if (other === null) return !["cli", "desktop", "worker"].includes(room);
      return !(mayImport[room] ?? []).some((allowed) => allowed === other || allowed === to);
    });
    expect(wrong.map(asText)).toEqual([]);
  });

  it("nobody imports a composition root", () => {
    expect(imports.filter(({ to }) => roots.includes(to)).map(asText)).toEqual([]);
  });

  it("only desktop imports electron, only the engine adapter dockerode", () => {
    const electron = outside.filter(
      ({ from, to }) => /(^|\/)electron(-store)?(\/|$)/.test(to) && !from.startsWith("main/desktop/"),
    );
    expect(electron.map(asText)).toEqual([]);
    const dockerode = outside.filter(
      ({ from, to }) => /(^|\/)dockerode(\/|$)/.test(to) && !from.startsWith("main/source/engine/"),
    );
    expect(dockerode.map(asText)).toEqual([]);
  });

  it("has no cycle between files", () => {
    const graph = new Map<string, string[]>();
    for (const { from, to } of imports) graph.set(from, [...(graph.get(from) ?? []), to]);
    expect(findCycle(graph)).toEqual([]);
  });
});

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith(".d.ts") ? [path] : [];
  });
}

/** The files of one cycle, first to last; empty when there is none. */
function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const walk = (node: string, trail: readonly string[]): string[] => {
    const at = trail.indexOf(node);
    if (at >= 0) return [...trail.slice(at), node];
    if (done.has(node)) return [];
    for (const next of graph.get(node) ?? []) {
      const cycle = walk(next, [...trail, node]);
      if (cycle.length > 0) return cycle;
    }
    done.add(node);
    return [];
  };
  for (const node of graph.keys()) {
    const cycle = walk(node, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
