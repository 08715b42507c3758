// Situations that images are in, as words for judged-image.ts; what is recommended for each stands in recommend.test.ts.
import { goProgram, type ImageWords, osOf, runtimeOf } from "../../../support/judged-image.ts";

const bookworm = osOf("debian", "12");
const trixie = osOf("debian", "13");
const bullseye = osOf("debian", "11");
const alpine = (version = "3.23.1") => osOf("alpine", version);
const env = { by: "env", evidence: "env X" } as const;
const shell = { executables: ["/bin/sh", "/usr/bin/apt-get"] };
const labels = (path: string, end?: string, more: object = {}) => ({
  "com.docker.dhi.definition": `image/${path}`,
  ...(end === undefined ? {} : { "com.docker.dhi.date.end-of-life": end }),
  ...more,
});
const hostile = "\u001b[31m../../etc/passwd\u202e<script>".padEnd(5000, "A");
/** A user of its own, nothing to gain from another. */
const user = { user: "10001" };

export const situations: Readonly<Record<string, ImageWords>> = {
  "node 22 by its base": { os: trixie, runtimes: [runtimeOf("nodejs", "22.1.0")], base: ["node:22-trixie"] },
  "node 24 by its base, slim": {
    os: bookworm,
    runtimes: [runtimeOf("nodejs", "24.1.0")],
    base: ["node:24-bookworm-slim"],
  },
  "node 20, past its end": { os: bookworm, runtimes: [runtimeOf("nodejs", "20.11.1")], base: ["node:20"] },
  "node 18, two lines back": {
    os: bullseye,
    runtimes: [runtimeOf("nodejs", "18.19.0")],
    config: { cmd: ["node", "a.js"] },
  },
  "node 24 on Alpine": { os: alpine(), runtimes: [runtimeOf("nodejs", "24.1.0")], base: ["node:24-alpine"] },
  "node by digest alone": {
    os: trixie,
    runtimes: [runtimeOf("nodejs", "24.1.0")],
    base: [`node@sha256:${"1".repeat(64)}`],
  },
  "node latest is what is in it": { os: trixie, runtimes: [runtimeOf("nodejs", "24.1.0")], base: ["node:latest"] },
  "python 3.12 by its name": { os: bookworm, runtimes: [runtimeOf("python", "3.12.3")], references: ["python:3.12"] },
  "python 3 is its own line": { os: bookworm, runtimes: [runtimeOf("python", "3.12.3")], references: ["python:3"] },
  "python 3.9, past its end": {
    os: bullseye,
    runtimes: [runtimeOf("python", "3.9.18")],
    config: { cmd: ["gunicorn", "app"] },
  },
  "python by name, contents say node": {
    os: trixie,
    runtimes: [runtimeOf("nodejs", "24.1.0")],
    references: ["python:3.12"],
  },
  "python of the distribution": {
    os: trixie,
    runtimes: [runtimeOf("python", "3.13.5", { by: "package", distroPackaged: true })],
  },
  "go tool chain": { os: trixie, runtimes: [runtimeOf("go", "1.26.1", { evidence: "/usr/local/go/VERSION" })] },
  "go program from scratch as root": { runtimes: [goProgram("1.26.1")], config: { entrypoint: ["/app/server"] } },
  "go program from scratch as a user": { runtimes: [goProgram("1.26.1")], config: user },
  "go program on Debian": { os: bookworm, runtimes: [goProgram("1.25.1")], config: { entrypoint: ["/app/server"] } },
  "java 21 of Temurin": { os: trixie, runtimes: [runtimeOf("java", "21.0.2+13", { vendor: "Eclipse Adoptium" })] },
  "java 8 of Temurin": { os: trixie, runtimes: [runtimeOf("java", "1.8.0_402", { vendor: "Eclipse Adoptium" })] },
  "java 17 of Corretto": { os: trixie, runtimes: [runtimeOf("java", "17.0.10", { vendor: "Amazon.com Inc." })] },
  "java 21 of nobody": { os: trixie, runtimes: [runtimeOf("java", "21.0.2", env)] },
  "java 18, an ended line": { os: trixie, runtimes: [runtimeOf("java", "18.0.2", { vendor: "Eclipse Adoptium" })] },
  "tomcat before its java": {
    os: trixie,
    runtimes: [runtimeOf("java", "21.0.2", { vendor: "Eclipse Adoptium" }), runtimeOf("tomcat", "10.1.20")],
    config: { cmd: ["catalina.sh", "run"] },
  },
  "php fpm": { os: trixie, runtimes: [runtimeOf("php", "8.3.4")], config: { cmd: ["php-fpm"] } },
  "php with apache": {
    os: trixie,
    runtimes: [runtimeOf("php", "8.3.4")],
    references: ["php:8.3-apache"],
    config: { cmd: ["apache2-foreground"] },
  },
  "php 8.1, sold on": { os: trixie, runtimes: [runtimeOf("php", "8.1.27")], config: { cmd: ["php", "a.php"] } },
  "ruby 3.2": { os: trixie, runtimes: [runtimeOf("ruby", "3.2.3")], config: { cmd: ["bundle", "exec"] } },
  "rust tool chain": { os: trixie, runtimes: [runtimeOf("rust", "1.80.0")] },
  perl: { os: trixie, runtimes: [runtimeOf("perl", "5.40.1")] },
  "dotnet runtime": {
    os: trixie,
    runtimes: [runtimeOf("dotnet", "10.0.1")],
    config: { entrypoint: ["dotnet", "a.dll"] },
  },
  "dotnet 8 of Microsoft": {
    os: bookworm,
    runtimes: [runtimeOf("dotnet", "8.0.3")],
    references: ["mcr.microsoft.com/dotnet/aspnet:8.0"],
  },
  "nginx stable on port 80": {
    os: trixie,
    runtimes: [runtimeOf("nginx", "1.30.1")],
    config: { cmd: ["nginx", "-g", "daemon off;"], exposedPorts: ["80/tcp"] },
  },
  "nginx mainline": { os: trixie, runtimes: [runtimeOf("nginx", "1.31.0")], config: { cmd: ["nginx"] } },
  "nginx 1.24": { os: bookworm, runtimes: [runtimeOf("nginx", "1.24.0")], config: { cmd: ["nginx"] } },
  httpd: { os: trixie, runtimes: [runtimeOf("apache-http-server", "2.4.60")], config: { cmd: ["httpd-foreground"] } },
  "redis 7.2, past its end": { os: trixie, runtimes: [runtimeOf("redis", "7.2.4")], config: { cmd: ["redis-server"] } },
  "redis 8.8": { os: trixie, runtimes: [runtimeOf("redis", "8.8.0")], config: { cmd: ["redis-server"] } },
  "postgres 17 started by a script": {
    os: trixie,
    runtimes: [runtimeOf("postgresql", "17.2")],
    config: { entrypoint: ["docker-entrypoint.sh"], cmd: ["postgres"], exposedPorts: ["5432/tcp"] },
  },
  "postgres 13, before the oldest line": {
    os: bullseye,
    runtimes: [runtimeOf("postgresql", "13.4")],
    config: { cmd: ["postgres"] },
  },
  "postgres 14, ended this month": {
    os: trixie,
    runtimes: [runtimeOf("postgresql", "14.10")],
    config: { cmd: ["postgres"] },
  },
  "postgres 14 on the eve": {
    on: "2026-11-12",
    os: trixie,
    runtimes: [runtimeOf("postgresql", "14.10")],
    config: { cmd: ["postgres"] },
  },
  "mysql 8.0": { os: trixie, runtimes: [runtimeOf("mysql", "8.0.36")], config: { cmd: ["mysqld"] } },
  "mongo by its name": { os: trixie, runtimes: [runtimeOf("mongodb", "8.0.3")], references: ["mongo:8.0"] },
  "rabbitmq with its erlang": {
    os: trixie,
    runtimes: [runtimeOf("rabbitmq", "4.3.0"), runtimeOf("erlang", "27.3")],
    config: { cmd: ["rabbitmq-server"] },
  },
  "caddy by name alone": { os: alpine(), references: ["caddy:2.10"], runtimes: [goProgram("1.26.1")] },
  "debian 12": { os: bookworm, references: ["debian:bookworm"] },
  "debian 13 that nobody runs": { os: trixie, facts: shell },
  "debian 11": { os: bullseye },
  "alpine 3.18": { os: alpine("3.18.4") },
  "alpine 3.24 as a user": { os: alpine("3.24.1"), config: user },
  "ubuntu 24.04 as a user": { os: osOf("ubuntu", "24.04", { ID_LIKE: "debian" }), config: user },
  "ubuntu 20.04": { os: osOf("ubuntu", "20.04", { ID_LIKE: "debian" }) },
  "fedora 39": { os: osOf("fedora", "39") },
  "rhel 8 as a user": { os: osOf("rhel", "8.10"), config: user },
  "a system nobody knows": { os: osOf("haiku", "1") },
  "a system that was not read": {
    facts: { limits: [{ fact: "os", where: "layers", reason: "not read", weight: "gap" }] },
  },
  "nothing at all, as a user": { config: user },
  "two languages": {
    os: trixie,
    runtimes: [runtimeOf("python", "3.13.1"), runtimeOf("nodejs", "24.1.0")],
    config: { cmd: ["node", "server.js"] },
  },
  "a version newer than the data": { os: trixie, runtimes: [runtimeOf("nodejs", "99.0.0")], config: { cmd: ["node"] } },
  "a version that is none": { os: trixie, runtimes: [runtimeOf("nodejs", "unknown")], config: { cmd: ["node"] } },
  "hardened and current": {
    os: trixie,
    runtimes: [runtimeOf("python", "3.13.15")],
    config: { user: "65532" },
    dhi: {
      name: "dhi/python",
      version: "3.13.15-debian13",
      layers: 3,
      labels: labels("python/debian-13/3.13", "2029-10-31"),
    },
  },
  "hardened, an older tag": {
    os: trixie,
    runtimes: [runtimeOf("python", "3.13.13")],
    config: { user: "65532" },
    dhi: {
      name: "dhi/python",
      version: "3.13.13-debian13",
      layers: 2,
      labels: labels("python/debian-13/3.13", "2029-10-31"),
    },
  },
  "hardened on Alpine, an older tag": {
    os: alpine(),
    runtimes: [runtimeOf("python", "3.13.13")],
    config: { user: "65532" },
    dhi: {
      name: "dhi/python",
      version: "3.13.13-alpine3.23",
      layers: 2,
      labels: labels("python/alpine-3.23/3.13", "2029-10-31", { "com.docker.dhi.distro": "alpine-3.23" }),
    },
  },
  "hardened dev image, an older tag": {
    os: trixie,
    runtimes: [runtimeOf("python", "3.13.13")],
    dhi: {
      name: "dhi/python",
      version: "3.13.13-debian13-dev",
      layers: 2,
      labels: labels("python/debian-13/3.13-dev"),
    },
  },
  "hardened line that has left the catalogue": {
    os: trixie,
    runtimes: [runtimeOf("nodejs", "20.20.2")],
    config: { user: "1000" },
    dhi: {
      name: "dhi/node",
      version: "20.20.2-debian13",
      layers: 3,
      labels: labels("node/debian-13/20", "2026-04-30"),
    },
  },
  "hardened line past its end and still there": {
    os: trixie,
    runtimes: [runtimeOf("python", "3.10.21")],
    config: { user: "65532" },
    dhi: {
      name: "dhi/python",
      version: "3.10.21-debian13",
      layers: 2,
      labels: labels("python/debian-13/3.10", "2026-10-31"),
    },
  },
  "hardened fpm": {
    os: trixie,
    runtimes: [runtimeOf("php", "8.4.20")],
    config: { user: "65532" },
    dhi: {
      name: "dhi/php",
      version: "8.4.20-debian13-fpm",
      layers: 2,
      labels: labels("php/debian-13/8.4-fpm", "2028-12-31"),
    },
  },
  "labels without proof": {
    os: trixie,
    runtimes: [runtimeOf("nodejs", "24.1.0")],
    config: { cmd: ["node"] },
    dhi: { name: "dhi/python", version: "3.13.13-debian13", layers: 0, labels: labels("python/debian-13/3.13") },
  },
  "labels of a product that does not exist": {
    os: trixie,
    config: { user: "65532" },
    dhi: { name: "dhi/constructor", version: "1.0.0", layers: 3 },
  },
  "hostile labels that are proven": {
    os: trixie,
    config: { user: "65532" },
    dhi: { name: hostile, version: hostile, layers: 3, labels: { "com.docker.dhi.definition": hostile } },
  },
  "hostile labels beside node": {
    os: trixie,
    runtimes: [runtimeOf("nodejs", "24.1.0", { evidence: hostile })],
    config: { cmd: ["node", hostile], labels: { "org.opencontainers.image.base.name": hostile } },
    references: [`shop/${"x".repeat(500)}:1`],
    facts: { history: Array.from({ length: 200 }, () => ({ created: null, createdBy: hostile, emptyLayer: true })) },
  },
  "a name from the prototype": {
    os: trixie,
    references: ["constructor:1", "__proto__:2", "scratch:1", "debian:__proto__"],
    config: user,
  },
};
