// The facts of a real system against what its own programs say inside a container: dpkg --verify, find, sha256sum, readelf.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { memoryFactCache } from "../../main/inspect/fact-cache.ts";
import { hashThread } from "../../main/inspect/hash-thread.ts";
import { inspectImages } from "../../main/inspect/inspect-images.ts";
import { openSource } from "../../main/source/open-source.ts";
import type { Facts } from "../../shared/model/facts.ts";
import type { SystemFacts } from "../../shared/model/system-facts.ts";
import { debianImage } from "../support/debian-image.ts";
import type { Engine } from "../support/engine.ts";
import { installedImage } from "../support/installed-image.ts";
import { sharedEngine } from "../support/shared-engine.ts";

const never = new AbortController().signal;
const packages = ["openssl", "ca-certificates", "sudo", "binutils"];

async function systemOf(engine: Engine, reference: string): Promise<{ system: SystemFacts; facts: Facts }> {
  const env = { DOCKER_HOST: `unix://${engine.socket}` };
  const world = { env, homeDir: "/nowhere", platform: process.platform, arch: process.arch, uid: 0 };
  const source = await openSource({ kind: "engine" }, world, {});
  const hashing = hashThread();
  try {
    const listed = (await source.list(never)).images.filter(({ references }) => references.includes(reference));
    const keys = listed.map(({ key }) => key);
    const deps = { cache: memoryFactCache(), startHash: hashing.start };
    for await (const event of inspectImages(source, keys, deps, never)) {
      if (event.kind === "failed") throw new Error(JSON.stringify(event.failure));
      if (event.kind !== "facts") continue;
      const { facts } = event.inspected;
      if (facts.system === undefined) throw new Error("no facts of the system");
      return { system: facts.system, facts };
    }
    throw new Error(`no facts of ${reference}`);
  } finally {
    await hashing.close();
    await source.close();
  }
}

/** What a shell says inside a container of the image, by line. */
async function ask(engine: Engine, reference: string, command: string): Promise<string[]> {
  const said = await engine.docker("run", "--rm", "--network", "none", reference, "sh", "-c", command);
  return said.split("\n").filter((line) => line !== "");
}

const folders =
  "/usr/bin /usr/sbin /usr/lib /usr/lib32 /usr/lib64 /usr/libx32 /usr/libexec /usr/local/bin /usr/local/sbin /usr/local/lib";
/** Bookworm's folders below the root are links to those. */
const find = (tests: string) => `find $(ls -d ${folders} 2>/dev/null) ${tests}`;
const paths = (found: readonly { readonly path: string }[]) => found.map(({ path }) => path).sort();

/** ELF files by what readelf says of their headers. */
function readelfSays(lines: readonly string[]): { examined: number; fixed: string[]; stack: string[] } {
  const fixed: string[] = [];
  const stack: string[] = [];
  let path = "";
  let examined = 0;
  for (const line of lines) {
    path = /^File: (.+)$/.exec(line)?.[1] ?? path;
    const type = /^Elf file type is (EXEC|DYN)/.exec(line)?.[1];
    if (type !== undefined) examined++;
    if (type === "EXEC") fixed.push(path);
    if (/^\s*GNU_STACK.*\bRWE\b/.test(line)) stack.push(path);
  }
  return { examined, fixed: fixed.sort(), stack: stack.sort() };
}

describe("the system of a real Debian", () => {
  it.for(["bullseye", "bookworm", "trixie"] as const)(
    "plain %s has no changed and no missing file",
    async (suite, context) => {
      const engine = sharedEngine(context);
      const { system, facts } = await systemOf(engine, await debianImage(engine, suite));
      expect(system.packageFiles).toMatchObject({ changed: [], missing: [], more: 0 });
      expect(system.packageFiles?.compared).toBeGreaterThan(1000);
      expect(system.elf?.examined).toBeGreaterThan(100);
      expect(system.shadow?.map(({ name }) => name)).toContain("nobody");
      expect(facts.limits.filter(({ fact }) => fact === "system")).toEqual([]);
    },
  );

  it("with OpenSSL and sudo is what dpkg, find, sha256sum and readelf say", async (context) => {
    const engine = sharedEngine(context);
    const reference = await installedImage(engine, "bookworm", packages);
    const { system } = await systemOf(engine, reference);
    const examined = await ask(engine, reference, find("\\( -type f -o -type d \\) -print"));
    expect(system.libraries.examined).toBe(examined.length);
    const foreign = await ask(
      engine,
      reference,
      find("\\( -type f -o -type d \\) \\( ! -uid 0 -o ! -gid 0 \\) -print"),
    );
    expect(paths(system.libraries.foreign.first)).toEqual(foreign.sort());
    expect(foreign.length).toBeGreaterThan(0);
    const writable = await ask(engine, reference, find("\\( -type f -o -type d \\) -perm /022 -print"));
    expect(paths(system.libraries.writable.first)).toEqual(writable.sort());

    const bundle = "/etc/ssl/certs/ca-certificates.crt";
    const [digest = ""] = await ask(engine, reference, `sha256sum ${bundle}`);
    expect(system.trustAnchors.bundles).toMatchObject([{ path: bundle, sha256: digest.split(" ")[0] }]);
    expect(system.openssl.configs.map(({ path }) => path)).toEqual(["/etc/ssl/openssl.cnf"]);
    expect(system.sudoWithoutPassword).toEqual([]);
    expect(paths(system.watched)).toContain("/etc/sudoers");

    const programs =
      "-type f \\( -perm /111 -o -name '*.so' -o -name '*.so.*' \\) -exec readelf -lW {} + 2>/dev/null || true";
    const elf = readelfSays(await ask(engine, reference, `find / -xdev ${programs}`));
    expect(system.elf?.examined).toBe(elf.examined);
    expect(elf.examined).toBeGreaterThan(100);
    expect(paths(system.elf?.fixedAddress.first ?? [])).toEqual(elf.fixed);
    expect(paths(system.elf?.executableStack.first ?? [])).toEqual(elf.stack);
  });

  it("changed by later steps says what dpkg --verify says", async (context) => {
    const engine = sharedEngine(context);
    const base = await installedImage(engine, "bookworm", packages);
    const folder = await mkdtemp(join(tmpdir(), "plimsoll-changed-"));
    const reference = "plimsoll-system:changed";
    try {
      const steps = [
        "printf x >> /usr/bin/whoami && rm /usr/bin/tac && ln -sf /usr/bin/true /usr/bin/factor",
        "dpkg-divert --rename --add /usr/bin/uptime && cp /usr/bin/true /usr/bin/uptime",
        "cp /usr/lib/x86_64-linux-gnu/libcrypto.so.3 /tmp/x && cat /tmp/x > /usr/lib/x86_64-linux-gnu/libcrypto.so.3 && chown daemon /usr/bin/id",
        "echo 'daemon ALL=(ALL) NOPASSWD: ALL' > /etc/sudoers.d/daemon && echo 'daemon:$1$salt$hash' | chpasswd -e",
      ];
      await writeFile(join(folder, "Dockerfile"), [`FROM ${base}`, ...steps.map((step) => `RUN ${step}`)].join("\n"));
      await engine.docker("build", "--tag", reference, folder);
      const { system } = await systemOf(engine, reference);
      const verified = await ask(engine, reference, "dpkg --verify || true");
      const inFolders = verified.filter((line) => /\s\/(?:usr\/)?(?:lib|s?bin)/.test(line));
      const said = (pattern: RegExp) =>
        inFolders.filter((line) => pattern.test(line)).map((line) => line.split(/\s+/).pop());
      expect(paths(system.packageFiles?.missing ?? [])).toEqual(said(/^missing/).sort());
      expect(paths(system.packageFiles?.changed ?? [])).toEqual(said(/^..5/).sort());
      expect(paths(system.packageFiles?.changed ?? [])).toEqual(["/usr/bin/factor", "/usr/bin/whoami"]);
      expect(system.packageFiles?.changed.map(({ layer }) => layer)).toEqual([2, 2]);
      expect(paths(system.libraries.foreign.first)).toContain("/usr/bin/id");
      expect(system.sudoWithoutPassword.map(({ path, text }) => `${path} ${text}`)).toEqual([
        "/etc/sudoers.d/daemon daemon ALL=(ALL) NOPASSWD: ALL",
      ]);
      expect(system.shadow?.find(({ name }) => name === "daemon")).toMatchObject({ password: "hashed", scheme: "md5" });
      expect(JSON.stringify(system)).not.toContain("salt");
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
