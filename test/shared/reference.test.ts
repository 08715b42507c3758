import { describe, expect, it } from "vitest";
import { namesImage, normaliseReference, selectImages, splitTag } from "../../shared/reference.ts";

const id = `sha256:${"ab12".repeat(16)}`;
const image = {
  key: "k1",
  id,
  references: ["debian:12", "registry:5000/team/api:1"],
  repoDigests: [`debian@sha256:${"c".repeat(64)}`],
};

describe("a reference is read as docker writes it", () => {
  it.each([
    ["debian", "docker.io/library/debian:latest"],
    ["debian:12", "docker.io/library/debian:12"],
    ["docker.io/debian:12", "docker.io/library/debian:12"],
    ["index.docker.io/library/debian", "docker.io/library/debian:latest"],
    ["team/api", "docker.io/team/api:latest"],
    ["localhost/api", "localhost/api:latest"],
    ["registry:5000/team/api", "registry:5000/team/api:latest"],
    ["registry:5000/team/api:1", "registry:5000/team/api:1"],
    [`debian@sha256:${"c".repeat(64)}`, `docker.io/library/debian@sha256:${"c".repeat(64)}`],
  ])("%s", (given, normal) => expect(normaliseReference(given)).toBe(normal));

  it("takes a colon before the last slash for a port", () => {
    expect(splitTag("host:5000/name")).toEqual({ repository: "host:5000/name", tag: null });
  });
});

describe("an image is named by", () => {
  it.each([
    "debian:12",
    "docker.io/library/debian:12",
    "registry:5000/team/api:1",
    "k1",
    id,
    "ab12ab12",
    "sha256:ab12ab12",
    `debian@sha256:${"c".repeat(64)}`,
  ])("%s", (word) => expect(namesImage(word, image)).toBe(true));
  it.each(["debian", "debian:13", "ab1", "cafe", "api:1"])("but not by %s", (word) =>
    expect(namesImage(word, image)).toBe(false),
  );
});

it("says which words named nothing, and prefers a name over the beginning of an id", () => {
  const cafe = { key: "k2", id: `sha256:${"cafe".repeat(16)}`, references: [], repoDigests: [] };
  const named = { key: "k3", id: `sha256:${"1".repeat(64)}`, references: ["cafe:latest"], repoDigests: [] };
  expect(selectImages([image, cafe, named], ["cafe", "nope"])).toEqual({ chosen: [named], missing: ["nope"] });
});
