// Java runtimes: the vendor decides about the lifecycle, and the `release` file in the Java home names it. Its format is
// that of a shell fragment, `KEY="value"` a line, written by the JDK's own build (make/ReleaseFile.gmk).
import type { EnvEntry } from "../../../shared/model/facts.ts";
import type { Candidate } from "./candidate.ts";
import { isSystemPath } from "./candidate.ts";

/** Builds that a distribution makes and keeps alive itself. */
const distributionBuilders = /^(?:Debian|Ubuntu|Alpine|Fedora|Canonical|SUSE|openSUSE|Private Build|Homebrew|Arch)/i;

export interface FileText {
  readonly text: string;
  readonly layer: number;
}

/** Whether a path may be the `release` file of a Java home, wherever that is. */
export function isJavaRelease(path: string): boolean {
  return path.endsWith("/release") && path !== "/release" && path.length < 300;
}

function parseRelease(text: string): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const line of text.slice(0, 65_536).split(/\r?\n/).slice(0, 200)) {
    const match = /^([A-Z_]+)="?([^"]*)"?\s*$/.exec(line);
    if (match?.[1] !== undefined && match[2] !== undefined) keys.set(match[1], match[2].slice(0, 200));
  }
  return keys;
}

function vendorOf(keys: ReadonlyMap<string, string>): string | undefined {
  const implementor = keys.get("IMPLEMENTOR");
  if (implementor === undefined || implementor === "" || implementor === "N/A") return undefined;
  if (keys.has("GRAALVM_VERSION") && /oracle/i.test(implementor)) return "Oracle GraalVM";
  // Oracle's own JDK and its builds of OpenJDK name the same implementor; only the former are commercial builds.
  if (implementor === "Oracle Corporation" && keys.get("BUILD_TYPE") === "commercial") return "Oracle JDK";
  return implementor;
}

/** `21.0.12` with its build number where the file states it: `21.0.12+8`. */
function versionOf(keys: ReadonlyMap<string, string>): string | null {
  const version = keys.get("JAVA_VERSION");
  if (version === undefined || !/^\d/.test(version)) return null;
  for (const key of ["JAVA_RUNTIME_VERSION", "IMPLEMENTOR_VERSION"]) {
    const full = /^(?:[A-Za-z]+-)?(\d[\d._]*\+\d+)/.exec(keys.get(key) ?? "")?.[1];
    if (full?.startsWith(`${version}+`) === true) return full;
  }
  return version;
}

function releaseCandidate(path: string, file: FileText): Candidate | null {
  const keys = parseRelease(file.text);
  const version = versionOf(keys);
  if (version === null) return null;
  const vendor = vendorOf(keys);
  return {
    product: "java",
    version,
    evidence: path,
    by: "file",
    layer: file.layer,
    systemPath: isSystemPath(path),
    ...(vendor === undefined ? {} : { vendor }),
    ...(vendor !== undefined && distributionBuilders.test(vendor) ? { distroPackaged: true } : {}),
  };
}

/**
 * All signs of Java: the `release` file under `JAVA_HOME`, or where that leads nowhere every one found; then the claims of
 * `JAVA_VERSION` and `JAVA_HOME`. No vendor is guessed: without a file only Corretto's and OpenJ9's own marks name one.
 */
export function javaCandidates(
  env: readonly EnvEntry[],
  releasePaths: readonly string[],
  file: (path: string) => FileText | null,
): Candidate[] {
  const value = (name: string) => env.find((entry) => entry.name === name)?.value ?? undefined;
  const home = value("JAVA_HOME")?.replace(/\/+$/, "");
  const found: Candidate[] = [];
  const read = (path: string) => {
    const text = file(path);
    const candidate = text === null ? null : releaseCandidate(path, text);
    if (candidate !== null) found.push(candidate);
  };
  if (home?.startsWith("/") === true) read(`${home}/release`);
  if (found.length === 0) for (const path of releasePaths) read(path);

  const claimed = value("JAVA_VERSION");
  // Of Java 8 the folder is called `java-1.8.0-amazon-corretto`.
  const corretto = /\/java-(?:1\.(?=\d))?(\d[\d.]*)-amazon-corretto/.exec(home ?? "")?.[1];
  if (claimed !== undefined && /\d/.test(claimed)) {
    const openj9 = claimed.includes("openj9") ? { vendor: "IBM Corporation" } : {};
    found.push({ product: "java", version: claimed, evidence: "env JAVA_VERSION", by: "env", ...openj9 });
  } else if (corretto !== undefined) {
    found.push({ product: "java", version: corretto, evidence: "env JAVA_HOME", by: "env", vendor: "Amazon.com Inc." });
  }
  return found;
}
