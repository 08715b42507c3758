// What a header says of its package, and headers that are none.
import { describe, expect, it } from "vitest";
import { packageOfHeader } from "../../../../../main/inspect/packages/rpm/header-blob.ts";
import { sourceOfRpm } from "../../../../../main/inspect/packages/rpm/source-rpm.ts";
import { bigEndian, headerBlob, headerOfTags, type RpmFields, textTag } from "../../../../support/rpm-fixtures.ts";

const glibc = {
  name: "glibc",
  version: "2.34",
  release: "60.el9",
  arch: "x86_64",
  sourceRpm: "glibc-2.34-60.el9.src.rpm",
};

describe("packageOfHeader", () => {
  it.each<[string, RpmFields, object]>([
    ["no epoch as none", glibc, { name: "glibc", version: "2.34-60.el9", arch: "x86_64" }],
    ["an epoch of 0 as one", { ...glibc, epoch: 0 }, { name: "glibc", version: "0:2.34-60.el9", arch: "x86_64" }],
    ["an epoch", { ...glibc, epoch: 4294967295 }, { name: "glibc", version: "4294967295:2.34-60.el9", arch: "x86_64" }],
    [
      "a source of another name",
      { ...glibc, name: "libnsl" },
      { name: "libnsl", version: "2.34-60.el9", arch: "x86_64", source: { name: "glibc", version: "2.34-60.el9" } },
    ],
    [
      "a source of another version",
      { ...glibc, version: "9" },
      { name: "glibc", version: "9-60.el9", arch: "x86_64", source: { name: "glibc", version: "2.34-60.el9" } },
    ],
    [
      "a signing key, which has neither arch nor source",
      { name: "gpg-pubkey", version: "fd431d51", release: "4ae0493b", filler: 900 },
      { name: "gpg-pubkey", version: "fd431d51-4ae0493b", arch: "" },
    ],
  ])("tells %s", (_, fields, expected) => {
    expect(packageOfHeader(headerBlob(fields))).toEqual(expected);
  });

  it("takes the last of a tag, which came with the installation", () => {
    const tags = [
      textTag(1000, "a"),
      textTag(1001, "1"),
      textTag(1002, "1"),
      textTag(1022, "noarch"),
      textTag(1001, "2"),
    ];
    expect(packageOfHeader(headerOfTags(tags))).toEqual({ name: "a", version: "2-1", arch: "noarch" });
  });

  const whole = headerBlob({ ...glibc, epoch: 1 });
  const changed = (change: (bytes: Buffer) => void) => {
    const bytes = Buffer.from(whole);
    change(bytes);
    return bytes;
  };
  it.each([
    ["nothing", Buffer.alloc(0)],
    ["a cut header", whole.subarray(0, -1)],
    ["bytes behind the header", Buffer.concat([whole, Buffer.alloc(1)])],
    ["no entries", bigEndian(0, 0)],
    ["four thousand million entries", changed((bytes) => bytes.writeUInt32BE(0xffffffff, 0))],
    ["more data than there is", changed((bytes) => bytes.writeUInt32BE(0xfffffff0, 4))],
    ["a name far outside", changed((bytes) => bytes.writeUInt32BE(0xfffffff0, 8 + 8))],
    ["a name of numbers", changed((bytes) => bytes.writeUInt32BE(4, 8 + 4))],
    ["a list of names", changed((bytes) => bytes.writeUInt32BE(2, 8 + 12))],
    ["an epoch of text", headerOfTags(["1000", "1001", "1002", "1003"].map((tag) => textTag(Number(tag), "1")))],
    [
      "an epoch outside",
      headerOfTags([textTag(1000, "a"), textTag(1001, "1"), textTag(1002, "1"), [1003, 4, 1, Buffer.alloc(0)]]),
    ],
    ["no version", headerBlob({ name: "a", release: "1" })],
    ["no release", headerBlob({ name: "a", version: "1" })],
    ["an empty name", headerBlob({ name: "", version: "1", release: "1" })],
    [
      "a name without an end",
      headerOfTags([textTag(1001, "1"), textTag(1002, "1"), [1000, 6, 1, Buffer.alloc(9, 0x61)]]),
    ],
    ["a name of 100,000 letters", headerBlob({ ...glibc, name: "a".repeat(100_000) })],
  ])("takes %s for no package", (_, bytes) => {
    expect(packageOfHeader(bytes)).toBeNull();
  });
});

describe("sourceOfRpm", () => {
  it.each([
    ["gcc-c++-libs-11.4.1-2.1.el9.src.rpm", { name: "gcc-c++-libs", version: "11.4.1-2.1.el9" }],
    ["a-1-2.nosrc.rpm", { name: "a", version: "1-2" }],
    ["(none)", null],
    ["a-1.src.rpm", null],
    ["a-1-2.x86_64.rpm", null],
    [null, null],
  ])("%s is %j", (file, source) => {
    expect(sourceOfRpm(file)).toEqual(source);
  });
});
