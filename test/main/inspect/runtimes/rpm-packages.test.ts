// Runtimes and servers by the names that rpm distributions give their packages.
import { describe, expect, it } from "vitest";
import { packageCandidate } from "../../../../main/inspect/runtimes/package-signs.ts";
import type { Os, Package } from "../../../../shared/model/facts.ts";

const rocky: Os = {
  id: "rocky",
  versionId: "9.3",
  prettyName: null,
  product: null,
  cycle: null,
  evidence: "/etc/os-release",
  release: {},
};
const path = "/var/lib/rpm/rpmdb.sqlite";
const rpm = (name: string, version: string): Package => ({
  type: "rpm",
  name,
  version,
  arch: "x86_64",
  layer: 0,
  path,
});

describe("an rpm package", () => {
  it.each([
    ["nodejs", "1:16.20.2-4.el9_3", "nodejs", true],
    ["nodejs", "2:18.19.0-1nodesource", "nodejs", false],
    ["nodejs20", "20.12.1-150500.11.9.2", "nodejs", true],
    ["python3", "3.9.18-1.el9_3", "python", true],
    ["python3.11", "3.11.5-1.el9_3", "python", true],
    ["python39", "3.9.18-1.module+el8", "python", true],
    ["platform-python", "3.6.8-56.el8_9", "python", true],
    ["perl-interpreter", "4:5.32.1-480.el9", "perl", true],
    ["php-fpm", "8.0.30-1.el9_2", "php", true],
    ["ruby", "3.0.4-160.el9_0", "ruby", true],
    ["golang", "1.20.12-1.el9_3", "go", true],
    ["go1.21", "1.21.9-150000.1.30.1", "go", true],
    ["java-17-openjdk-headless", "1:17.0.10.0.7-2.el9", "java", true],
    ["postgresql-server", "13.14-1.el9_3", "postgresql", true],
    ["postgresql16-server", "16.2-1PGDG.rhel9", "postgresql", false],
    ["mariadb-server", "3:10.5.22-1.el9_2", "mariadb", true],
    ["MariaDB-server", "11.3.2-1.el9", "mariadb", false],
    ["tomcat", "1:9.0.62-37.el9_3.2", "tomcat", true],
    ["httpd", "2.4.57-5.el9", "apache-http-server", true],
    ["nginx", "1:1.25.4-1.el9.ngx", "nginx", false],
    ["dotnet-runtime-8.0", "8.0.3-2.el9_3", "dotnet", true],
    ["dotnet-runtime-8.0", "8.0.3-1", "dotnet", false],
  ])("%s %s is %s, kept alive by the distribution: %s", (name, version, product, distro) => {
    const candidate = packageCandidate(rpm(name, version), rocky);
    expect(candidate).toMatchObject({ product, version, evidence: `${path}: ${name}`, by: "package" });
    expect(candidate?.distroPackaged === true).toBe(distro);
  });

  it.each(["python3-libs", "nodejs-libs", "httpd-tools", "postgresql", "java-17-openjdk-devel", "gpg-pubkey"])(
    "%s is no runtime and no server",
    (name) => {
      expect(packageCandidate(rpm(name, "1-1"), rocky)).toBeNull();
    },
  );
});
