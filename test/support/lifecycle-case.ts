// One case of lifecycle-testcases.json as facts: what the readers of inspect/ would make of such an image.
import { runtimesOf, wantsRuntimePath } from "../../main/inspect/runtimes/read-runtimes.ts";
import type { External, Facts, Os, Package } from "../../shared/model/facts.ts";
import { configWith, factsWith } from "./facts.ts";

export interface LifecycleCase {
  readonly name: string;
  readonly why: string;
  readonly osRelease?: Readonly<Record<string, string>> | null;
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly packages?: readonly { type: string; name: string; version: string; path?: string }[];
  readonly expected: Readonly<Record<string, unknown>>;
  readonly alsoExpected?: readonly Readonly<Record<string, unknown>>[];
}

const databases: Readonly<Record<string, string>> = {
  deb: "/var/lib/dpkg/status",
  apk: "/lib/apk/db/installed",
  rpm: "/var/lib/rpm/rpmdb.sqlite",
};

function packagesOf(given: LifecycleCase): Package[] {
  return (given.packages ?? []).map((each) => ({
    type: each.type === "go-buildinfo" ? "golang" : (each.type as "deb" | "apk" | "rpm"),
    name: each.name,
    version: each.version,
    arch: "",
    layer: 0,
    path: each.path ?? databases[each.type] ?? "",
  }));
}

function parseOsRelease(text: string): Record<string, string> {
  const pairs = text.split(/\r?\n/).map((line) => /^(\w+)=(["']?)(.*)\2$/.exec(line.trim()));
  return Object.fromEntries(pairs.flatMap((pair) => (pair === null ? [] : [[pair[1], pair[3]]])));
}

function osOf(given: LifecycleCase): Os | null {
  const files = given.files ?? {};
  const text = files["/etc/os-release"] ?? files["/usr/lib/os-release"];
  const release = given.osRelease ?? (text === undefined ? null : parseOsRelease(text));
  const rest = {
    product: null,
    cycle: null,
    ...(files["/etc/debian_version"] === undefined ? {} : { debianVersion: files["/etc/debian_version"].trim() }),
    ...(files["/etc/apk/repositories"] === undefined
      ? {}
      : { apkRepositories: files["/etc/apk/repositories"].trim().split("\n") }),
  };
  if (release !== null) {
    return {
      id: release["ID"] ?? "linux",
      versionId: release["VERSION_ID"] ?? null,
      prettyName: release["PRETTY_NAME"] ?? null,
      evidence: "/etc/os-release",
      release: { ...release },
      ...rest,
    };
  }
  const cpe = /^cpe:\/o:([^:]+):[^:]+:([^:]+)/.exec(files["/etc/system-release-cpe"] ?? "");
  const banner = /BusyBox v([\d.]+)/.exec(files["/bin/busybox"] ?? "");
  const [id, versionId, evidence] =
    cpe !== null ? [cpe[1], cpe[2], "/etc/system-release-cpe"] : ["busybox", banner?.[1], "/bin/busybox"];
  if (id === undefined || versionId === undefined) return null;
  return { id, versionId, prettyName: null, evidence, release: {}, ...rest };
}

function externalOf(files: Readonly<Record<string, string>>): External[] {
  return Object.entries(files)
    .filter(([path]) => path.startsWith("/root/buildinfo/content_manifests/"))
    .map(([path, text]) => ({
      kind: "rhel-content-manifest",
      source: path,
      digest: "",
      date: null,
      verified: false,
      data: JSON.parse(text),
    }));
}

/** The facts of the case's image. */
export function factsOfCase(given: LifecycleCase): Facts {
  const files = given.files ?? {};
  const env = Object.entries(given.env ?? {}).map(([name, value]) => ({ name, value }));
  const labels = { ...given.labels };
  const packages = packagesOf(given);
  const os = osOf(given);
  const runtimes = runtimesOf({
    env,
    labels,
    packages,
    os,
    file: (path) => (files[path] === undefined ? null : { text: files[path], layer: 0 }),
    paths: Object.keys(files)
      .filter(wantsRuntimePath)
      .map((path) => ({ path, layer: 0 })),
  });
  return factsWith({ os, packages, runtimes, config: configWith({ env, labels }), external: externalOf(files) });
}
