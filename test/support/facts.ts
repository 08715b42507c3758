// Facts and identities for tests of judging rooms: an empty image, and what a case adds to it.
import { type Facts, factsVersion, type ImageConfig } from "../../shared/model/facts.ts";
import type { ImageIdentity } from "../../shared/model/image.ts";
import type { SystemFacts } from "../../shared/model/system-facts.ts";

export function configWith(parts: Partial<ImageConfig> = {}): ImageConfig {
  return {
    user: "",
    env: [],
    exposedPorts: [],
    healthcheck: null,
    entrypoint: null,
    cmd: null,
    labels: {},
    volumes: [],
    workingDir: "",
    shell: null,
    stopSignal: null,
    onBuild: [],
    origin: "config",
    ...parts,
  };
}

/** What the system of such an image says, and `parts`. */
export function systemWith(parts: Partial<SystemFacts> = {}): SystemFacts {
  return {
    shadow: null,
    watched: [],
    umask: [],
    sudoWithoutPassword: [],
    trustFiles: [],
    libraries: { examined: 0, foreign: { count: 0, first: [] }, writable: { count: 0, first: [] } },
    trustAnchors: { bundles: [], added: [] },
    openssl: { configs: [], moduleConfigs: [], providers: [] },
    elf: { examined: 0, executableStack: { count: 0, first: [] }, fixedAddress: { count: 0, first: [] } },
    packageFiles: null,
    ...parts,
  };
}

/** Facts of an image with nothing in it but `parts`. */
export function factsWith(parts: Partial<Facts> = {}): Facts {
  return {
    version: factsVersion,
    os: null,
    config: configWith(),
    history: [],
    packages: [],
    files: { setuid: [], setgid: [], worldWritable: [], unowned: [], removed: [], count: 0, bytes: 0 },
    accounts: [],
    groups: [],
    secrets: [],
    runtimes: [],
    packageTrust: [],
    system: systemWith(),
    external: [],
    limits: [],
    ...parts,
  };
}

/** An image of these layers. */
export function imageWith(layers: ImageIdentity["layers"]): ImageIdentity {
  return {
    id: `sha256:${"0".repeat(64)}`,
    idKind: "config",
    references: ["example:1"],
    repoDigests: [],
    platform: "linux/amd64",
    created: null,
    size: 0,
    layers,
    usedBy: { running: 0, stopped: 0 },
    dangling: false,
    attestations: [],
  };
}
