// What real systems report when nobody has put a secret into them: nothing but the host keys that the SSH server makes for
// itself. Three minimal suites, and the servers and languages that images are built on.
import { describe, expect, it } from "vitest";
import { memoryFactCache } from "../../main/inspect/fact-cache.ts";
import { inspectImages } from "../../main/inspect/inspect-images.ts";
import { openSource } from "../../main/source/open-source.ts";
import type { Facts } from "../../shared/model/facts.ts";
import type { Suite } from "../support/debian-image.ts";
import type { Engine } from "../support/engine.ts";
import { installedImage } from "../support/installed-image.ts";
import { sharedEngine } from "../support/shared-engine.ts";

const never = new AbortController().signal;

const hostKey = (algorithm: string) => `/etc/ssh/ssh_host_${algorithm}_key private key (OpenSSH)`;

const images: readonly (readonly [
  what: string,
  suite: Suite,
  packages: readonly string[],
  secrets: readonly string[],
])[] = [
  ["plain bullseye", "bullseye", [], []],
  ["plain bookworm", "bookworm", [], []],
  ["plain trixie", "trixie", [], []],
  ["nginx, and a program in Go", "bookworm", ["nginx-light", "gosu"], []],
  ["Node.js with npm", "bookworm", ["nodejs", "npm"], []],
  ["Python with pip", "bookworm", ["python3", "python3-pip"], []],
  ["an SSH server", "bookworm", ["openssh-server"], ["ecdsa", "ed25519", "rsa"].map(hostKey)],
];

async function factsOf(engine: Engine, reference: string): Promise<Facts> {
  const env = { DOCKER_HOST: `unix://${engine.socket}` };
  const world = { env, homeDir: "/nowhere", platform: process.platform, arch: process.arch, uid: 0 };
  const source = await openSource({ kind: "engine" }, world, {});
  try {
    const listed = (await source.list(never)).images.filter(({ references }) => references.includes(reference));
    const keys = listed.map(({ key }) => key);
    for await (const event of inspectImages(source, keys, { cache: memoryFactCache() }, never)) {
      if (event.kind === "facts" && event.inspected.facts.files.count > 0) return event.inspected.facts;
      if (event.kind === "failed") throw new Error(JSON.stringify(event.failure));
    }
    throw new Error(`no facts of ${reference}`);
  } finally {
    await source.close();
  }
}

describe("a real image without planted secrets", () => {
  it.for(images)("%s reports exactly what it holds", async ([, suite, packages, secrets], context) => {
    const engine = sharedEngine(context);
    const facts = await factsOf(engine, await installedImage(engine, suite, packages));
    expect(facts.files.count).toBeGreaterThan(5000);
    expect(facts.secrets.map(({ where, path, kind }) => `${where === "file" ? path : where} ${kind}`)).toEqual(secrets);
  });
});
