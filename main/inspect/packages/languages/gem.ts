// Specifications of installed gems. They are Ruby programs (guides.rubygems.org, "specification reference") and never run
// here: RubyGems itself writes a `# stub: NAME VERSION PLATFORM PATHS` line for readers in a hurry, and literals stand in
// the assignments. The file is always called after the gem.
import { basename } from "node:path/posix";
import type { PackageDatabase } from "../package-database.ts";
import { databaseOf, packageOf, wordOf } from "./manifest-value.ts";

const stub = /^# stub: (\S+) (\d\S*) /m;
const literalName = /^[ \t]*[a-z_]\w*\.name[ \t]*=[ \t]*(["'])([\w.-]+)\1/m;
const literalVersion = /^[ \t]*[a-z_]\w*\.version[ \t]*=[ \t]*(?:Gem::Version\.new\(?[ \t]*)?(["'])(\d[\w.-]*)\1/m;

/** The one gem; malformed when neither the text nor the name of the file tells its name and version. */
export function parseGemspec(body: Buffer, path: string): PackageDatabase {
  const text = body.toString("utf8");
  const [, stubName, stubVersion] = stub.exec(text.slice(0, 2000)) ?? [];
  if (stubName !== undefined) return databaseOf("gem", [packageOf(stubName, stubVersion)]);
  const name = literalName.exec(text)?.[2];
  const version = literalVersion.exec(text)?.[2] ?? versionInFileName(path, wordOf(name));
  return databaseOf("gem", [packageOf(name, version)]);
}

/** `rake-13.0.6.gemspec` of the gem `rake` -> `13.0.6`; a platform may follow. */
function versionInFileName(path: string, name: string | null): string | null {
  const file = basename(path, ".gemspec");
  if (name === null || !file.startsWith(`${name}-`)) return null;
  return /^\d+(?:\.[0-9A-Za-z]+)*/.exec(file.slice(name.length + 1))?.[0] ?? null;
}
