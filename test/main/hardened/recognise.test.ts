import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { loadHardened } from "../../../main/data/hardened-catalogue.ts";
import { chainIds } from "../../../main/hardened/chain-id.ts";
import { hardenedStateOf } from "../../../main/hardened/recognise.ts";
import { DiffId } from "../../../shared/model/digest.ts";
import type { Facts } from "../../../shared/model/facts.ts";
import { HardenedState } from "../../../shared/model/hardened.ts";
import { configWith, factsWith, imageWith, systemWith } from "../../support/facts.ts";

const catalogue = await loadHardened("assets/data/hardened.json");
const sha = (text: string) => `sha256:${createHash("sha256").update(text).digest("hex")}`;
const diffIds = ["a", "b", "c"].map((text) => DiffId.parse(sha(text)));
const image = imageWith(diffIds.map((diffId) => ({ diffId, size: 1 })));
const chainOfTwo = sha(`${diffIds[0]} ${diffIds[1]}`);
const chainOfThree = sha(`${chainOfTwo} ${diffIds[2]}`);

const dhi = {
  "com.docker.dhi.name": "dhi/python",
  "com.docker.dhi.version": "3.13.13-debian13",
  "com.docker.dhi.definition": "image/python/debian-13/3.13",
  "com.docker.dhi.variant": "runtime",
  "com.docker.dhi.compliance": "fips,stig,cis",
  "com.docker.dhi.entitlement": "public",
};
const stateOf = (labels: Record<string, string>, parts: Partial<Facts> = {}) =>
  hardenedStateOf(factsWith({ config: configWith({ labels }), ...parts }), image, catalogue);

describe("chainIds", () => {
  it("are the diff id itself, then digests of the chain below and the next diff id", () => {
    expect(chainIds(diffIds)).toEqual([diffIds[0], chainOfTwo, chainOfThree]);
    expect(chainIds([])).toEqual([]);
  });
});

describe("hardenedStateOf", () => {
  it("is hardened where the labelled chain is that of all layers", () => {
    const state = stateOf({ ...dhi, "com.docker.dhi.chain-id": chainOfThree });
    expect(state).toMatchObject({
      state: "hardened",
      family: "dhi",
      product: "python",
      line: "3.13",
      tier: "community",
      variant: "runtime",
      claims: ["cis", "stig", "fips"],
      proof: { method: "chain-id", baseLayers: 3 },
    });
    expect(HardenedState.safeParse(state).error).toBeUndefined();
  });

  it("is derived where it is that of the lower layers, and tells how many they are", () => {
    const state = stateOf({ ...dhi, "com.docker.dhi.chain-id": chainOfTwo });
    expect(state).toMatchObject({ state: "derived", proof: { method: "chain-id", baseLayers: 2 } });
  });

  it.each([
    ["of other layers", sha("other")],
    ["that is no digest", "nonsense"],
    ["that is empty", ""],
  ])("is unproven with a chain id %s", (_why, chainId) => {
    const state = stateOf({ ...dhi, "com.docker.dhi.chain-id": chainId });
    expect(state).toMatchObject({ state: "unproven", family: "dhi", proof: { method: "none" } });
  });

  it("takes labels named like properties of objects as names", () => {
    expect(stateOf({ ...dhi, "com.docker.dhi.entitlement": "constructor" }).tier).toBe("constructor");
  });

  it("finds the line in the catalogue where the definition is not labelled", () => {
    const { "com.docker.dhi.definition": _definition, ...labels } = dhi;
    expect(stateOf(labels).line).toBe("3.13");
    expect(stateOf({ ...labels, "com.docker.dhi.version": "3.1.0-debian13" }).line).toBeUndefined();
  });

  const os = (id: string, prettyName: string) => ({
    os: {
      id,
      versionId: null,
      prettyName,
      product: null,
      cycle: null,
      evidence: "/etc/os-release",
      release: { ID: id },
    },
  });
  it.each([
    ["distroless", {}, os("debian", "Distroless")],
    ["wolfi", {}, os("wolfi", "Wolfi")],
    ["chainguard", {}, os("chainguard", "Chainguard")],
    ["dhi", {}, os("debian", "Docker Hardened Images/Debian GNU/Linux 13 (trixie)")],
    ["dhi", {}, os("dhi", "x")],
    ["ubi-micro", { "com.redhat.component": "ubi9-micro-container" }, {}],
    ["ubi-micro", { name: "ubi9/ubi-micro" }, os("rhel", "Red Hat Enterprise Linux 9.4 (Plow)")],
  ])("%s is recognised, but nothing proves it", (family, labels, parts) => {
    expect(stateOf(labels, parts)).toMatchObject({ state: "unproven", family, claims: [], proof: { method: "none" } });
  });

  it("is none for everything else", () => {
    const state = stateOf({ "com.redhat.component": "ubi9-container" }, os("debian", "Debian GNU/Linux 12 (bookworm)"));
    expect(state.state).toBe("none");
    expect(state.family).toBeUndefined();
    // The name alone is any builder's to give.
    expect(stateOf({ name: "ubi9/ubi-micro" }, os("debian", "Debian GNU/Linux 12 (bookworm)")).state).toBe("none");
  });
});

describe("what the state tells besides", () => {
  const proven = { ...dhi, "com.docker.dhi.chain-id": chainOfThree };
  const keys = (labels: Record<string, string>, parts: Partial<Facts> = {}) =>
    (stateOf(labels, parts).notes ?? []).map(({ key }) => key);

  it.each([
    ["public", "community", []],
    ["enterprise", "enterprise", ["hardened.select-or-enterprise"]],
    ["els", "els", []],
    ["", undefined, ["hardened.no-tier"]],
  ])("entitlement %j is tier %s", (entitlement, tier, notes) => {
    const labels = { ...proven, "com.docker.dhi.entitlement": entitlement };
    expect(stateOf(labels).tier).toBe(tier);
    const about = ["hardened.select-or-enterprise", "hardened.no-tier"];
    expect(keys(labels).filter((key) => about.includes(key))).toEqual(notes);
  });

  it.each([
    [{ version: "3.13.13-debian13", variant: "runtime", compliance: "cis" }, ["runtime"]],
    [{ version: "3.13.13-debian13-dev", variant: "dev", compliance: "cis" }, ["dev"]],
    [{ version: "20-debian13-sfw-ent-dev", variant: "dev", flavor: "sfw-ent", compliance: "cis" }, ["dev", "sfw-ent"]],
    [{ version: "20-debian13-sfw-dev", variant: "dev", flavor: "sfw", compliance: "" }, ["dev", "sfw"]],
    [
      { version: "1.37.0-debian13-compat", variant: "runtime", flavor: "compat", compliance: "" },
      ["compat", "runtime"],
    ],
    [{ version: "8.5.1-debian13-fpm", variant: "runtime", flavor: "fpm", compliance: "" }, ["fpm", "runtime"]],
    [{ version: "3-debian13-fips", variant: "runtime", compliance: "fips,stig,cis" }, ["fips", "runtime", "stig"]],
  ])("%j are the variants %j", (told, variants) => {
    const labels = Object.fromEntries(Object.entries(told).map(([key, value]) => [`com.docker.dhi.${key}`, value]));
    expect(stateOf({ ...proven, ...labels }).variants).toEqual(variants);
  });

  it("says where label and tag name different variants", () => {
    const labels = { ...proven, "com.docker.dhi.version": "3.13.13-debian13-dev" };
    expect(keys(labels)).toContain("hardened.variant-differs");
    expect(keys(proven)).not.toContain("hardened.variant-differs");
  });

  it.each([
    ["acme/dhi-python:3-debian13_with-curl", "floating"],
    ["acme/dhi-python:3.13.13-debian13_with-curl", "exact"],
    ["acme/dhi-python:3.12-debian13_with-curl", "other"],
  ])("%s is customised, its base %s", (reference, base) => {
    const named = { ...image, references: ["acme/dhi-python:3", reference] };
    const facts = factsWith({ config: configWith({ labels: proven }) });
    expect(hardenedStateOf(facts, named, catalogue).customised).toEqual({ reference, suffix: "with-curl", base });
    const { notes = [] } = hardenedStateOf(facts, named, catalogue);
    expect(notes.some(({ key }) => key === "hardened.customised-other")).toBe(base === "other");
  });

  it("does not take the tags of an image that was built on it for customised ones", () => {
    const derived = factsWith({ config: configWith({ labels: { ...dhi, "com.docker.dhi.chain-id": chainOfTwo } }) });
    const named = (...references: string[]) => ({ ...image, references });
    expect(hardenedStateOf(derived, named("acme/app:1.0_beta"), catalogue).customised).toBeUndefined();
    const both = named("acme/app:1.0_beta", "acme/dhi-python:3-debian13_x");
    expect(hardenedStateOf(derived, both, catalogue).customised).toMatchObject({ suffix: "x", base: "floating" });
  });

  it("is not customised for an image without Docker's labels", () => {
    const named = { ...image, references: ["acme/app:1_2"] };
    expect(hardenedStateOf(factsWith(), named, catalogue).customised).toBeUndefined();
    expect(stateOf(proven).customised).toBeUndefined();
  });

  it("knows MCP servers by the catalogue and by their label", () => {
    const mcp = { ...proven, "com.docker.dhi.name": "dhi/github-mcp" };
    expect(stateOf(mcp)).toMatchObject({ kind: "mcp-server" });
    expect(stateOf({ ...proven, "io.modelcontextprotocol.server.name": "io.github.acme/x" })).toMatchObject({
      kind: "mcp-server",
      mcpServer: "io.github.acme/x",
    });
    expect(stateOf(proven).kind).toBeUndefined();
  });

  it("names the hardened charts that pin it, directly and through other charts", () => {
    const pinned = {
      ...proven,
      "com.docker.dhi.name": "dhi/alertmanager",
      "com.docker.dhi.version": "0.34.0-debian13",
    };
    const charts = stateOf(pinned).charts ?? [];
    expect(charts[0]).toMatchObject({ chart: "alertmanager-chart", pins: "0.34.0-debian13", exact: true });
    expect(charts.map(({ chart }) => chart)).toContain("prometheus-chart");
    expect(charts.some(({ exact }) => !exact)).toBe(true);
    expect(stateOf({ ...proven, "com.docker.dhi.name": "dhi/no-such-product" }).charts).toBeUndefined();
    expect(stateOf({ ...pinned, "com.docker.dhi.chain-id": chainOfTwo }).charts).toBeUndefined();
  });

  it("says that a public image cannot be the FIPS variant it claims to be", () => {
    expect(keys(proven)).toContain("hardened.fips-public");
    expect(keys({ ...proven, "com.docker.dhi.compliance": "cis" })).not.toContain("hardened.fips-public");
    expect(keys({ ...proven, "com.docker.dhi.entitlement": "enterprise" })).not.toContain("hardened.fips-public");
  });

  it("says so where the catalogue does not know the product, and where nothing proves the labels", () => {
    expect(keys({ ...proven, "com.docker.dhi.name": "dhi/no-such-product" })).toContain("hardened.not-in-catalogue");
    expect(keys(dhi)).toContain("hardened.no-chain-id");
    expect(keys({ ...dhi, "com.docker.dhi.chain-id": sha("other") })).toContain("hardened.other-chain-id");
  });

  const release = (id: string, versionId: string, release: Record<string, string>) => ({
    os: {
      id,
      versionId,
      prettyName: release["PRETTY_NAME"] ?? null,
      product: null,
      cycle: null,
      evidence: "/etc/os-release",
      release,
    },
  });
  it.each([
    ["old", release("debian", "13", { NAME: "Docker Hardened Images (Debian)" }), "debian-13"],
    ["old", release("alpine", "3.24.1", { NAME: "Docker Hardened Images (Alpine)" }), "alpine-3.24"],
    ["new", release("dhi", "13", { ID_LIKE: "debian" }), "debian-13"],
    ["new", release("dhi", "3.24", { ID_LIKE: "alpine" }), "alpine-3.24"],
    ["new", release("dhi", "3.24", {}), undefined],
  ])("reads os-release of the %s style, %#", (style, parts, distribution) => {
    const { os, family, state, notes } = stateOf({}, parts);
    expect([os?.style, os?.distribution, family, state]).toEqual([style, distribution, "dhi", "unproven"]);
    expect(notes).toEqual([{ key: "hardened.only-release" }]);
  });

  it("says where label and os-release name different distributions", () => {
    const old = release("debian", "12", { NAME: "Docker Hardened Images (Debian)" });
    expect(keys({ ...proven, "com.docker.dhi.distro": "debian-13" }, old)).toContain("hardened.distro-differs");
    expect(keys({ ...proven, "com.docker.dhi.distro": "debian-12" }, old)).not.toContain("hardened.distro-differs");
  });

  it("says where a pure image holds a shell that its labels do not declare", () => {
    const shell = { executables: ["/bin/bash"] };
    const silent = { ...proven, "com.docker.dhi.shell": "" };
    expect(keys(silent, shell)).toContain("hardened.undeclared-shell");
    expect(keys({ ...silent, "com.docker.dhi.shell": "bash" }, shell)).not.toContain("hardened.undeclared-shell");
    expect(keys(proven, shell)).not.toContain("hardened.undeclared-shell");
    const derived = { ...silent, "com.docker.dhi.chain-id": chainOfTwo };
    expect(keys(derived, shell)).not.toContain("hardened.undeclared-shell");
  });

  it("keeps claims claims until an attestation of their kind is verified; cis stays one", () => {
    const external = (kind: string, verified: boolean) => [
      { kind, source: "r", digest: sha("a"), date: null, verified, data: { result: "verified", key: "k" } },
    ];
    expect(stateOf(proven).proven).toBeUndefined();
    expect(keys(proven)).toEqual(expect.arrayContaining(["hardened.claim", "hardened.cis-claim"]));
    expect(stateOf(proven, { external: external("stig", true) })).toMatchObject({
      proven: ["stig"],
      attestations: [{ kind: "stig", result: "verified", key: "k" }],
    });
    const unverified = stateOf(proven, { external: external("stig", false) });
    expect(unverified.proven).toBeUndefined();
    expect(unverified.attestations).toEqual([{ kind: "stig", result: "unverified", key: "k" }]);
    expect(stateOf(proven, { external: external("cis", true) }).proven).toBeUndefined();
  });

  it("is the published shape, whatever the labels hold", () => {
    const hostile = Object.fromEntries(
      Object.keys({ ...proven, "com.docker.dhi.flavor": "", "com.docker.dhi.date.end-of-life": "" }).map((key) => [
        key,
        "\u0000__proto__,constructor ".repeat(5000),
      ]),
    );
    const state = stateOf(hostile);
    expect(HardenedState.safeParse(state).error).toBeUndefined();
    expect(JSON.stringify(state).length).toBeLessThan(20_000);
  });
});

describe("hardened packages and repositories, in any image", () => {
  const pkg = (name: string, version: string, type: "deb" | "apk" = "deb") => ({
    type,
    name,
    version,
    arch: "amd64",
    layer: 1,
    path: "/var/lib/dpkg/status",
  });

  it("are found by version and listed by name", () => {
    const packages = [
      pkg("tar", "1.35+dfsg-3.1+dhi1"),
      pkg("bash", "5.2-1+dhi12"),
      pkg("zlib", "1.3-1"),
      pkg("x", "1+dhi"),
    ];
    expect(stateOf({}, { packages })).toMatchObject({
      state: "none",
      packages: { count: 2, first: [{ name: "bash" }, { name: "tar" }] },
    });
    expect(stateOf({}, { packages: [pkg("x", "1.0+dhi1", "apk")] }).packages).toBeUndefined();
  });

  it("say that apt's sources are no fact", () => {
    const packageTrust = [
      { manager: "apt" as const, path: "/etc/apt/sources.list", layer: 0, state: "ok" as const, detail: "" },
    ];
    const state = stateOf({}, { packages: [pkg("tar", "1+dhi1")], packageTrust });
    expect(state.notes).toEqual([{ key: "hardened.apt-sources-unread" }]);
  });

  it.each([
    ["https://dhi.io/apk/alpine/v3.23/main", "main"],
    ["https://***@dhi.io/apk/alpine/v3.23/security", "security"],
    ["@els https://dhi.io/apk/alpine/v3.22/els/", "els"],
    ["https://dl-cdn.alpinelinux.org/alpine/v3.23/main", null],
    ["https://dhi.io.example.org/apk/alpine/v3.23/main", null],
    ["https://example.org/?https://xdhi.io/apk/alpine/v3.23/main", null],
    ["https://dhi.io/apk/alpine/v3.23/mainline", null],
  ])("%s is channel %s", (line, channel) => {
    const os = { id: "alpine", versionId: "3.23", prettyName: null, product: null, cycle: null };
    const facts = { os: { ...os, evidence: "/etc/os-release", release: {}, apkRepositories: [line, line] } };
    expect((stateOf({}, facts).repositories ?? []).map((each) => each.channel)).toEqual(
      channel === null ? [] : [channel],
    );
  });
});

describe("the surface", () => {
  it("sorts known executables by kind and counts the rest", () => {
    const { surface } = stateOf(
      {},
      { executables: ["/usr/bin/python3.12", "/bin/sh", "/usr/bin/apt", "/bin/bash", "/opt/x/sh"] },
    );
    expect(surface).toMatchObject({
      shells: ["/bin/bash", "/bin/sh"],
      packageManagers: ["/usr/bin/apt"],
      interpreters: ["/usr/bin/python3.12"],
    });
  });

  const toor = { name: "toor", uid: 0, gid: 0, home: "/", shell: "", password: "none" } as const;
  it.each([
    ["", true],
    ["0", true],
    ["root:app", true],
    ["00", true],
    ["toor", true],
    ["65532:65532", false],
    ["nonroot", false],
    ["1000", true],
    ["1001", false],
  ])("user %j is root: %s", (user, root) => {
    const facts = factsWith({ config: configWith({ user }), accounts: [toor, { ...toor, name: "1000" }] });
    expect(hardenedStateOf(facts, image, catalogue).surface.root).toBe(root);
  });

  const worldWritable = (path: string, mode: string) => ({ path, mode, uid: 0, gid: 0, layer: 0 });
  const files = (parts: Partial<Facts["files"]>) => ({ files: { ...factsWith().files, ...parts } });

  it("tells where everyone may write, folders with the sticky bit apart", () => {
    const { surface } = stateOf(
      {},
      files({
        worldWritable: [worldWritable("/tmp", "1777"), worldWritable("/data", "777"), worldWritable("/a", "0666")],
      }),
    );
    expect(surface.writable).toEqual({ everyone: 2, sticky: 1, first: ["/a", "/data"] });
  });

  it("counts what the configured user owns, as far as owners are among the facts", () => {
    const watched = (path: string, uid: number, mode = "755") => ({
      path,
      type: "folder" as const,
      mode,
      uid,
      gid: 0,
      layer: 0,
    });
    const system = systemWith({
      watched: [watched("/home/app", 65532), watched("/home/other", 1000), watched("/home/app/ro", 65532, "555")],
      libraries: {
        examined: 9,
        foreign: { count: 2, first: [watched("/usr/lib/app", 65532), watched("/home/app", 65532)] },
        writable: { count: 0, first: [] },
      },
    });
    const account = { name: "app", uid: 65532, gid: 65532, home: "/home/app", shell: "", password: "none" } as const;
    const ownedBy = (user: string) =>
      hardenedStateOf(factsWith({ system, config: configWith({ user }), accounts: [account] }), image, catalogue)
        .surface.writable?.owned;
    expect(["app", "65532:0", "1000", "7", "", "0", "nobody-knows"].map(ownedBy)).toEqual([
      2,
      2,
      1,
      0,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("says what was not read", () => {
    const gap = (fact: "files" | "packages" | "system") => ({
      fact,
      where: "layers",
      reason: "r",
      weight: "gap" as const,
    });
    expect(stateOf({}).surface.unread).toEqual(["programs"]);
    expect(stateOf({}, { executables: [] }).surface).toMatchObject({ unread: [], writable: { everyone: 0 } });
    const { surface } = stateOf({}, { executables: [], limits: [gap("files"), gap("packages")] });
    expect(surface.unread).toEqual(["programs", "packages", "files"]);
    expect(surface.writable).toBeUndefined();
  });
});
