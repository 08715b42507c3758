// Chains of layers: which of an image's layers are proven to be another's, and what is no proof.
import { describe, expect, it } from "vitest";
import { DiffId } from "../../shared/model/digest.ts";
import { type ListedImage, ProvenBase } from "../../shared/model/image.ts";
import { provenBase } from "../../shared/proven-base.ts";
import { layerOwner, layerText } from "../../shared/wording/layer-owner.ts";

/** A chain by letters, one a layer. */
const chain = (letters: string) =>
  [...letters].map((letter) => DiffId.parse(`sha256:${letter.charCodeAt(0).toString(16).repeat(32)}`));
const image = (letters: string) => ({ layers: chain(letters).map((diffId) => ({ diffId, size: null })) });
const local = (letters: string | null, ...references: string[]) => ({
  id: `id of ${letters} ${references.join(",")}`,
  references,
  repoDigests: [] as string[],
  ...(letters === null ? {} : { diffIds: chain(letters) }),
});
type Local = Pick<ListedImage, "id" | "references" | "repoDigests" | "diffIds">;

describe("the base of an image", () => {
  it.each<readonly [string, string, readonly Local[], number | null, ProvenBase | null]>([
    ["is nothing where no other image is", "abc", [], null, null],
    ["is nothing where the only image is itself", "abc", [local("abc", "app:1")], null, null],
    [
      "is no image of the same layers under another tag",
      "abc",
      [local("abc", "app:1"), local("abc", "app:2")],
      null,
      null,
    ],
    ["is no image that is built on it", "ab", [local("abc", "app:1")], null, null],
    ["is no image that only shares the beginning", "abc", [local("abx", "other:1")], null, null],
    ["is no image whose last layer alone is shared", "abc", [local("xb", "other:1")], null, null],
    ["is no image without layers", "abc", [local("", "scratch:1")], null, null],
    ["is no image whose layers the listing does not know", "abc", [local(null, "debian:12")], null, null],
    [
      "is the image of all its lowest layers",
      "abc",
      [local("a", "debian:12"), local("abc", "app:1")],
      null,
      { layers: 1, proof: "shared-layers", references: ["debian:12"], id: "id of a debian:12" },
    ],
    [
      "is the nearest of several",
      "abcd",
      [local("a", "debian:12"), local("abc", "team/node:20"), local("ab", "node:20")],
      null,
      { layers: 3, proof: "shared-layers", references: ["team/node:20"], id: "id of abc team/node:20" },
    ],
    [
      "has the names of all images of these layers",
      "abc",
      [local("ab", "node:20"), local("ab"), local("ab", "node:lts", "node:20-bookworm")],
      null,
      {
        layers: 2,
        proof: "shared-layers",
        references: ["node:20", "node:20-bookworm", "node:lts"],
        id: "id of ab node:20",
      },
    ],
    [
      "is a named image rather than a nearer one without a name",
      "abcd",
      [local("abc"), local("a", "debian:12")],
      null,
      { layers: 1, proof: "shared-layers", references: ["debian:12"], id: "id of a debian:12" },
    ],
    [
      "is one without a name where there is no other",
      "abc",
      [local("ab")],
      null,
      { layers: 2, proof: "shared-layers", references: [], id: "id of ab " },
    ],
    ["is what the vendor's ChainID proves", "abc", [], 2, { layers: 2, proof: "chain-id", references: [] }],
    ["is nothing where the ChainID is that of the whole image", "abc", [local("abc", "dhi:1")], 3, null],
    [
      "has the name of the local image that the ChainID is of",
      "abc",
      [local("ab", "dhi.io/node:22")],
      2,
      { layers: 2, proof: "chain-id", references: ["dhi.io/node:22"], id: "id of ab dhi.io/node:22" },
    ],
    [
      "is the local image built on what the ChainID proves",
      "abcd",
      [local("abc", "team/base:1")],
      2,
      { layers: 3, proof: "shared-layers", references: ["team/base:1"], id: "id of abc team/base:1" },
    ],
    [
      "is what the ChainID proves where that is nearer than a local image",
      "abcd",
      [local("a", "debian:12")],
      2,
      { layers: 2, proof: "chain-id", references: [] },
    ],
  ])("%s", (_, letters, others, chained, expected) => {
    const found = provenBase(image(letters), others, chained);
    expect(found).toEqual(expected);
    if (found !== null) expect(ProvenBase.parse(found)).toEqual(found);
    expect(provenBase(image(letters), [...others].reverse(), chained)?.layers).toBe(expected?.layers);
  });

  it("has the names of a digest where there is no tag", () => {
    const other = { ...local("a"), repoDigests: ["debian@sha256:1"] };
    expect(provenBase(image("ab"), [other], null)?.references).toEqual(["debian@sha256:1"]);
  });
});

describe("whose a layer is, in words", () => {
  const base: ProvenBase = { layers: 2, proof: "shared-layers", references: ["debian:12", "debian:latest"] };
  it.each([
    [0, base, "en", "layer 0 (base debian:12)"],
    [1, base, "de", "Schicht 1 (Basis debian:12)"],
    [2, base, "en", "layer 2 (own)"],
    [2, base, "de", "Schicht 2 (eigene)"],
    [0, { ...base, references: [] }, "en", "layer 0 (base)"],
    [0, undefined, "en", "layer 0"],
  ] satisfies readonly (readonly [number, ProvenBase | undefined, "en" | "de", string])[])(
    "%j",
    (layer, proven, language, text) => {
      expect(layerText(layer, proven, language)).toBe(text);
    },
  );

  it("is not said where nothing proves a base", () => {
    expect(layerOwner(0, undefined, "en")).toBeNull();
  });
});
