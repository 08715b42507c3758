import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { loadHardened } from "../../../main/data/hardened-catalogue.ts";
import { chainIds } from "../../../main/hardened/chain-id.ts";
import { hardenedStateOf } from "../../../main/hardened/recognise.ts";
import { DiffId } from "../../../shared/model/digest.ts";
import type { Facts } from "../../../shared/model/facts.ts";
import { HardenedState } from "../../../shared/model/hardened.ts";
import { configWith, factsWith, imageWith } from "../../support/facts.ts";

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
  ])("%s is recognised, but nothing proves it", (family, labels, parts) => {
    expect(stateOf(labels, parts)).toMatchObject({ state: "unproven", family, claims: [], proof: { method: "none" } });
  });

  it("is none for everything else", () => {
    const state = stateOf({ "com.redhat.component": "ubi9-container" }, os("debian", "Debian GNU/Linux 12 (bookworm)"));
    expect(state.state).toBe("none");
    expect(state.family).toBeUndefined();
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
  ])("user %j is root: %s", (user, root) => {
    const facts = factsWith({ config: configWith({ user }), accounts: [toor] });
    expect(hardenedStateOf(facts, image, catalogue).surface.root).toBe(root);
  });
});
