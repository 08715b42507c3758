import { describe, expect, it } from "vitest";
import { isKnownExecutable } from "../../../../main/inspect/runtimes/known-executables.ts";
import { runtimesOf, wantsRuntimeFile, wantsRuntimePath } from "../../../../main/inspect/runtimes/read-runtimes.ts";
import type { Os, Package, Runtime } from "../../../../shared/model/facts.ts";

const debian: Os = {
  id: "debian",
  versionId: "12",
  prettyName: null,
  product: null,
  cycle: null,
  evidence: "/etc/os-release",
  release: {},
};

interface Given {
  readonly env?: Record<string, string | null>;
  readonly labels?: Record<string, string>;
  readonly files?: Record<string, string>;
  readonly packages?: readonly Package[];
  readonly os?: Os | null;
}

/** As inspect/ does it: only paths that are wanted reach the reader, and only wanted files can be read. */
function runtimes({ env = {}, labels = {}, files = {}, packages = [], os = debian }: Given): Runtime[] {
  return runtimesOf({
    env: Object.entries(env).map(([name, value]) => ({ name, value })),
    labels,
    packages,
    os,
    file: (path) => (files[path] !== undefined && wantsRuntimeFile(path) ? { text: files[path], layer: 3 } : null),
    paths: Object.keys(files)
      .filter(wantsRuntimePath)
      .map((path) => ({ path, layer: 3 })),
  });
}

function deb(name: string, version: string): Package {
  return { type: "deb", name, version, arch: "amd64", layer: 1, path: "/var/lib/dpkg/status" };
}
const nodeHeader = (version: string) => {
  const [major, minor, patch] = version.split(".");
  return `#define NODE_MAJOR_VERSION ${major}\n#define NODE_MINOR_VERSION ${minor}\n#define NODE_PATCH_VERSION ${patch}\n`;
};

describe("files and paths", () => {
  const signs: [product: string, version: string, path: string, text: string][] = [
    ["nodejs", "18.20.8", "/usr/local/include/node/node_version.h", nodeHeader("18.20.8")],
    ["nodejs", "22.1.0", "/nodejs/include/node/node_version.h", nodeHeader("22.1.0")],
    ["python", "3.12.4", "/usr/local/include/python3.12/patchlevel.h", '#define PY_VERSION              "3.12.4"\n'],
    ["python", "3.12", "/usr/local/lib/libpython3.12.so.1.0", "x"],
    ["php", "8.2.33", "/usr/local/include/php/main/php_version.h", '#define PHP_VERSION "8.2.33"\n'],
    [
      "ruby",
      "3.3.5",
      "/usr/local/lib/ruby/3.3.0/x86_64-linux/rbconfig.rb",
      '  CONFIG["MAJOR"] = "3"\n  CONFIG["MINOR"] = "3"\n  CONFIG["TEENY"] = "5"\n',
    ],
    ["go", "1.22.1", "/usr/local/go/VERSION", "go1.22.1\ntime 2024-02-29T18:18:48Z\n"],
    ["erlang", "27.3.4.15", "/usr/local/lib/erlang/releases/27/OTP_VERSION", "27.3.4.15\n"],
    ["elixir", "1.18.4", "/usr/local/lib/elixir/lib/elixir/ebin/elixir.app", '{application,elixir,[{vsn,"1.18.4"}]}.'],
    ["tomcat", "10.1.59", "/usr/local/tomcat/RELEASE-NOTES", "\n                     Apache Tomcat Version 10.1.59\n"],
    [
      "apache-http-server",
      "2.4.68",
      "/usr/local/apache2/include/ap_release.h",
      "#define AP_SERVER_MAJORVERSION_NUMBER 2\n#define AP_SERVER_MINORVERSION_NUMBER 4\n#define AP_SERVER_PATCHLEVEL_NUMBER   68\n",
    ],
    ["perl", "5.38.2", "/usr/local/lib/perl5/5.38.2", "x"],
    ["dotnet", "8.0.30", "/usr/share/dotnet/shared/Microsoft.NETCore.App/8.0.30", "x"],
    ["rust", "1.94.1", "/usr/local/rustup/toolchains/1.94.1-x86_64-unknown-linux-gnu/bin/rustc", "x"],
    ["apache-cassandra", "4.0.20", "/opt/cassandra/lib/apache-cassandra-4.0.20.jar", "x"],
  ];
  it.each(signs)("%s %s from %s", (product, version, path, text) => {
    expect(runtimes({ files: { [path]: text } })).toEqual([
      { product, version, cycle: null, evidence: path, by: "file", layer: 3 },
    ]);
  });

  it("two .NET versions are two runtimes, seen once each though folder and file both show them", () => {
    const root = "/usr/share/dotnet/shared/Microsoft.NETCore.App";
    const found = runtimes({
      files: { [`${root}/8.0.30`]: "", [`${root}/8.0.30/System.Private.CoreLib.dll`]: "", [`${root}/9.0.1`]: "" },
    });
    expect(found.map((one) => one.version)).toEqual(["8.0.30", "9.0.1"]);
  });

  it("a file that does not hold what its name promises is no sign", () => {
    expect(
      runtimes({
        files: {
          "/usr/local/include/node/node_version.h": "#define NODE_MAJOR_VERSION 22\n",
          "/usr/local/go/VERSION": "devel",
          "/opt/app/release": "2024-01-01 build 7",
        },
      }),
    ).toEqual([]);
  });

  it("most paths of an image are not wanted", () => {
    const paths = [
      "/etc/passwd",
      "/release",
      "/usr/local/lib/perl5/5.38.2/strict.pm",
      "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0",
    ];
    expect(paths.filter(wantsRuntimePath)).toEqual([]);
  });
});

describe("Java", () => {
  const release = (lines: Record<string, string>) =>
    Object.entries(lines)
      .map(([key, value]) => `${key}="${value}"\n`)
      .join("");
  const temurin = release({
    IMPLEMENTOR: "Eclipse Adoptium",
    JAVA_VERSION: "21.0.12",
    JAVA_RUNTIME_VERSION: "21.0.12+8-LTS",
  });

  it("is read from the release file in its home, with vendor and build", () => {
    const found = runtimes({
      env: { JAVA_HOME: "/opt/java/openjdk/", JAVA_VERSION: "jdk-21.0.12+8" },
      files: { "/opt/java/openjdk/release": temurin, "/usr/lib/jvm/other/release": release({ JAVA_VERSION: "8" }) },
    });
    expect(found).toMatchObject([
      { product: "java", version: "21.0.12+8", vendor: "Eclipse Adoptium", evidence: "/opt/java/openjdk/release" },
    ]);
    expect(found[0]?.conflicts).toBeUndefined();
  });

  it("is found without the variable, each home on its own", () => {
    const files = {
      "/usr/lib/jvm/a/release": temurin,
      "/opt/java/b/release": release({ JAVA_VERSION: "17.0.2", IMPLEMENTOR: "Azul Systems, Inc." }),
    };
    expect(runtimes({ files }).map((one) => [one.version, one.vendor])).toEqual([
      ["17.0.2", "Azul Systems, Inc."],
      ["21.0.12+8", "Eclipse Adoptium"],
    ]);
  });

  it("of the distribution follows it, by file and package together", () => {
    const found = runtimes({
      files: {
        "/usr/lib/jvm/java-17-openjdk-amd64/release": release({ JAVA_VERSION: "17.0.12", IMPLEMENTOR: "Debian" }),
      },
      packages: [deb("openjdk-17-jre-headless", "17.0.12+7-2~deb12u1")],
    });
    expect(found).toMatchObject([{ product: "java", by: "file", vendor: "Debian", distroPackaged: true }]);
  });

  it("of Corretto 8 has a folder that agrees with its release file", () => {
    const home = "/usr/lib/jvm/java-1.8.0-amazon-corretto";
    const files = { [`${home}/release`]: release({ JAVA_VERSION: "1.8.0_422", IMPLEMENTOR: "Amazon.com Inc." }) };
    const found = runtimes({ env: { JAVA_HOME: home }, files });
    expect(found).toMatchObject([{ version: "1.8.0_422", vendor: "Amazon.com Inc.", by: "file" }]);
    expect(found[0]?.conflicts).toBeUndefined();
  });

  it.each([
    [{ JAVA_VERSION: "8u342" }, { version: "8u342", by: "env" }, undefined],
    [{ JAVA_VERSION: "jdk-21.0.4+7_openj9-0.46.1" }, { by: "env" }, "IBM Corporation"],
    [{ JAVA_HOME: "/usr/lib/jvm/java-21-amazon-corretto" }, { version: "21", by: "env" }, "Amazon.com Inc."],
    [{ JAVA_HOME: "/usr/lib/jvm/java-1.8.0-amazon-corretto" }, { version: "8.0", by: "env" }, "Amazon.com Inc."],
  ])("with nothing but %j names a vendor only where the value does", (env, wanted, vendor) => {
    const [found] = runtimes({ env });
    expect(found).toMatchObject({ product: "java", ...wanted });
    expect(found?.vendor).toBe(vendor);
  });

  it("of Oracle is a commercial build only where it says so", () => {
    const vendorOf = (more: Record<string, string>) =>
      runtimes({
        files: { "/opt/j/release": release({ JAVA_VERSION: "17", IMPLEMENTOR: "Oracle Corporation", ...more }) },
      })[0]?.vendor;
    expect(vendorOf({})).toBe("Oracle Corporation");
    expect(vendorOf({ BUILD_TYPE: "commercial" })).toBe("Oracle JDK");
    expect(vendorOf({ GRAALVM_VERSION: "21" })).toBe("Oracle GraalVM");
  });
});

describe("evidence", () => {
  it("of a file beats the environment, and the contradiction is kept", () => {
    const found = runtimes({
      env: { NODE_VERSION: "18.20.8" },
      files: { "/usr/local/include/node/node_version.h": nodeHeader("22.23.2") },
    });
    expect(found).toMatchObject([
      { version: "22.23.2", by: "file", conflicts: [{ evidence: "env NODE_VERSION", version: "18.20.8" }] },
    ]);
  });

  it("that agrees makes the answer more exact", () => {
    const found = runtimes({ env: { PYTHON_VERSION: "3.12.4" }, files: { "/usr/local/lib/libpython3.12.so.1.0": "" } });
    expect(found).toMatchObject([
      { version: "3.12.4", by: "file", evidence: "/usr/local/lib/libpython3.12.so.1.0, env PYTHON_VERSION" },
    ]);
  });

  it("of a dot prefix is no agreement: 3.1 is not 3.10", () => {
    const found = runtimes({ env: { PYTHON_VERSION: "3.10.2" }, files: { "/usr/local/lib/libpython3.1.so.1.0": "" } });
    expect(found[0]?.conflicts).toHaveLength(1);
  });

  it("of a package beats the environment", () => {
    const found = runtimes({ env: { NODE_VERSION: "20.1.0" }, packages: [deb("nodejs", "18.20.4+dfsg-1~deb12u1")] });
    expect(found).toMatchObject([
      { by: "package", distroPackaged: true, conflicts: [{ evidence: "env NODE_VERSION", version: "20.1.0" }] },
    ]);
  });

  it("of a distribution's package beside an own installation is a second runtime", () => {
    const found = runtimes({
      env: { PYTHON_VERSION: "3.11.9" },
      files: { "/usr/local/include/python3.11/patchlevel.h": '#define PY_VERSION "3.11.9"\n' },
      packages: [deb("python3.11", "3.11.2-6+deb12u5"), deb("python3.11-minimal", "3.11.2-6+deb12u5")],
    });
    expect(found).toHaveLength(2);
    expect(found).toMatchObject([
      { version: "3.11.9", by: "file", evidence: "/usr/local/include/python3.11/patchlevel.h" },
      { version: "3.11.2-6+deb12u5", by: "package", distroPackaged: true },
    ]);
    expect(found[0]?.distroPackaged).toBeUndefined();
    expect(found[0]?.conflicts).toBeUndefined();
  });
});

describe("packages", () => {
  const cases: [name: string, version: string, product: string, distro: boolean][] = [
    ["python3.9", "3.9.2-1", "python", true],
    ["nodejs", "18.20.4+dfsg-1~deb12u1", "nodejs", true],
    ["nodejs", "22.1.0-1nodesource1", "nodejs", false],
    ["postgresql-14", "14.22-1.pgdg12+1", "postgresql", false],
    ["postgresql-15", "15.8-0+deb12u1", "postgresql", true],
    ["nginx", "1.22.1-9+deb12u1", "nginx", true],
    ["nginx", "1.29.8-1~bookworm", "nginx", false],
    ["mariadb-server", "1:11.8.8+maria~ubu2404", "mariadb", false],
    ["php8.2-fpm", "8.2.29-1+0~20250710.81+debian12~1.gbp1", "php", false],
    ["php8.2-fpm", "8.2.29-1~deb12u1", "php", true],
    ["python3.11", "3.11.9-1+jammy1", "python", false],
    ["temurin-21-jre", "21.0.12.0.0+8-1", "java", false],
    ["mongodb-org-server", "7.0.37", "mongodb", false],
    ["dotnet-runtime-8.0", "8.0.30-1", "dotnet", false],
    ["dotnet-runtime-8.0", "8.0.8-0ubuntu1~24.04.1", "dotnet", true],
    ["perl", "5.36.0-7+deb12u1", "perl", true],
  ];
  it.each(cases)("%s %s is %s, packaged by the distribution: %s", (name, version, product, distro) => {
    const [found] = runtimes({ packages: [deb(name, version)] });
    expect(found).toMatchObject({ product, version, by: "package", evidence: `/var/lib/dpkg/status: ${name}` });
    expect(found?.distroPackaged ?? false).toBe(distro);
  });

  it("of OpenJDK follow a rebuild of RHEL, but have a clock of their own on RHEL itself", () => {
    const java: Package = {
      type: "rpm",
      name: "java-21-openjdk-headless",
      version: "1:21.0.8.0.9-1.el9",
      arch: "x86_64",
      layer: 0,
      path: "/var/lib/rpm/rpmdb.sqlite",
    };
    const on = (id: string) => runtimes({ packages: [java], os: { ...debian, id } })[0]?.distroPackaged ?? false;
    expect([on("rhel"), on("almalinux")]).toEqual([false, true]);
  });

  it("without an operating system follow nothing", () => {
    expect(runtimes({ packages: [deb("python3.9", "3.9.2-1")], os: null })[0]?.distroPackaged).toBeUndefined();
  });

  it("that are no runtime say nothing, perl-base included", () => {
    expect(
      runtimes({
        packages: [
          deb("libc6", "2.36"),
          deb("perl-base", "5.36"),
          deb("python3", "3.11.2-1"),
          deb("python3-pip", "23"),
        ],
      }),
    ).toEqual([]);
  });

  it("inside a Go binary name the Go release that built it", () => {
    const stdlib = { type: "golang", name: "stdlib", version: "go1.24.13", arch: "", layer: 0, path: "/app" } as const;
    expect(runtimes({ packages: [stdlib], os: null })).toMatchObject([
      { product: "go", version: "go1.24.13", by: "file", evidence: "/app" },
    ]);
  });
});

describe("claims", () => {
  it("of helper tools and modules are no runtimes, masked and empty values claim nothing", () => {
    const env = {
      YARN_VERSION: "1.22.22",
      GOSU_VERSION: "1.19",
      NJS_VERSION: "0.9",
      DOTNET_SDK_VERSION: "3.1.426",
      PYTHON_PIP_VERSION: "24",
      NODE_VERSION: null,
      PHP_VERSION: " ",
    };
    expect(runtimes({ env })).toEqual([]);
  });

  it("take the exact variable before the major, and .NET before ASP.NET", () => {
    const found = runtimes({
      env: { PG_MAJOR: "14", PG_VERSION: "14.22-1.pgdg12+1", ASPNET_VERSION: "8.0.29", DOTNET_VERSION: "8.0.30" },
    });
    expect(found.map((one) => [one.product, one.version, one.evidence])).toEqual([
      ["dotnet", "8.0.30", "env DOTNET_VERSION"],
      ["postgresql", "14.22-1.pgdg12+1", "env PG_VERSION"],
    ]);
  });

  it("of a hardened image's labels name its product, but a base image is none", () => {
    const labels = (name: string) => ({
      "com.docker.dhi.name": name,
      "com.docker.dhi.version": "26.7.0-alpine3.24-dev",
    });
    expect(runtimes({ labels: labels("dhi/node") })).toMatchObject([
      { product: "nodejs", version: "26.7.0", by: "label" },
    ]);
    expect(runtimes({ labels: labels("dhi/debian-base") })).toEqual([]);
    expect(runtimes({ labels: labels("dhi/../../x") })).toEqual([]);
  });
});

it("hostile amounts of made-up evidence stay bounded", () => {
  const files = Object.fromEntries(
    Array.from({ length: 5000 }, (_, i) => [`/x/shared/Microsoft.NETCore.App/8.${i % 1000}.${i}`, ""]),
  );
  expect(runtimes({ files }).length).toBeLessThanOrEqual(200);
});

it("known executables are names of a fixed list in bin folders", () => {
  const paths = [
    "/bin/sh",
    "/usr/bin/apt-get",
    "/usr/local/bin/python3.12",
    "/sbin/apk",
    "/opt/bin/sh",
    "/usr/bin/ls",
    "/bin/sub/sh",
  ];
  expect(paths.filter(isKnownExecutable)).toEqual(paths.slice(0, 4));
});

it("labels named like properties of objects are only names", () => {
  const labels = { "com.docker.dhi.name": "dhi/constructor", "com.docker.dhi.version": "1.2" };
  expect(runtimes({ labels })).toMatchObject([{ product: "constructor", version: "1.2" }]);
});
