// The same images as other programs write them: each form is read as Plimsoll reads it and held, entry by entry, against
// what the Docker engine makes of it (`docker export` of a created container) and against dpkg-query.
import { execFile } from "node:child_process";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, inject, it } from "vitest";
import { openSource } from "../../main/source/open-source.ts";
import type { SourceSpec } from "../../shared/model/source-spec.ts";
import { type ContainerTools, containerPrograms, containerTools } from "../support/container-tools.ts";
import { debianImage, type Suite } from "../support/debian-image.ts";
import { type Engine, engineAt } from "../support/engine.ts";
import { missingTools } from "../support/installed-tools.ts";
import {
  expectSameView,
  exportedEntries,
  queriedPackages,
  suites,
  type Truth,
  viewDockerfile,
  viewImage,
  viewOfSource,
} from "../support/merged-view-compare.ts";
import { sharedEngine } from "../support/shared-engine.ts";

const never = new AbortController().signal;
const absent = await missingTools(containerPrograms);

/** One image in one form: where it is written, and by whom; `truth` names the image in the engine that it must equal. */
interface Form {
  readonly writer: string;
  readonly kind: "archive" | "layout" | "engine";
  readonly name: string;
  readonly truth: "docker" | "buildah" | "umoci";
}
const forms: readonly Form[] = [
  { writer: "skopeo as an OCI layout, gzip", kind: "layout", name: "skopeo-gzip", truth: "docker" },
  { writer: "skopeo as an OCI archive, zstd", kind: "archive", name: "skopeo-zstd.tar", truth: "docker" },
  { writer: "skopeo as a docker archive", kind: "archive", name: "skopeo-docker.tar", truth: "docker" },
  { writer: "buildah, built and pushed as an OCI archive", kind: "archive", name: "buildah.tar", truth: "buildah" },
  { writer: "podman save as a docker archive", kind: "archive", name: "podman-docker.tar", truth: "buildah" },
  { writer: "podman save as an OCI archive", kind: "archive", name: "podman-oci.tar", truth: "buildah" },
  { writer: "podman save as an OCI layout", kind: "layout", name: "podman-oci", truth: "buildah" },
  { writer: "podman's socket", kind: "engine", name: "podman.sock", truth: "buildah" },
  { writer: "umoci, repacked after changes", kind: "layout", name: "umoci", truth: "umoci" },
];

/**
 * Changes to an unpacked root, so that umoci writes a layer of its own. (A folder replaced by a file or link is left out:
 * umoci then names what lay in it below the new file, which no engine loads.)
 */
const changes = `
rm -r t/opaque usr/share/doc/apt
mkdir t/umoci && echo x > t/umoci/new && ln t/umoci/new t/umoci/second
ln -s ../umoci/new t/swap/link && rm t/swap/again && mkdir -m 2755 t/swap/again
chmod g+s usr/bin/chage && chown 7:8 etc/debian_version && mkfifo t/umoci/pipe
rm -r t/link && mkdir t/link && echo y > t/link/inside
`;

async function writeForms(engine: Engine, tools: ContainerTools, folder: string, suite: Suite): Promise<void> {
  const at = (name: string) => join(folder, name);
  await engine.docker("save", "--output", at("save.tar"), await viewImage(engine, suite));
  const saved = `docker-archive:${at("save.tar")}`;
  await tools.skopeo("copy", "--quiet", saved, `oci:${at("skopeo-gzip")}:view`);
  const zstd = ["--dest-compress-format", "zstd"];
  await tools.skopeo("copy", "--quiet", ...zstd, saved, `oci-archive:${at("skopeo-zstd.tar")}:view`);
  await tools.skopeo("copy", "--quiet", saved, `docker-archive:${at("skopeo-docker.tar")}:view:skopeo`);

  await engine.docker("save", "--output", at("base.tar"), await debianImage(engine, suite));
  const policy = ["--signature-policy", at("policy.json")];
  await tools.buildah("pull", "--quiet", ...policy, `docker-archive:${at("base.tar")}`);
  // Plain copies make each layer as dear as the whole system, so two steps share one.
  await writeFile(at("Containerfile"), viewDockerfile(`localhost/debian:${suite}`, 2));
  const alone = ["--isolation", "chroot", "--network", "host", "--pull-never", "--layers"];
  await tools.buildah(
    "build",
    "--quiet",
    ...policy,
    ...alone,
    "--tag",
    "view:built",
    "--file",
    at("Containerfile"),
    folder,
  );
  await tools.buildah("push", "--quiet", ...policy, "localhost/view:built", `oci-archive:${at("buildah.tar")}:view`);
  for (const [format, name] of [
    ["docker-archive", "podman-docker.tar"],
    ["oci-archive", "podman-oci.tar"],
    ["oci-dir", "podman-oci"],
  ] as const) {
    await tools.podman("save", "--quiet", "--format", format, "--output", at(name), "localhost/view:built");
  }

  await cp(at("skopeo-gzip"), at("umoci"), { recursive: true });
  await tools.umoci("unpack", "--image", `${at("umoci")}:view`, at("bundle"));
  await promisify(execFile)("sh", ["-euc", changes], { cwd: at("bundle/rootfs") });
  await tools.umoci("repack", "--image", `${at("umoci")}:changed`, at("bundle"));
  await tools.umoci("rm", "--image", `${at("umoci")}:view`);
}

/** Loads what was written into the engine; an engine that refuses it fails here. */
async function load(engine: Engine, tools: ContainerTools, folder: string, from: string, tag: string): Promise<void> {
  const path = join(folder, "load.tar");
  await rm(path, { force: true });
  await tools.skopeo("copy", "--quiet", from, `docker-archive:${path}:${tag}`);
  await engine.docker("load", "--quiet", "--input", path);
}

async function truthOf(engine: Engine, tag: string, folder: string): Promise<Truth> {
  const entries = await exportedEntries(engine, tag, join(folder, "export.tar"));
  return { entries, packages: await queriedPackages(engine, tag) };
}

describe.each(suites)("the merged view of %s", (suite) => {
  let folder = "";
  let tools: ContainerTools | null = null;
  let service: { readonly socket: string; stop(): Promise<void> } | null = null;
  const truths = new Map<Form["truth"], Truth>();

  beforeAll(async () => {
    const shared = inject("engine");
    if ("problem" in shared || absent !== null) return;
    const engine = engineAt(shared.dir);
    folder = await mkdtemp(join(tmpdir(), "plimsoll-others-"));
    tools = await containerTools(folder);
    await writeForms(engine, tools, folder, suite);
    service = await tools.podmanService();
    await load(engine, tools, folder, `oci-archive:${join(folder, "buildah.tar")}`, `view-buildah:${suite}`);
    await load(engine, tools, folder, `oci:${join(folder, "umoci")}:changed`, `view-umoci:${suite}`);
    truths.set("docker", await truthOf(engine, `view:${suite}`, folder));
    truths.set("buildah", await truthOf(engine, `view-buildah:${suite}`, folder));
    truths.set("umoci", await truthOf(engine, `view-umoci:${suite}`, folder));
  });
  afterAll(async () => {
    await service?.stop();
    await tools?.remove();
  });

  it.for(forms)("is the engine's own when written by $writer", async ({ writer, kind, name, truth }, context) => {
    sharedEngine(context);
    if (absent !== null) return context.skip(absent);
    const path = join(folder, name);
    const spec: SourceSpec = kind === "engine" ? { kind, url: `unix://${path}` } : { kind, path };
    const world = { env: {}, homeDir: folder, platform: process.platform, arch: process.arch, uid: 0 };
    const source = await openSource(spec, world, {});
    const view = await viewOfSource(source, kind === "engine" ? "localhost/view:built" : null, never);
    await source.close();
    const expected = truths.get(truth);
    if (expected === undefined) throw new Error(`no truth for ${truth}`);
    expectSameView(`${suite} by ${writer}`, view, expected);
  });
});
