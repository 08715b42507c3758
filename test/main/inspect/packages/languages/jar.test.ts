// Java archives: how they name themselves, what they carry, and archives made to harm.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJar } from "../../../../../main/inspect/packages/languages/jar.ts";
import { type ZipForm, type ZipMember, zipOf } from "../../../../support/zip-builder.ts";

function manifest(lines: string): ZipMember {
  return {
    name: "META-INF/MANIFEST.MF",
    content: `Manifest-Version: 1.0\r\n${lines}\r\n\r\nName: a/B.class\r\nImplementation-Version: 9\r\n`,
  };
}

function pom(group: string, artifact: string, version: string): ZipMember {
  const content = `#Created by Apache Maven 3.9\nversion=${version}\ngroupId=${group}\nartifactId=${artifact}\n`;
  return { name: `META-INF/maven/${group}/${artifact}/pom.properties`, content };
}

function read(zip: Buffer, path = "/app/app.jar"): readonly [string[], number, boolean] {
  const { packages, malformed, cut } = parseJar(zip, path);
  return [packages.map(({ name, version }) => `${name}@${version}`), malformed, cut];
}

const classes: ZipMember = { name: "a/B.class", content: "\xca\xfe\xba\xbe" };
const log4j = zipOf([pom("org.apache.logging.log4j", "log4j-core", "2.14.1")]);

describe("a Java archive", () => {
  it.each<[string, string, ZipMember[], string]>([
    ["its pom", "x.jar", [manifest("Implementation-Version: 7"), pom("g", "a", "1.0")], "g:a@1.0"],
    [
      "its title and vendor",
      "x.jar",
      [manifest("Implementation-Title: a\r\nImplementation-Version: 1.0\r\nImplementation-Vendor-Id: org.g")],
      "org.g:a@1.0",
    ],
    [
      "its bundle's name, a line continued",
      "x.jar",
      [manifest("Bundle-SymbolicName: org.apache.comm\r\n ons.lang3;singleton:=true\r\nBundle-Version: 3.12.0")],
      "org.apache.commons.lang3@3.12.0",
    ],
    ["its file name", "commons-cli-1.5.0.jar", [classes], "commons-cli@1.5.0"],
    ["its file name behind a sentence", "x-2.jar", [manifest("Implementation-Title: The X Library")], "x@2"],
    [
      "its file name where nothing was filled in",
      "x-2.jar",
      [manifest(`Implementation-Version: ${"$"}{project.version}`)],
      "x@2",
    ],
    ["its manifest though the file has no version", "x.jar", [manifest("Bundle-Version: 3")], "x@3"],
  ])("is named by %s", (_, name, members, expected) => {
    expect(read(zipOf(members), `/app/${name}`)).toEqual([[expected], 0, false]);
  });

  it("that says no version anywhere is counted", () => {
    expect(read(zipOf([manifest("Main-Class: A"), classes]))).toEqual([[], 1, false]);
  });

  it("that holds the classes of others names all of them", () => {
    const shaded = zipOf([
      manifest("Implementation-Version: 1"),
      pom("g", "own", "1"),
      pom("g", "other", "2"),
      classes,
    ]);
    expect(read(shaded)).toEqual([["g:own@1", "g:other@2"], 0, false]);
  });

  it.each<[string, string, string]>([
    ["Spring Boot program", "app.jar", "BOOT-INF/lib/log4j-core-2.14.1.jar"],
    ["web archive", "app.war", "WEB-INF/lib/log4j-core-2.14.1.jar"],
    ["enterprise archive", "app.ear", "lib/log4j-core-2.14.1.jar"],
  ])("that is a %s names what it carries, stored or deflated", (_, name, inner) => {
    for (const stored of [{ stored: true } as const, {}]) {
      const zip = zipOf([
        pom("com.example", "demo", "0.0.1-SNAPSHOT"),
        { name: inner, content: log4j, ...stored },
        classes,
      ]);
      const expected = ["com.example:demo@0.0.1-SNAPSHOT", "org.apache.logging.log4j:log4j-core@2.14.1"];
      expect([...read(zip, `/app/${name}`)[0]].sort()).toEqual(expected);
    }
  });

  it("reads the jar in the war in the ear, and says where it stops", () => {
    const war = (content: Buffer) => zipOf([{ name: "WEB-INF/lib/a-1.jar", content }]);
    const ear = (content: Buffer) =>
      zipOf([manifest("Bundle-Version: 1"), { name: "web-1.war", content: war(content) }]);
    expect(read(ear(log4j), "/app-1.ear")[0]).toContain("org.apache.logging.log4j:log4j-core@2.14.1");
    const deeper = zipOf([pom("g", "a", "1"), { name: "lib/log4j.jar", content: log4j }]);
    expect(read(ear(deeper), "/app-1.ear")).toEqual([["g:a@1", "web@1", "app@1"], 0, true]);
  });

  it.each<[string, ZipForm]>([
    ["with a script in front", { prefix: "#!/bin/bash\nexec java -jar $0\n" }],
    ["with a comment", { comment: "PK\x05\x06 comment".repeat(40) }],
    ["with zip64 records", { zip64: true }],
  ])("%s is read", (_, form) => {
    expect(read(zipOf([pom("g", "a", "1"), manifest("X: y")], form))).toEqual([["g:a@1"], 0, false]);
  });

  it("with zip64 entries is read", () => {
    expect(read(zipOf([{ ...pom("g", "a", "1"), zip64: true }]))).toEqual([["g:a@1"], 0, false]);
  });
});

describe("a Java archive made to harm", () => {
  const bomb = Buffer.alloc(64 * 1024 * 1024);

  it("unpacks no more than it may", () => {
    const member: ZipMember = { name: "META-INF/MANIFEST.MF", content: bomb };
    expect(read(zipOf([member]), "/a-1.jar")).toEqual([["a@1"], 0, true]);
    expect(read(zipOf([{ ...member, statedSize: 100 }]), "/a-1.jar")).toEqual([["a@1"], 0, false]);
    const carried = { name: "BOOT-INF/lib/b.jar", content: bomb };
    expect(read(zipOf([pom("g", "a", "1"), carried]))).toEqual([["g:a@1"], 1, true]);
    expect(read(zipOf([pom("g", "a", "1"), { ...carried, statedSize: 4096 }]))).toEqual([["g:a@1"], 1, false]);
  });

  it("unpacks the bombs of many entries only as far as one archive may", () => {
    const half = Buffer.alloc(3 * 1024 * 1024);
    const members = Array.from({ length: 50 }, (_, at) => ({ name: `BOOT-INF/lib/b${at}.jar`, content: half }));
    const [, malformed, cut] = read(zipOf(members), "/a-1.jar");
    expect([malformed, cut]).toEqual([50, true]);
  });

  it.each<[string, Buffer]>([
    ["no archive", Buffer.from("hello")],
    ["nothing", Buffer.alloc(0)],
    ["a cut archive", zipOf([pom("g", "a", "1")]).subarray(0, -10)],
    ["an archive without its beginning", zipOf([pom("g", "a", "1"), pom("g", "b", "1")]).subarray(40)],
    ["an end record alone", zipOf([])],
  ])("names nothing: %s", (_, zip) => {
    expect(read(zip, "/app/app.jar")).toEqual([[], 1, expect.any(Boolean)]);
  });

  it("keeps what can be read of an archive with encrypted entries or more entries than there are", () => {
    expect(read(zipOf([{ ...pom("g", "a", "1"), encrypted: true }, pom("g", "b", "1")]))[0]).toEqual(["g:b@1"]);
    expect(read(zipOf([pom("g", "a", "1")], { statedCount: 60_000 }))).toEqual([["g:a@1"], 0, true]);
  });

  it("never makes the reader throw, whichever bytes are changed", () => {
    const base = zipOf(
      [pom("g", "a", "1"), manifest("A: b"), { name: "BOOT-INF/lib/c.jar", content: log4j, zip64: true }],
      { zip64: true },
    );
    const change = fc.tuple(fc.nat(base.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
        const zip = Buffer.from(base);
        for (const [at, byte] of changes) zip[at] = byte;
        expect(parseJar(zip, "/x.jar").type).toBe("maven");
      }),
      { numRuns: 3000, seed: 4 },
    );
  });
});
