// How fast images are read, each number beside the one that it has to keep up with. Nothing here fails for being slow:
// the figures go to docs/BENCHMARK.md. Run by `npm run bench`, on a machine that does nothing else.
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, it } from "vitest";
import { newerNode } from "../../scripts/setup/newer-node.mjs";
import { cacheFolder } from "../../scripts/setup/places.mjs";
import { sharedEngine } from "../support/shared-engine.ts";
import { auditHere } from "./audit-here.ts";
import { type Row, table, writeBenchmark } from "./benchmark-file.ts";
import { plimsoll, plimsollOn, run, shell } from "./commands.ts";
import { writeHuge } from "./huge-archive.ts";
import { hundredImages, largeImage, tenImages } from "./real-images.ts";
import { byTurns, median, rounds, seconds } from "./timing.ts";

const exec = promisify(execFile);
const rows: Row[] = [];
let folder = "";
let homes = 0;

const s = (value: number) => `${value.toFixed(value < 1 ? 3 : 2)} s`;
const times = (value: number) => value.toFixed(2);

/** A state folder that nothing was kept in yet. */
function freshHome(): string {
  homes += 1;
  return join(folder, `home-${homes}`);
}

/** Seconds of an audit with nothing cached. */
function coldAudit(...args: readonly string[]): Promise<number> {
  return coldAuditOn(process.execPath, ...args);
}

/** The same on another Node. */
async function coldAuditOn(node: string, ...args: readonly string[]): Promise<number> {
  const home = freshHome();
  const ran = await plimsollOn(node, home, "audit", ...args, "--format", "json");
  await rm(home, { recursive: true, force: true });
  return ran.seconds;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plimsoll-bench-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  if (rows.length === 0) return;
  process.stdout.write(`\n${table(rows)}\n`);
  writeBenchmark(rows, rounds, new Date().toISOString().slice(0, 10));
});

describe("from an engine", () => {
  it("one large image, and what other scanners need for it", async (context) => {
    const engine = sharedEngine(context);
    const url = `unix://${engine.socket}`;
    const large = await largeImage(engine);
    const { save, ours } = await byTurns({
      save: async () => (await run("docker", ["-H", url, "save", large])).seconds,
      ours: () => coldAudit(large, "--engine", url),
    });
    rows.push({
      what: "audit of one image of over 2 GB in the engine, nothing cached",
      goal: "1.05 × `docker save > /dev/null`",
      measured: `${s(ours)} against ${s(save)}`,
      ratio: times(ours / save),
      holds: ours <= 1.05 * save,
    });
    for (const peer of await peers(url, large)) {
      const { theirs, again } = await byTurns({ theirs: peer.run, again: () => coldAudit(large, "--engine", url) });
      rows.push({
        what: `the same image by ${peer.name}, cold`,
        goal: "faster",
        measured: `${s(again)} against ${s(theirs)}`,
        ratio: times(again / theirs),
        holds: again < theirs,
      });
    }
  });

  it("ten images that share layers, cold and cached", async (context) => {
    const engine = sharedEngine(context);
    const url = `unix://${engine.socket}`;
    const ten = await tenImages(engine, await largeImage(engine));
    const { save, ours } = await byTurns({
      save: async () => (await run("docker", ["-H", url, "save", ...ten])).seconds,
      ours: () => coldAudit(...ten, "--engine", url),
    });
    rows.push({
      what: "ten such images that share layers",
      goal: "1.05 × one `docker save` of all ten",
      measured: `${s(ours)} against ${s(save)}`,
      ratio: times(ours / save),
      holds: ours <= 1.05 * save,
    });
    const cache = join(folder, "ten-cache");
    await mkdir(cache, { mode: 0o700 });
    await auditHere(engine.socket, cache, ten);
    const { again } = await byTurns({ again: async () => (await auditHere(engine.socket, cache, ten)).all });
    rows.push({
      what: "the same again, cached, process already up",
      goal: "0.05 × that save; 20 ms an image",
      measured: `${s(again)}, ${((again * 1000) / ten.length).toFixed(1)} ms an image`,
      ratio: (again / save).toFixed(3),
      holds: again <= 0.05 * save && again / ten.length < 0.02,
    });
    const { start } = await byTurns({ start: async () => (await plimsoll(freshHome(), "--version")).seconds });
    rows.push({
      what: "the command's own start (`--version`)",
      goal: "250 ms",
      measured: s(start),
      ratio: "–",
      holds: start < 0.25,
    });
    let kept = 0;
    for (const name of await readdir(cache, { recursive: true })) kept += (await stat(join(cache, name))).size;
    rows.push({
      what: "disk used for ten images",
      goal: "none but the fact cache, capped at 1 GiB",
      measured: `${(kept / 2 ** 20).toFixed(1)} MiB of facts`,
      ratio: "–",
      holds: kept < 2 ** 30,
    });
  });

  it("first verdicts for a hundred images", async (context) => {
    const engine = sharedEngine(context);
    const hundred = await hundredImages(engine);
    const cache = join(folder, "hundred-cache");
    await mkdir(cache, { mode: 0o700 });
    const { bare, ours } = await byTurns({
      bare: () => seconds(() => Promise.all(hundred.flatMap((name) => bareCalls(engine.socket, name)))),
      ours: async () => {
        await rm(cache, { recursive: true });
        await mkdir(cache, { mode: 0o700 });
        return (await auditHere(engine.socket, cache, hundred)).first;
      },
    });
    rows.push({
      what: "first verdicts for 100 images, from config and history",
      goal: "1 s after a bare script's 100 inspect and history calls",
      measured: `${s(ours)}, the bare calls ${s(bare)}`,
      ratio: `+${s(ours - bare)}`,
      holds: ours - bare <= 1,
    });
    const { again } = await byTurns({ again: async () => (await auditHere(engine.socket, cache, hundred)).all });
    rows.push({
      what: "those 100 images again, cached, process already up",
      goal: "20 ms an image",
      measured: `${((again * 1000) / hundred.length).toFixed(1)} ms an image`,
      ratio: "–",
      holds: again / hundred.length < 0.02,
    });
  });
});

describe("from an archive", () => {
  it.for(["gzip", "zstd"] as const)("layers in %s", async (form, context) => {
    const engine = sharedEngine(context);
    const saved = join(folder, "saved.tar");
    await engine.docker("save", "--output", saved, await largeImage(engine));
    const layout = join(folder, form);
    const archive = join(folder, `${form}.tar`);
    const copy = ["copy", "--quiet", "--insecure-policy", "--dest-compress-format", form, `docker-archive:${saved}`];
    await exec("skopeo", [...copy, "--dest-oci-accept-uncompressed-layers=false", `oci:${layout}:large`]).catch(() =>
      exec("skopeo", [...copy, `oci:${layout}:large`]),
    );
    await exec("tar", ["-C", layout, "-cf", archive, "."]);
    await rm(saved);
    const blobs = join(layout, "blobs", "sha256");
    const { cat, test, ours } = await byTurns({
      cat: async () => (await shell(`cat ${blobs}/* > /dev/null`)).seconds,
      // Documents are no compressed files, so blobs below a megabyte stay out.
      test: async () =>
        (await shell(`find ${blobs} -size +1M -print0 | xargs -0 -n1 -P "$(nproc)" ${form} -q -t`)).seconds,
      ours: () => coldAudit("--archive", archive),
    });
    const bound = Math.max(cat, test);
    const goal = `1.25 × the larger of \`cat\` and \`${form} -t\`, one process a core`;
    const note = (what: string, took: number) =>
      rows.push({
        what,
        goal,
        measured: `${s(took)} against ${s(cat)} and ${s(test)}`,
        ratio: times(took / bound),
        holds: took <= 1.25 * bound,
      });
    note(`the same image as an OCI archive with ${form} layers`, ours);
    const newer = await newerNode({ cache: cacheFolder() });
    if (form === "zstd" && "executable" in newer) {
      const { native } = await byTurns({ native: () => coldAuditOn(newer.executable, "--archive", archive) });
      note("the same on Node 24, which has zstd of its own as the users' Electron has", native);
    }
    await rm(layout, { recursive: true });
    await rm(archive);
  });

  it("memory for 5 GB and for 500 MB in 100,000 files", async () => {
    const peak = async (bytesPerFile: number): Promise<number> => {
      const path = join(folder, "huge.tar");
      await writeHuge(path, { files: 100_000, bytesPerFile });
      const peaks: number[] = [];
      for (let round = 0; round < Math.min(3, rounds); round++) {
        peaks.push((await plimsoll(freshHome(), "audit", "--archive", path, "--format", "json")).peakMiB);
      }
      await rm(path);
      return median(peaks);
    };
    const [small, large] = [await peak(5000), await peak(50_000)];
    rows.push({
      what: "peak memory, 5 GB image of 100,000 files",
      goal: "300 MiB, the same as for 500 MB",
      measured: `${large.toFixed(0)} MiB; 500 MB: ${small.toFixed(0)} MiB`,
      ratio: times(large / small),
      holds: large < 300,
    });
  });

  it("a layer of 3,000,000 files", async () => {
    const path = join(folder, "millions.tar");
    await writeHuge(path, { files: 3_000_000, bytesPerFile: 0 });
    const layer = join(folder, "layer.tar");
    await exec("tar", ["-C", folder, "-xf", path, "layer.tar"]);
    let peak = 0;
    const { tar, ours } = await byTurns({
      tar: async () => (await shell(`tar tf ${layer} > /dev/null`)).seconds,
      ours: async () => {
        const ran = await plimsoll(freshHome(), "audit", "--archive", path, "--format", "json");
        peak = Math.max(peak, ran.peakMiB);
        return ran.seconds;
      },
    });
    rows.push({
      what: "a layer of 3,000,000 files",
      goal: "1 GiB and 1.5 × `tar t` of it",
      measured: `${s(ours)} against ${s(tar)}; ${peak.toFixed(0)} MiB`,
      ratio: times(ours / tar),
      holds: peak < 1024 && ours <= 1.5 * tar,
    });
    await rm(path);
    await rm(layer);
  });
});

/** The scanners of this machine that read the same image, each by its own command. */
async function peers(url: string, reference: string): Promise<{ name: string; run: () => Promise<number> }[]> {
  const env = { ...process.env, DOCKER_HOST: url, SYFT_CHECK_FOR_APP_UPDATE: "false" };
  const commands: readonly (readonly [name: string, ...args: string[]])[] = [
    ["dockle", "--exit-code", "0", reference],
    ["syft", "scan", `docker:${reference}`, "--output", "json"],
    // Packages and secrets without its vulnerability database, which is not to be had offline.
    [
      "trivy",
      "image",
      "--scanners",
      "secret",
      "--list-all-pkgs",
      "--format",
      "json",
      "--skip-version-check",
      reference,
    ],
  ];
  const found: { name: string; run: () => Promise<number> }[] = [];
  for (const [name, ...args] of commands) {
    const isThere = await exec("sh", ["-c", `command -v ${name}`]).then(
      () => true,
      () => false,
    );
    const cache = join(folder, `${name}-cache`);
    const own = { ...env, TRIVY_CACHE_DIR: cache, XDG_CACHE_HOME: cache, SYFT_CACHE_DIR: cache };
    const cold = async () => {
      await rm(cache, { recursive: true, force: true });
      return (await run(name, args, own)).seconds;
    };
    if (isThere) found.push({ name, run: cold });
  }
  return found;
}

/** What a script would ask for one image. */
function bareCalls(socketPath: string, name: string): Promise<void>[] {
  return ["json", "history"].map(
    (what) =>
      new Promise((resolve, reject) => {
        get({ socketPath, path: `/images/${encodeURIComponent(name)}/${what}` }, (response) => {
          response.resume();
          response.on("end", resolve);
        }).on("error", reject);
      }),
  );
}
