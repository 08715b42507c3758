// Images of more than 2 GiB on a real engine: Debian with compilers, runtimes and servers from Debian's own packages, and
// nine more on top of it.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { debianImage } from "../support/debian-image.ts";
import type { Engine } from "../support/engine.ts";
import { archiveOf, file, image, toTar } from "../support/image-builder.ts";

const installs = [
  "build-essential python3 nodejs npm default-jre-headless",
  "golang-go clang llvm nginx-light redis-server postgresql",
];

/** Builds `bench:large` (three layers) and gives its reference. */
export async function largeImage(engine: Engine): Promise<string> {
  const base = await debianImage(engine, "bookworm");
  const install = (names: string) =>
    `RUN apt-get update -q && apt-get install -y -q --no-install-recommends ${names} && rm -rf /var/lib/apt/lists/*`;
  return build(engine, "bench:large", [`FROM ${base}`, ...installs.map(install)]);
}

/** Nine images on top of the large one, each with a layer of its own; all ten. */
export async function tenImages(engine: Engine, large: string): Promise<string[]> {
  const names = [large];
  for (let number = 1; number < 10; number++) {
    const line = `RUN mkdir -p /srv/app && head -c 4000000 /usr/bin/python3.11 > /srv/app/${number}.bin`;
    names.push(await build(engine, `bench:ten-${number}`, [`FROM ${large}`, line, `ENV APP=${number}`]));
  }
  return names;
}

/** Loads a hundred small images that share a layer; all hundred. */
export async function hundredImages(engine: Engine): Promise<string[]> {
  const base = image().layer(file("/etc/os-release", 'ID=debian\nVERSION_ID="12"\n'), file("/usr/bin/app", "x"));
  const images = Array.from({ length: 100 }, (_, number) =>
    base
      .layer(file("/srv/app.txt", `image ${number}`))
      .config({ Env: [`NUMBER=${number}`], Cmd: ["/usr/bin/app"], User: "app" })
      .tag(`bench/small:${number}`),
  );
  const folder = await mkdtemp(join(tmpdir(), "plimsoll-bench-"));
  try {
    await writeFile(join(folder, "hundred.tar"), toTar(archiveOf(images, { era: "legacy" })));
    await engine.docker("load", "--input", join(folder, "hundred.tar"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return images.flatMap(({ tags }) => tags);
}

async function build(engine: Engine, tag: string, lines: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "plimsoll-bench-"));
  try {
    await writeFile(join(folder, "Dockerfile"), `${lines.join("\n")}\n`);
    await engine.docker("build", "--network", "host", "--tag", tag, folder);
    return tag;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
