// Manifests of language packages, one of each kind, and archives and programs that hold such manifests.
import type { NewMember } from "../../../main/tar/write-tar.ts";
import { goProgram } from "../go-program-builder.ts";
import { file } from "../tar-entries.ts";
import { zipOf } from "../zip-builder.ts";

const manifest = "Manifest-Version: 1.0\r\nImplementation-Title: thing\r\nImplementation-Version: 1.2.3\r\n\r\n";
const pom = "groupId=org.example\nartifactId=inner\nversion=4.5.6\n";
const inner = zipOf([
  { name: "META-INF/MANIFEST.MF", content: manifest },
  { name: "META-INF/maven/org.example/inner/pom.properties", content: pom },
]);
const modules = "path\texample.org/app\nmod\texample.org/app\tv1.2.3\t\ndep\tgolang.org/x/net\tv0.1.0\th1:abc=\n";

export const languageFiles: readonly NewMember[] = [
  file("/app/node_modules/left-pad/package.json", '{"name":"left-pad","version":"1.3.0","license":"WTFPL"}'),
  file(
    "/usr/lib/python3/dist-packages/six-1.16.0.dist-info/METADATA",
    "Metadata-Version: 2.1\nName: six\nVersion: 1.16.0\n\nx",
  ),
  file("/usr/lib/python3/dist-packages/old.egg-info/PKG-INFO", "Metadata-Version: 1.0\nName: old\nVersion: 2\n"),
  file("/usr/lib/ruby/gems/3.1.0/specifications/rake-13.0.6.gemspec", 's.name = "rake".freeze\ns.version = "13.0.6"\n'),
  file("/app/vendor/composer/installed.json", '{"packages":[{"name":"a/b","version":"v1.0.0"}]}'),
  file(
    "/app/App.deps.json",
    '{"libraries":{"Newtonsoft.Json/13.0.1":{"type":"package"},"App/1.0.0":{"type":"project"}}}',
  ),
  file("/app/lib.jar", inner),
  file(
    "/app/app.jar",
    zipOf([
      { name: "META-INF/MANIFEST.MF", content: manifest },
      { name: "BOOT-INF/lib/inner.jar", content: inner, stored: true },
    ]),
  ),
];

/** Programs are large, so they are a layer of their own. */
export const programFiles: readonly NewMember[] = [
  file("/app/server", goProgram({ version: "go1.22.3", modules }), { mode: 0o755 }),
  file("/app/older", goProgram({ version: "go1.16", modules, layout: "pointer", before: 0x40 }), { mode: 0o755 }),
];
