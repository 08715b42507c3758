// Which product and cycle an image's components are: every row and pitfall of the notes on detection (lifecycle.md 3.1, 3.3,
// 3.4), with examples of our own beside the 86 cases of the reference.
import { describe, expect, it } from "vitest";
import { lifecycleOf } from "../../../main/lifecycle/lifecycle-of.ts";
import { CalendarDay } from "../../../shared/calendar-day.ts";
import type { LifecycleEntry } from "../../../shared/model/lifecycle.ts";
import { factsOfCase, type LifecycleCase } from "../../support/lifecycle-case.ts";
import { shippedLifecycleData } from "../../support/lifecycle-data.ts";

const data = await shippedLifecycleData();
const on = CalendarDay.parse("2026-11-24");

type Given = Omit<LifecycleCase, "name" | "why" | "expected">;
function entriesOf(given: Given): LifecycleEntry[] {
  return lifecycleOf(factsOfCase({ name: "", why: "", expected: {}, ...given }), data, on);
}
/** `product cycle`, or the reason why there is none. */
function placed(entry: LifecycleEntry | undefined): string {
  if (entry === undefined) return "nothing";
  const { product, cycle } = entry.component;
  return cycle === null ? (entry.reason ?? entry.status) : `${product} ${cycle}`;
}

describe("operating systems", () => {
  const rows: [id: string, version: string | null, wanted: string, more?: Record<string, string>][] = [
    ["debian", "13", "debian 13", { DEBIAN_VERSION_FULL: "13.1" }],
    ["debian", "9", "debian 9"],
    ["debian", "8", "debian 8", { PRETTY_NAME: "Debian GNU/Linux 8 (jessie)" }],
    ["Debian", "12", "debian 12"],
    ["debian", null, "rolling", { PRETTY_NAME: "Debian GNU/Linux forky/sid", VERSION_CODENAME: "forky" }],
    ["debian", "12", "debian 12", { PRETTY_NAME: "Distroless" }],
    ["debian", "14", "newer-than-data"],
    ["ubuntu", "22.04", "ubuntu 22.04", { VERSION: "22.04.5 LTS (Jammy Jellyfish)" }],
    ["ubuntu", "23.10", "ubuntu 23.10"],
    ["ubuntu", "14.04", "ubuntu 14.04"],
    ["ubuntu", "27.04", "newer-than-data"],
    ["alpine", "3.22.1", "alpine-linux 3.22"],
    ["alpine", "3.2.3", "alpine-linux 3.2"],
    ["alpine", "3.23_alpha20250612", "rolling"],
    ["alpine", "3.22.0_alpha20250108", "rolling", { PRETTY_NAME: "Alpine Linux edge" }],
    ["alpine", "3.99.0", "newer-than-data"],
    ["rhel", "9.6", "rhel 9", { CPE_NAME: "cpe:/o:redhat:enterprise_linux:9::baseos" }],
    ["rhel", "8.10", "rhel 8"],
    ["rhel", "7.9", "rhel 7"],
    ["rhel", "10.0", "rhel 10"],
    ["rhel", "11.0", "newer-than-data"],
    ["centos", "7", "centos 7", { NAME: "CentOS Linux" }],
    ["centos", "8", "centos 8", { NAME: "CentOS Linux" }],
    ["centos", "8 (2111)", "centos 8", { NAME: "CentOS Linux" }],
    ["centos", "8", "centos-stream 8", { NAME: "CentOS Stream" }],
    ["centos", "10", "centos-stream 10", { NAME: "CentOS Stream" }],
    ["rocky", "9.3", "rocky-linux 9"],
    ["almalinux", "9.6", "almalinux 9"],
    ["almalinux", "10.0", "almalinux 10"],
    ["ol", "9.1", "oracle-linux 9", { CPE_NAME: "cpe:/o:oracle:linux:9:1:server" }],
    ["ol", "7.9", "oracle-linux 7"],
    ["fedora", "43", "fedora 43"],
    ["fedora", "45", "newer-than-data"],
    ["fedora", "45", "rolling", { VERSION: "45 (Rawhide)" }],
    ["amzn", "2", "amazon-linux 2"],
    ["amzn", "2023", "amazon-linux 2023", { PRETTY_NAME: "Amazon Linux 2023.8.20250707" }],
    ["amzn", "2018.03", "amazon-linux 2018.03"],
    ["amzn", "2022", "no-such-cycle"],
    ["sles", "15", "sles 15.0"],
    ["sles", "15.7", "sles 15.7"],
    ["sles", "12.5", "sles 12.5"],
    ["sles_sap", "15.6", "sles 15.6"],
    ["opensuse-leap", "15.6", "opensuse 15.6"],
    ["opensuse-tumbleweed", "20260801", "rolling"],
    ["photon", "5.0", "photon 5.0"],
    ["photon", "4.0", "photon 4.0"],
    ["wolfi", "20230201", "rolling"],
    ["chainguard", "20230214", "rolling"],
    ["minimos", "20250101", "rolling"],
    ["secureos", "1", "rolling"],
    ["echo", "1", "rolling", { ID_LIKE: "debian" }],
    ["azurelinux", "3.0", "no-product"],
    ["mariner", "2.0.20250304", "no-product"],
    ["openEuler", "24.03", "no-product", { NAME: "openEuler" }],
    ["arch", null, "rolling", { BUILD_ID: "rolling" }],
    ["arch", "TEMPLATE_VERSION_ID", "rolling"],
    ["gentoo", "2.18", "rolling"],
    ["kali", "2025.4", "rolling"],
    ["linuxmint", "22.1", "linuxmint 22.1", { ID_LIKE: "ubuntu debian", UBUNTU_CODENAME: "noble" }],
    ["linuxmint", "22", "linuxmint 22", { ID_LIKE: "ubuntu debian" }],
    ["linuxmint", "6", "linuxmint lmde6", { NAME: "LMDE", ID_LIKE: "debian" }],
    ["pop", "22.04", "pop-os 22.04", { ID_LIKE: "ubuntu debian", UBUNTU_CODENAME: "jammy" }],
    ["devuan", "5", "devuan 5", { ID_LIKE: "debian" }],
    ["postmarketos", "v25.06", "postmarketos 25.06", { ID_LIKE: "alpine" }],
    ["postmarketos", "edge", "rolling", { ID_LIKE: "alpine" }],
    ["elementary", "8", "no-product", { ID_LIKE: "ubuntu debian", UBUNTU_CODENAME: "noble" }],
    ["zorin", "17", "no-product", { ID_LIKE: "ubuntu debian", UBUNTU_CODENAME: "jammy" }],
    ["raspbian", "11", "no-product", { ID_LIKE: "debian" }],
    ["dhi", "13", "debian 13", { ID_LIKE: "debian", NAME: "Docker Hardened Images" }],
    ["dhi", "3.22.1", "alpine-linux 3.22", { ID_LIKE: "alpine" }],
    ["dhi", "1", "no-product", { ID_LIKE: "fedora" }],
    ["nodejs", "22", "no-product"],
    ["rhel", null, "no-version"],
  ];
  it.each(rows)("%s %s is %s", (id, version, wanted, more = {}) => {
    const osRelease = { NAME: id, ID: id, ...(version === null ? {} : { VERSION_ID: version }), ...more };
    expect(placed(entriesOf({ osRelease })[0])).toBe(wanted);
  });

  it("a parent is an inference that covers nothing", () => {
    const parents: [Record<string, string>, string][] = [
      [{ ID: "elementary", VERSION_ID: "8", UBUNTU_CODENAME: "noble" }, "ubuntu 24.04"],
      [{ ID: "zorin", VERSION_ID: "17", UBUNTU_CODENAME: "jammy" }, "ubuntu 22.04"],
      [{ ID: "raspbian", VERSION_ID: "11" }, "debian 11"],
    ];
    for (const [osRelease, wanted] of parents) {
      const [entry] = entriesOf({ osRelease });
      expect(`${entry?.component.base?.product} ${entry?.component.base?.cycle}`).toBe(wanted);
      expect(entry?.coverage.some((window) => window.entitled)).toBe(false);
    }
    expect(
      entriesOf({ osRelease: { ID: "echo", VERSION_ID: "1", ID_LIKE: "debian" } })[0]?.component.base,
    ).toBeUndefined();
  });

  it.each([
    ["ubi9-minimal-container", "ubi-minimal"],
    ["ubi8-micro-container", "ubi-micro"],
    ["ubi9-init-container", "ubi-init"],
    ["ubi9-container", undefined],
  ])("the label of %s makes it %s", (component, variant) => {
    const osRelease = { ID: "rhel", VERSION_ID: "9.6" };
    const [entry] = entriesOf({ osRelease, labels: { "com.redhat.component": component } });
    expect(entry?.component).toMatchObject({ product: "rhel", cycle: "9" });
    expect(entry?.component.variant).toBe(variant);
  });

  it("an image without a file has no system, and Ubuntu's labels count only where the version is a release", () => {
    expect(placed(entriesOf({})[0])).toBe("no-os");
    const ubuntu = { "org.opencontainers.image.ref.name": "ubuntu" };
    const version = (text: string) => ({ ...ubuntu, "org.opencontainers.image.version": text });
    expect(placed(entriesOf({ labels: version("24.04") })[0])).toBe("ubuntu 24.04");
    expect(placed(entriesOf({ labels: version("11.8.8") })[0])).toBe("no-os");
  });

  it("distroless images end by their own policy before Debian does, shown beside it and as an estimate", () => {
    const osRelease = { ID: "debian", VERSION_ID: "12", PRETTY_NAME: "Distroless" };
    const policy = (given: Given) =>
      entriesOf({ osRelease, ...given })[0]?.coverage.find((window) => window.provider === "GoogleContainerTools");
    expect(policy({})).toMatchObject({ until: "2026-09-30", entitled: false, estimate: true, secondOpinion: true });
    expect(policy({ env: { NODE_VERSION: "22.1.0" } })?.until).toBe("2026-01-31");
    expect(policy({ osRelease: { ID: "debian", VERSION_ID: "13", PRETTY_NAME: "Distroless" } })).toBeUndefined();
  });
});

describe("runtimes and servers by what official images set", () => {
  const rows: [env: Record<string, string>, wanted: string][] = [
    [{ NODE_VERSION: "22.23.2" }, "nodejs 22"],
    [{ NODE_VERSION: "v18.20.8" }, "nodejs 18"],
    [{ NODE_VERSION: "0.12.18" }, "no-such-cycle"],
    [{ NODE_VERSION: "99.0.0" }, "newer-than-data"],
    [{ PYTHON_VERSION: "3.14.6" }, "python 3.14"],
    [{ PYTHON_VERSION: "3.1.5" }, "python 3.1"],
    [{ PYTHON_VERSION: "2.7.18" }, "python 2.7"],
    [{ PYTHON_VERSION: "3.15.0b3" }, "prerelease"],
    [{ PHP_VERSION: "8.2.33" }, "php 8.2"],
    [{ PHP_VERSION: "8.6.0alpha3" }, "prerelease"],
    [{ PHP_VERSION: "5.6.40" }, "php 5.6"],
    [{ RUBY_VERSION: "4.0.3" }, "ruby 4.0"],
    [{ RUBY_VERSION: "2.0.0-p648" }, "ruby 2.0.0"],
    [{ RUBY_VERSION: "2.0.0p648" }, "ruby 2.0.0"],
    [{ RUBY_VERSION: "1.9.3-p551" }, "ruby 1.9.3"],
    [{ GOLANG_VERSION: "1.27.0" }, "go 1.27"],
    [{ GOLANG_VERSION: "1.4" }, "no-such-cycle"],
    [{ GOLANG_VERSION: "1.20" }, "go 1.20"],
    [{ TOMCAT_VERSION: "9.0.110" }, "tomcat 9.0"],
    [{ MONGO_VERSION: "8.2.1" }, "mongodb 8.2"],
    [{ GOLANG_VERSION: "1.28rc1" }, "prerelease"],
    [{ RUST_VERSION: "1.94.1" }, "rust 1.94"],
    [{ RUST_VERSION: "nightly" }, "prerelease"],
    [{ DOTNET_VERSION: "10.0.11" }, "dotnet 10"],
    [{ DOTNET_VERSION: "3.1.32" }, "dotnet 3.1"],
    [{ ASPNET_VERSION: "8.0.30" }, "dotnet 8"],
    [{ OTP_VERSION: "27.3.4.15" }, "erlang 27"],
    [{ ELIXIR_VERSION: "v1.18.4" }, "elixir 1.18"],
    [{ NGINX_VERSION: "1.29.8", NJS_VERSION: "0.9.1", ACME_VERSION: "0.3.1" }, "nginx 1.29"],
    [{ HTTPD_VERSION: "2.4.68" }, "apache-http-server 2.4"],
    [{ PG_MAJOR: "14", PG_VERSION: "14.22-1.pgdg12+1" }, "postgresql 14"],
    [{ PG_VERSION: "17.9" }, "postgresql 17"],
    [{ PG_MAJOR: "9.6", PG_VERSION: "9.6.24-1.pgdg90+1" }, "postgresql 9.6"],
    [{ MYSQL_MAJOR: "8.4", MYSQL_VERSION: "8.4.10-1.el9" }, "mysql 8.4"],
    [{ MYSQL_VERSION: "5.7.44-1.el7" }, "mysql 5.7"],
    [{ MARIADB_VERSION: "1:11.8.8+maria~ubu2404" }, "mariadb 11.8"],
    [{ MARIADB_VERSION: "11.8.8" }, "mariadb 11.8"],
    [{ MONGO_MAJOR: "7.0", MONGO_VERSION: "7.0.37" }, "mongodb 7.0"],
    [{ REDIS_VERSION: "7.2.16" }, "redis 7.2"],
    [{ VALKEY_VERSION: "8.0.2" }, "valkey 8.0"],
    [{ RABBITMQ_VERSION: "4.1.8" }, "rabbitmq 4.1"],
    [{ TOMCAT_MAJOR: "10", TOMCAT_VERSION: "10.1.59" }, "tomcat 10.1"],
    [{ TOMCAT_VERSION: "7.0.109" }, "tomcat 7"],
    [{ HAPROXY_VERSION: "3.5-dev3" }, "prerelease"],
    [{ HAPROXY_VERSION: "3.0.11" }, "haproxy 3.0"],
    [{ MEMCACHED_VERSION: "1.6.45" }, "memcached 1.6"],
    [{ CASSANDRA_VERSION: "4.0.20" }, "apache-cassandra 4.0"],
    [{ DOCKER_VERSION: "29.7.2" }, "docker-engine 29"],
    [{ DOCKER_VERSION: "26.1.4" }, "docker-engine 26.1"],
    [{ JAVA_HOME: "/usr/lib/jvm/java-21-amazon-corretto" }, "amazon-corretto 21"],
  ];
  it.each(rows)("%j is %s", (env, wanted) => {
    const [, entry] = entriesOf({ env });
    expect(placed(entry)).toBe(wanted);
  });

  it("helper tools and modules raise nothing of their own", () => {
    const env = {
      YARN_VERSION: "1.22.22",
      GOSU_VERSION: "1.17",
      PYTHON_PIP_VERSION: "24.0",
      JSYAML_VERSION: "3.13.1",
      GIT_VERSION: "2.45",
    };
    expect(entriesOf({ env }).slice(1)).toEqual([]);
  });

  const javas: [release: string, wanted: string][] = [
    ['IMPLEMENTOR="Eclipse Adoptium"\nJAVA_VERSION="21.0.12"\n', "eclipse-temurin 21"],
    ['IMPLEMENTOR="Temurin"\nJAVA_VERSION="1.8.0_502"\n', "eclipse-temurin 8"],
    ['IMPLEMENTOR="Amazon.com Inc."\nJAVA_VERSION="1.8.0_462"\n', "amazon-corretto 8"],
    ['IMPLEMENTOR="Azul Systems, Inc."\nJAVA_VERSION="17.0.19"\n', "azul-zulu 17"],
    ['IMPLEMENTOR="IBM Corporation"\nJAVA_VERSION="21.0.4"\n', "ibm-semeru-runtime 21"],
    ['IMPLEMENTOR="Oracle Corporation"\nJAVA_VERSION="17.0.2"\n', "openjdk-builds-from-oracle 17"],
    ['IMPLEMENTOR="Microsoft"\nJAVA_VERSION="11.0.27"\n', "microsoft-build-of-openjdk 11"],
    ['IMPLEMENTOR="BellSoft"\nJAVA_VERSION="25.0.1"\n', "bellsoft-liberica 25"],
    ['IMPLEMENTOR="SAP SE"\nJAVA_VERSION="21.0.8"\n', "sapmachine 21"],
    ['IMPLEMENTOR="Red Hat, Inc."\nJAVA_VERSION="1.8.0_462"\n', "redhat-build-of-openjdk 8"],
  ];
  it.each(javas)("a release file with %j is %s", (text, wanted) => {
    const [, entry] = entriesOf({
      files: { "/opt/java/openjdk/release": text },
      env: { JAVA_HOME: "/opt/java/openjdk" },
    });
    expect(placed(entry)).toBe(wanted);
  });

  it("Java without a vendor is never placed", () => {
    const [, entry] = entriesOf({ env: { JAVA_VERSION: "17" } });
    expect(entry).toMatchObject({ status: "unknown", reason: "no-product", component: { product: null, cycle: "17" } });
  });
});

describe("evidence", () => {
  const header = (version: string) => {
    const [major, minor, patch] = version.split(".");
    return `#define NODE_MAJOR_VERSION ${major}\n#define NODE_MINOR_VERSION ${minor}\n#define NODE_PATCH_VERSION ${patch}\n`;
  };
  const nodeFile = "/usr/local/include/node/node_version.h";

  it("a file goes before the environment, and what it contradicts is shown", () => {
    const [, entry] = entriesOf({ files: { [nodeFile]: header("20.1.0") }, env: { NODE_VERSION: "22.23.2" } });
    expect(placed(entry)).toBe("nodejs 20");
    expect(entry?.component.evidence).toContain(nodeFile);
    expect(entry?.component.conflicts).toMatchObject([
      { version: "22.23.2", evidence: expect.stringContaining("env") },
    ]);
  });

  it("conflicts stand in the order of trust: file, environment, label", () => {
    const labels = {
      "com.docker.dhi.name": "dhi/node",
      "com.docker.dhi.version": "18.20.8-debian13",
      "com.docker.dhi.definition": "image/node/debian-13/18",
    };
    const [, entry] = entriesOf({ files: { [nodeFile]: header("20.1.0") }, env: { NODE_VERSION: "22.23.2" }, labels });
    expect(placed(entry)).toBe("nodejs 20");
    const words = (entry?.component.conflicts ?? []).map(({ evidence }) => evidence.split(" ")[0]);
    expect(words).toEqual(["env", "label"]);
  });

  it("a distribution's own package follows the system and raises no alarm", () => {
    const [, entry] = entriesOf({
      osRelease: { ID: "debian", VERSION_ID: "11" },
      packages: [{ type: "deb", name: "python3.9", version: "3.9.2-1+deb11u3" }],
    });
    expect(entry).toMatchObject({ reason: "follows-os", coverage: [], component: { distroPackaged: true } });
  });

  it("an image is never one of the hosted twins that share its numbers", () => {
    const twins = data.products.filter(({ category }) => category === "service").map(({ id }) => id);
    expect(twins).toContain("amazon-rds-postgresql");
    const runtimes = twins.map((product) => ({
      product,
      version: "14.1",
      cycle: null,
      evidence: "env X",
      by: "env" as const,
    }));
    const facts = { ...factsOfCase({ name: "", why: "", expected: {} }), runtimes };
    const found = lifecycleOf(facts, data, on).map(({ component }) => component.product);
    expect(found.filter((product) => product !== null)).toEqual([]);
  });
});

describe("versions of letters and tails", () => {
  const rows: [product: string, version: string, wanted: string][] = [
    ["openssl", "1.1.1w", "openssl 1.1.1"],
    ["openssl", "1.0.2zk", "openssl 1.0.2"],
    ["openssl", "3.0.17", "openssl 3.0"],
    ["proftpd", "1.3.8b", "proftpd 1.3.8"],
    ["log4j", "2.3.2", "log4j 2.3"],
    ["log4j", "2.25.1", "log4j 2"],
    ["jenkins", "2.516.3", "jenkins 2.516"],
    ["eclipse-temurin", "jdk8u502-b07", "eclipse-temurin 8"],
    ["eclipse-temurin", "8u462", "eclipse-temurin 8"],
    ["eclipse-temurin", "jdk-21.0.12+8", "eclipse-temurin 21"],
    ["ibm-semeru-runtime", "jdk-21.0.4+7_openj9-0.46.1", "ibm-semeru-runtime 21"],
    ["nodejs", "20.19.5-1nodesource1", "nodejs 20"],
    ["redis", "5:7.2.5-1rl1~bookworm1", "redis 7.2"],
    ["nginx", "1.28.0-1~bookworm", "nginx 1.28"],
    ["python", "3.12.0-r3", "python 3.12"],
    ["kubernetes", "v1.33.4", "kubernetes 1.33"],
    ["postgresql", "18beta2", "postgresql 18"],
    ["postgresql", "19beta1", "prerelease"],
    ["php", "8.5.0RC4", "php 8.5"],
  ];
  it.each(rows)("%s %s is %s", (product, version, wanted) => {
    const runtimes = [{ product, version, cycle: null, evidence: "env X", by: "env" as const }];
    const facts = { ...factsOfCase({ name: "", why: "", expected: {} }), runtimes };
    expect(placed(lifecycleOf(facts, data, on)[1])).toBe(wanted);
  });
});
