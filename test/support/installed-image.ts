// Real images with something installed: apt on top of a suite's minimal system, one layer more each. Kept in the engine of the
// run, so that test files share them.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { debianImage, type Suite } from "./debian-image.ts";
import type { Engine } from "./engine.ts";

/**
 * Makes sure that the engine holds the minimal system of `suite` with these packages and what they depend on, and gives
 * its reference; without packages, that of the system itself. Throws with apt's words where it fails.
 */
export async function installedImage(engine: Engine, suite: Suite, packages: readonly string[]): Promise<string> {
  const base = await debianImage(engine, suite);
  if (packages.length === 0) return base;
  const reference = `installed:${suite}-${packages.join("-")}`;
  if ((await engine.docker("images", "--quiet", reference)).trim() !== "") return reference;
  const folder = await mkdtemp(join(tmpdir(), "plimsoll-installed-"));
  try {
    await writeFile(join(folder, "Dockerfile"), dockerfile(base, packages));
    // The mirror is reached the way the machine reaches it.
    await engine.docker("build", "--network", "host", "--tag", reference, folder);
    return reference;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function dockerfile(base: string, packages: readonly string[]): string {
  const install = [
    "apt-get update",
    `apt-get install --yes --no-install-recommends ${packages.join(" ")}`,
    "rm -rf /var/lib/apt/lists/*",
  ];
  return `FROM ${base}\nRUN DEBIAN_FRONTEND=noninteractive && export DEBIAN_FRONTEND && ${install.join(" && ")}\n`;
}
