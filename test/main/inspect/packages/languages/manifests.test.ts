// Manifests of one language package or a list of them: which files they are, what they say, and what is none.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keepOf } from "../../../../../main/inspect/layer/capture.ts";
import { parseComposer } from "../../../../../main/inspect/packages/languages/composer.ts";
import { parseGemspec } from "../../../../../main/inspect/packages/languages/gem.ts";
import { parseJar } from "../../../../../main/inspect/packages/languages/jar.ts";
import { type ManifestKind, manifestKind } from "../../../../../main/inspect/packages/languages/manifest.ts";
import { parseNpm } from "../../../../../main/inspect/packages/languages/npm.ts";
import { parseDotnetDeps } from "../../../../../main/inspect/packages/languages/nuget.ts";
import { parsePython } from "../../../../../main/inspect/packages/languages/pypi.ts";
import { maxPackages, type PackageDatabase } from "../../../../../main/inspect/packages/package-database.ts";

const parsers: Readonly<Record<ManifestKind, (body: Buffer, path: string) => PackageDatabase>> = {
  npm: parseNpm,
  pypi: parsePython,
  gem: parseGemspec,
  maven: parseJar,
  composer: parseComposer,
  nuget: parseDotnetDeps,
};

/** `name@version` of each package, and how many entries were malformed. */
function read(kind: ManifestKind, text: string | Buffer, path = "/x"): readonly [string[], number] {
  const { type, packages, malformed } = parsers[kind](Buffer.from(text), path);
  expect(type).toBe(kind);
  return [packages.map(({ name, version }) => `${name}@${version}`), malformed];
}

describe("manifestKind", () => {
  it.each([
    ["/app/node_modules/express/package.json", "npm"],
    ["/usr/lib/node_modules/@scope/tool/package.json", "npm"],
    ["/app/node_modules/.pnpm/a@1.0.0/node_modules/a/package.json", "npm"],
    ["/app/node_modules/a/node_modules/b/package.json", "npm"],
    ["/app/package.json", null],
    ["/app/node_modules/a/dist/esm/package.json", null],
    ["/app/node_modules/@scope/package.json", null],
    ["/usr/lib/python3/dist-packages/six-1.16.0.dist-info/METADATA", "pypi"],
    ["/usr/lib/python3/dist-packages/PyYAML-6.0.egg-info/PKG-INFO", "pypi"],
    ["/usr/lib/python3/dist-packages/chardet-5.1.0.egg-info", "pypi"],
    ["/opt/a/site-packages/old-1-py3.8.egg/EGG-INFO/PKG-INFO", "pypi"],
    ["/src/PKG-INFO", null],
    ["/src/METADATA", null],
    ["/usr/lib/ruby/gems/3.1.0/specifications/default/json-2.6.1.gemspec", "gem"],
    ["/usr/local/bundle/specifications/rack-3.0.8.gemspec", "gem"],
    ["/usr/local/bundle/gems/rack-3.0.8/rack.gemspec", null],
    ["/app/app.jar", "maven"],
    ["/srv/webapps/a.war", "maven"],
    ["/srv/a.ear", "maven"],
    ["/app/app.tar", null],
    ["/app/vendor/composer/installed.json", "composer"],
    ["/app/installed.json", null],
    ["/app/Web.deps.json", "nuget"],
    ["/", null],
    ["", null],
  ] as const)("%j is %j", (path, kind) => {
    expect(manifestKind(path)).toBe(kind);
    if (kind !== null) expect(keepOf(path)).toBe(kind);
  });
});

describe("Node packages", () => {
  it.each([
    ['{"name":"@scope/a","version":"1.2.3-beta.1"}', ["@scope/a@1.2.3-beta.1"], 0],
    ['\ufeff{"version":"1.0.0","name":"a","private":true}', ["a@1.0.0"], 0],
    ['{"name":"a","private":true}', [], 1],
    ['{"type":"module"}', [], 1],
    ['{"name":{"toString":1},"version":["1"]}', [], 1],
    ['{"name":"a","version":1}', [], 1],
    ['{"__proto__":{"name":"a","version":"1"}}', [], 1],
    ['{"name":"a b","version":"1\\n2"}', [], 1],
    [`{"name":"${"a".repeat(401)}","version":"1"}`, [], 1],
    ["[]", [], 1],
    ["null", [], 1],
    ["", [], 1],
    [`${"[".repeat(500_000)}`, [], 1],
    [`${'{"a":'.repeat(200_000)}1${"}".repeat(200_000)}`, [], 1],
  ])("%.60s", (text, packages, malformed) => {
    expect(read("npm", text)).toEqual([packages, malformed]);
  });
});

describe("Python projects", () => {
  it.each([
    ["Metadata-Version: 2.1\nName: requests\nVersion: 2.31.0\nSummary: x\n\nName: other\n", ["requests@2.31.0"], 0],
    ["Metadata-Version: 1.0\r\nname: Foo.Bar\r\nVERSION:1.0\r\n", ["Foo.Bar@1.0"], 0],
    ["Name: a\nName: b\nVersion: 1\nVersion: 2\n", ["a@1"], 0],
    ["Name: a\nSummary: x\n Version: 9\nVersion: 1\n", ["a@1"], 0],
    ["Name: a\n\nVersion: 1\n", [], 1],
    ["Version: 1\n", [], 1],
    ["Name: !!python/object:os.system\nVersion: &a [*a]\n", [], 1],
    ["Name: a\nVersion: 1 2\n", [], 1],
  ])("%j", (text, packages, malformed) => {
    expect(read("pypi", text)).toEqual([packages, malformed]);
  });

  it("do not speak in invalid UTF-8", () => {
    expect(read("pypi", Buffer.from("Name: \xff\xfe\nVersion: 1\n", "latin1"))).toEqual([[], 1]);
  });
});

describe("Ruby gems", () => {
  const path = "/usr/local/bundle/specifications/nokogiri-1.15.4-x86_64-linux.gemspec";
  it.each([
    ['# -*- encoding: utf-8 -*-\n# stub: nokogiri 1.15.4 x86_64-linux lib\n\ns.name = "x"\n', ["nokogiri@1.15.4"], 0],
    ['Gem::Specification.new do |s|\n  s.name = "rake".freeze\n  s.version = "13.0.6"\nend', ["rake@13.0.6"], 0],
    ["spec.name = 'rake'\nspec.version = Gem::Version.new('13.0.6')", ["rake@13.0.6"], 0],
    ['s.name = "nokogiri"\ns.version = Nokogiri::VERSION', ["nokogiri@1.15.4"], 0],
    ['s.name = "other"\ns.version = `id`', [], 1],
    ['s.name = "a#{system(:id)}"\ns.version = "1"', [], 1],
    ["raise 'x'", [], 1],
  ])("%j", (text, packages, malformed) => {
    expect(read("gem", text, path)).toEqual([packages, malformed]);
  });
});

describe("Composer packages", () => {
  it.each([
    ['[{"name":"a/b","version":"v1.0.0"}]', ["a/b@v1.0.0"], 0],
    [
      '{"packages":[{"name":"a/b","version":"1"},{"name":"c/d","version":"dev-main"}],"dev":true}',
      ["a/b@1", "c/d@dev-main"],
      0,
    ],
    ['{"packages":[{"name":"a/b"},null,7,"x",{"name":"c/d","version":"2"}]}', ["c/d@2"], 4],
    ['{"packages":{}}', [], 1],
    ["{}", [], 1],
    ["[]", [], 0],
  ])("%j", (text, packages, malformed) => {
    expect(read("composer", text)).toEqual([packages, malformed]);
  });

  it("are cut where there are more than any image has", () => {
    const list = JSON.stringify(Array.from({ length: maxPackages + 5 }, () => ({ name: "a", version: "1" })));
    const { packages, cut } = parseComposer(Buffer.from(list));
    expect([packages.length, cut]).toEqual([maxPackages, true]);
  });
});

describe(".NET libraries", () => {
  const deps = (libraries: object) =>
    JSON.stringify({ runtimeTarget: { name: ".NETCoreApp,Version=v8.0" }, libraries });
  it.each([
    [
      deps({
        "Web/1.0.0": { type: "project", serviceable: false },
        "Newtonsoft.Json/13.0.3": { type: "package", serviceable: true, sha512: "x" },
        "runtimepack.Microsoft.NETCore.App.Runtime.linux-x64/8.0.6": { type: "runtimepack" },
      }),
      ["Newtonsoft.Json@13.0.3", "Microsoft.NETCore.App.Runtime.linux-x64@8.0.6"],
      0,
    ],
    [deps({ NoVersion: { type: "package" }, "/1": { type: "package" }, a: null, "b/1": "package" }), [], 2],
    [deps([]), [], 0],
    ['{"libraries":{"__proto__":{"type":"package"},"constructor/1":{"type":"package"}}}', ["constructor@1"], 1],
    ['{"runtimeTarget":{}}', [], 1],
  ])("%.80s", (text, packages, malformed) => {
    expect(read("nuget", text)).toEqual([packages, malformed]);
  });
});

it("no bytes whatsoever make a reader throw or name a package that is no word", () => {
  const kinds = Object.keys(parsers) as ManifestKind[];
  const starts = ["", '{"name":', "Name: ", "# stub: ", '{"libraries":{"', "PK\x03\x04", '{"packages":['];
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      fc.constantFrom(...starts),
      fc.uint8Array({ maxLength: 400 }),
      (kind, start, bytes) => {
        const { packages, malformed } = parsers[kind](Buffer.concat([Buffer.from(start, "latin1"), bytes]), "/a-1.jar");
        for (const { name, version } of packages) expect(`${name}@${version}`).not.toMatch(/[\s\x00-\x1f]/);
        expect(malformed).toBeGreaterThanOrEqual(0);
      },
    ),
    { numRuns: 2000, seed: 4 },
  );
});
