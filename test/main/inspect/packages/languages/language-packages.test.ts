// Packages of languages as a container would see them: through layers, links, limits, and the whole way from a source.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { memoryFactCache } from "../../../../../main/inspect/fact-cache.ts";
import { inspectImages } from "../../../../../main/inspect/inspect-images.ts";
import { walkView } from "../../../../../main/inspect/layer/merged-view.ts";
import { LanguagePackages } from "../../../../../main/inspect/packages/languages/language-packages.ts";
import type { NewMember } from "../../../../../main/tar/write-tar.ts";
import type { Facts } from "../../../../../shared/model/facts.ts";
import { goProgram } from "../../../../support/go-program-builder.ts";
import { image, memorySource } from "../../../../support/image-builder.ts";
import { filesOf } from "../../../../support/layer-of.ts";
import { dir, file, hardlink, opaque, symlink, whiteout } from "../../../../support/tar-entries.ts";
import { zipOf } from "../../../../support/zip-builder.ts";

const npm = (name: string, version: string) => JSON.stringify({ name, version });
const at = (name: string) => `/app/node_modules/${name}/package.json`;

async function packagesOf(...layers: readonly (readonly NewMember[])[]) {
  const files = await filesOf(...layers);
  const languages = new LanguagePackages(files);
  walkView(files.view, (path, node) => languages.see(path, node));
  const packages = languages.end();
  return {
    packages,
    lines: packages.map(({ type, name, version, layer, path }) => `${type} ${name} ${version} ${layer} ${path}`),
    limits: files.limits.sorted().map(({ weight, fact, reason }) => `${weight} ${fact} ${reason}`),
    missing: files.missing,
  };
}

/** The facts of one image of these layers, read as an audit reads them. */
async function factsOf(env: readonly string[], ...layers: readonly (readonly NewMember[])[]): Promise<Facts> {
  const built = layers.reduce((sum, members) => sum.layer(...members), image().tag("a:1").config({ Env: env }));
  const source = memorySource([built]);
  const never = new AbortController().signal;
  const keys = (await source.list(never)).images.map(({ key }) => key);
  let facts: Facts | null = null;
  for await (const event of inspectImages(source, keys, { cache: memoryFactCache() }, never)) {
    if (event.kind === "facts") facts = event.inspected.facts;
  }
  if (facts === null) throw new Error("the image gave no facts");
  return facts;
}

describe("the merged view's packages", () => {
  it("have the layer of their manifest; one that was deleted or replaced does not count", async () => {
    const { lines } = await packagesOf(
      [file(at("kept"), npm("kept", "1")), file(at("gone"), npm("gone", "1")), file(at("new"), npm("new", "1"))],
      [whiteout("/app/node_modules/gone"), file(at("new"), npm("new", "2"))],
    );
    expect(lines).toEqual([`npm kept 1 0 ${at("kept")}`, `npm new 2 1 ${at("new")}`]);
  });

  it("of a folder that a later layer made anew are the new ones", async () => {
    const { lines } = await packagesOf(
      [file(at("old"), npm("old", "1"))],
      [dir("/app/node_modules"), opaque("/app/node_modules"), file(at("new"), npm("new", "1"))],
    );
    expect(lines).toEqual([`npm new 1 1 ${at("new")}`]);
  });

  it("count once through symbolic links and at each place of a hard link", async () => {
    const { lines, missing } = await packagesOf([
      file(at("a"), npm("a", "1")),
      symlink("/app/node_modules/b", "a"),
      hardlink("/web/node_modules/a/package.json", at("a")),
    ]);
    expect(lines).toEqual([`npm a 1 0 ${at("a")}`, "npm a 1 0 /web/node_modules/a/package.json"]);
    expect(missing).toEqual([]);
  });

  it("of a replaced program are those of its successor, also within one layer", async () => {
    const go = (version: string) => goProgram({ version, modules: null });
    const mode = { mode: 0o755 };
    const below = [file("/bin/x", go("go1.20.1"), mode), file("/bin/x", go("go1.21.1"), mode)];
    expect((await packagesOf(below)).lines).toEqual(["golang stdlib 1.21.1 0 /bin/x"]);
    const script = [...below, file("/bin/x", "#!/bin/sh\n".repeat(20_000), mode)];
    expect((await packagesOf(script)).lines).toEqual([]);
    expect((await packagesOf(below, [file("/bin/x", "short", mode)])).lines).toEqual([]);
  });

  it("come in order, each of an archive once", async () => {
    const pom = { name: "META-INF/maven/g/a/pom.properties", content: "groupId=g\nartifactId=a\nversion=1\n" };
    const inner = { name: "BOOT-INF/lib/a.jar", content: zipOf([pom]) };
    const { lines } = await packagesOf([
      file("/app/z.jar", zipOf([pom, inner])),
      file("/app/Web.deps.json", JSON.stringify({ libraries: { "N/1": { type: "package" } } })),
      file("/v/composer/installed.json", JSON.stringify([{ name: "p/q", version: "1" }])),
      file("/r/specifications/rake-1.gemspec", "# stub: rake 1 ruby lib\n"),
      file("/p/a-1.dist-info/METADATA", "Name: a\nVersion: 1\n"),
    ]);
    expect(lines).toEqual([
      "composer p/q 1 0 /v/composer/installed.json",
      "gem rake 1 0 /r/specifications/rake-1.gemspec",
      "maven g:a 1 0 /app/z.jar",
      "nuget N 1 0 /app/Web.deps.json",
      "pypi a 1 0 /p/a-1.dist-info/METADATA",
    ]);
  });

  it("that were not read become notes, one a kind and reason", async () => {
    const { lines, limits } = await packagesOf([
      file(at("huge"), `{"x":"${"x".repeat(1024 * 1024)}"}`),
      file(at("odd"), "{"),
      file(at("local"), '{"name":"local"}'),
      file("/app/no-version.jar", zipOf([{ name: "a", content: "b" }])),
    ]);
    expect(lines).toEqual([]);
    expect(limits).toEqual([
      "note packages 1 maven entries name no package with its version and were left out, for instance in /app/no-version.jar",
      `note packages 1 npm packages were not read, because their file has more than 1048576 bytes, for instance ${at("huge")}`,
      `note packages 2 npm entries name no package with its version and were left out, for instance in ${at("local")}`,
    ]);
  });
});

describe("an image", () => {
  it("has the packages of a manifest that its archive holds under another name", async () => {
    const facts = await factsOf(
      [],
      [file("/store/1f/2e", npm("a", "1")), hardlink(at("a"), "/store/1f/2e"), file("/etc/os-release", "ID=debian\n")],
    );
    expect(facts.packages).toMatchObject([{ type: "npm", name: "a", version: "1", layer: 0, path: at("a") }]);
    expect(facts.limits.filter(({ fact }) => fact === "packages")).toEqual([]);
  });

  it("shows each version of Go once, from the programs rather than from the environment", async () => {
    const program = (path: string, version: string) =>
      file(path, goProgram({ version, modules: null }), { mode: 0o755 });
    const facts = await factsOf(
      ["GOLANG_VERSION=1.25.0"],
      [program("/app/b", "go1.22.3"), program("/app/a", "go1.22.3"), program("/app/c", "go1.20")],
    );
    expect(facts.runtimes).toMatchObject([
      {
        product: "go",
        version: "1.20",
        evidence: "/app/c",
        by: "file",
        conflicts: [{ evidence: "env GOLANG_VERSION" }],
      },
      { product: "go", version: "1.22.3", evidence: "/app/a", by: "file" },
    ]);
    expect(facts.runtimes).toHaveLength(2);
  });

  it("shows the runtime in a self-contained .NET program and the banner of a program behind a link", async () => {
    const redis = Buffer.concat([Buffer.alloc(100_000), Buffer.from("\x007.2.4buildkitsandbox-1716300000000000000\0")]);
    const facts = await factsOf(
      ["REDIS_VERSION=6.2.0"],
      [
        file(
          "/app/Web.deps.json",
          JSON.stringify({
            libraries: { "runtimepack.Microsoft.NETCore.App.Runtime.linux-x64/8.0.6": { type: "runtimepack" } },
          }),
        ),
        file("/opt/redis/server", redis, { mode: 0o755 }),
        symlink("/usr/local/bin/redis-server", "/opt/redis/server"),
      ],
    );
    expect(facts.runtimes).toMatchObject([
      { product: "dotnet", version: "8.0.6", evidence: "/app/Web.deps.json", by: "file" },
      {
        product: "redis",
        version: "7.2.4",
        evidence: "/usr/local/bin/redis-server",
        by: "file",
        conflicts: [{ evidence: "env REDIS_VERSION", version: "6.2.0" }],
      },
    ]);
  });
});

it("the packages of this very checkout are found as its manifests say", async () => {
  const root = join(import.meta.dirname, "../../../../../node_modules");
  const members: NewMember[] = [];
  const expected: string[] = [];
  const visit = (folder: string) => {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (name.startsWith("@")) visit(path);
      else {
        if (!statSync(path).isDirectory()) continue;
        const manifest = join(path, "package.json");
        if (statSync(manifest, { throwIfNoEntry: false })?.isFile() !== true) continue;
        const inImage = `/app/node_modules${manifest.slice(root.length)}`;
        members.push(file(inImage, readFileSync(manifest)));
        const { name: called, version } = JSON.parse(readFileSync(manifest, "utf8")) as Record<string, unknown>;
        if (typeof called === "string" && typeof version === "string") expected.push(`${called} ${version} ${inImage}`);
        const inner = join(path, "node_modules");
        if (statSync(inner, { throwIfNoEntry: false })?.isDirectory() === true) visit(inner);
      }
    }
  };
  visit(root);
  const { packages } = await packagesOf(members);
  expect(packages.map(({ name, version, path }) => `${name} ${version} ${path}`).sort()).toEqual(expected.sort());
  expect(expected.length).toBeGreaterThan(300);
});
