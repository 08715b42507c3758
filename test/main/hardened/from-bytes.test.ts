// From the bytes of an image to its hardened state, with the real reader between.
import { describe, expect, it } from "vitest";
import { loadHardened } from "../../../main/data/hardened-catalogue.ts";
import { chainIds } from "../../../main/hardened/chain-id.ts";
import { hardenedStateOf } from "../../../main/hardened/recognise.ts";
import { hostPlatform } from "../../../main/source/platform.ts";
import { sampleSource } from "../../../main/source/sample/sample-source.ts";
import { HardenedState } from "../../../shared/model/hardened.ts";
import { compareSurfaces, saySurfaceChange } from "../../../shared/surface-change.ts";
import { type BuiltImage, dir, file, image, memorySource } from "../../support/image-builder.ts";
import { readSource } from "../../support/read-images.ts";

const catalogue = await loadHardened("assets/data/hardened.json");

async function statesOf(...images: readonly BuiltImage[]): Promise<HardenedState[]> {
  const { inspected } = await readSource(memorySource(images));
  return inspected.map(({ facts, image }) => HardenedState.parse(hardenedStateOf(facts, image, catalogue)));
}

const release = [
  'NAME="Docker Hardened Images (Debian)"',
  'PRETTY_NAME="Docker Hardened Images/Debian GNU/Linux 13 (trixie)"',
  "ID=debian",
  'VERSION_ID="13"',
].join("\n");
const installed = (name: string, version: string) =>
  `Package: ${name}\nStatus: install ok installed\nArchitecture: amd64\nVersion: ${version}\n`;

const layers = image()
  .layer(
    dir("/etc"),
    file("/etc/os-release", release),
    file("/etc/passwd", "root:x:0:0::/root:\nnonroot:x:65532:65532::/home/nonroot:\n"),
    dir("/home"),
    dir("/home/nonroot", { mode: 0o700, uid: 65532, gid: 65532 }),
    dir("/tmp", { mode: 0o1777 }),
  )
  .layer(
    file("/var/lib/dpkg/status", [installed("tar", "1.35+dfsg-3.1+dhi1"), installed("libc6", "2.41-12")].join("\n")),
    file("/usr/lib/x86_64-linux-gnu/ossl-modules/fips.so", "\u007fELF"),
  );
const labels = {
  "com.docker.dhi.name": "dhi/redis",
  "com.docker.dhi.definition": "image/redis/debian-13/8.10-fips",
  "com.docker.dhi.version": "8.10.1-debian13-fips",
  "com.docker.dhi.distro": "debian-13",
  "com.docker.dhi.variant": "runtime",
  "com.docker.dhi.shell": "",
  "com.docker.dhi.compliance": "fips,stig,cis",
  "com.docker.dhi.entitlement": "enterprise",
  "com.docker.dhi.chain-id": chainIds(layers.diffIds).at(-1) ?? "",
};
const pure = layers.config({ User: "nonroot", Labels: labels }).tag("acme/dhi-redis:8-debian13-fips_acme");
const derived = pure.layer(file("/bin/bash", "#", { mode: 0o755 }), dir("/srv", { mode: 0o777 })).tag("acme/shop:1_0");

describe("a hardened image and one built on it", () => {
  it("are told apart, with all that the first says of itself", async () => {
    const [first, second] = await statesOf(pure, derived);
    expect(first).toMatchObject({
      state: "hardened",
      product: "redis",
      tier: "enterprise",
      variants: ["fips", "runtime", "stig"],
      proof: { method: "chain-id", baseLayers: 2 },
      os: { style: "old", distribution: "debian-13" },
      customised: { suffix: "acme", base: "floating" },
      packages: { count: 1, first: [{ name: "tar", version: "1.35+dfsg-3.1+dhi1", layer: 1 }] },
      fips: { state: "claimed", modules: [{ name: "OpenSSL FIPS Provider", ground: "claimed" }] },
      surface: { shells: [], root: false, writable: { everyone: 0, sticky: 1, owned: 1, first: ["/home/nonroot"] } },
    });
    expect(first?.notes?.map(({ key }) => key)).toEqual([
      "hardened.select-or-enterprise",
      "hardened.cis-claim",
      "hardened.claim",
      "hardened.claim",
    ]);
    expect(second).toMatchObject({
      state: "derived",
      proof: { baseLayers: 2 },
      surface: { writable: { everyone: 1 } },
    });
    expect(second?.charts).toBeUndefined();
    if (first === undefined || second === undefined) throw new Error("both are read");
    expect(saySurfaceChange(compareSurfaces(first.surface, second.surface), "en")).toMatch(
      /^now with a shell \(\/bin\/bash\), 1 instead of 0 paths that everyone may write$/,
    );
  });
});

describe("the built-in pair", () => {
  it("compares as a person would", async () => {
    const { inspected } = await readSource(sampleSource({ wanted: null, host: hostPlatform("x64") }));
    const [hardened, legacy] = inspected.map(({ facts, image }) => hardenedStateOf(facts, image, catalogue).surface);
    if (hardened === undefined || legacy === undefined) throw new Error("both are read");
    expect(saySurfaceChange(compareSurfaces(legacy, hardened), "en")).toBe(
      "32 % smaller, no shell, no package manager, 6 instead of 9 packages, no setuid files, " +
        "nothing that everyone may write, no longer runs as root, no longer opens 22/tcp",
    );
  });
});
