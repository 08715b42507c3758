// Packages that are a runtime or a server. A distribution keeps its own builds alive with backports for as long as it lives
// itself, so these follow the operating system; a vendor's own packages run by the vendor's clock.
import type { Os, Package } from "../../../shared/model/facts.ts";
import type { Candidate } from "./candidate.ts";

interface PackageSign {
  readonly product: string;
  readonly name: RegExp;
  /** The maker of the software publishes packages of this name itself; no distribution does. */
  readonly vendors?: true;
  readonly vendor?: string;
}

const packageSigns: readonly PackageSign[] = [
  { product: "nodejs", name: /^nodejs(?:-current|\d*)$/ },
  { product: "python", name: /^python\d\.\d{1,2}(?:-minimal)?$/ },
  { product: "python", name: /^(?:python3|python3\d{1,2}|platform-python)$/ },
  { product: "php", name: /^(?:php\d\.\d-(?:cli|fpm|cgi|common)|php\d{1,2}(?:-fpm)?|php-(?:cli|fpm))$/ },
  { product: "ruby", name: /^ruby(?:\d\.\d)?$/ },
  { product: "perl", name: /^perl(?:-interpreter)?$/ },
  { product: "go", name: /^(?:golang-\d\.\d+-go|golang|go|go\d\.\d+)$/ },
  { product: "rust", name: /^(?:rustc|rust)$/ },
  { product: "erlang", name: /^(?:erlang-base|erlang)$/ },
  { product: "elixir", name: /^elixir$/ },
  { product: "dotnet", name: /^(?:dotnet-runtime-\d+\.\d+|dotnet\d+-runtime)$/ },
  { product: "java", name: /^(?:temurin-\d+-j(?:re|dk))$/, vendors: true, vendor: "Eclipse Adoptium" },
  { product: "java", name: /^java-\d+\.?\d*\.?\d*-amazon-corretto/, vendors: true, vendor: "Amazon.com Inc." },
  { product: "java", name: /^(?:openjdk-\d+-j(?:re|dk)(?:-headless)?|openjdk\d+(?:-jre(?:-headless|-base)?|-jdk)?)$/ },
  { product: "java", name: /^java-(?:1\.8\.0|\d+)-openjdk(?:-headless)?$/ },
  { product: "nginx", name: /^nginx$/ },
  { product: "apache-http-server", name: /^(?:apache2|apache2-bin|httpd|httpd-core)$/ },
  { product: "haproxy", name: /^haproxy$/ },
  { product: "tomcat", name: /^tomcat\d{0,2}$/ },
  { product: "postgresql", name: /^(?:postgresql-?\d{1,2}(?:\.\d)?|postgresql\d{1,2}-server|postgresql-server)$/ },
  { product: "mysql", name: /^mysql-community-server(?:-minimal|-core)?$/, vendors: true },
  { product: "mysql", name: /^mysql-server(?:-core)?(?:-\d\.\d)?$/ },
  { product: "mariadb", name: /^(?:mariadb-server(?:-core)?(?:-\d+\.\d+)?|mariadb)$/ },
  { product: "mariadb", name: /^MariaDB-server$/, vendors: true },
  { product: "mongodb", name: /^mongodb-(?:org|enterprise)-server$/, vendors: true },
  { product: "redis", name: /^(?:redis-server|redis)$/ },
  { product: "valkey", name: /^(?:valkey-server|valkey)$/ },
  { product: "memcached", name: /^memcached$/ },
  { product: "rabbitmq", name: /^rabbitmq-server$/ },
  { product: "docker-engine", name: /^docker-ce$/, vendors: true },
  { product: "docker-engine", name: /^(?:docker\.io|docker-engine)$/ },
];

/** Marks that makers put into the versions of their own packages: PGDG, NodeSource, MariaDB, nginx.org, Sury, Remi ... */
const vendorsVersion =
  /pgdg|nodesource|\+maria|\.ngx$|\+0~|\.remi|-\d+~(?:bullseye|bookworm|trixie|forky|focal|jammy|noble|resolute)$|\+(?:focal|jammy|noble|resolute)\d+$/i;

const systemTypes: ReadonlySet<Package["type"]> = new Set(["deb", "apk", "rpm"]);

/**
 * What one installed package says; null when it is neither a runtime nor a server. `os` is the operating system
 * that packages follow, null where there is none to follow.
 */
export function packageCandidate(each: Package, os: Os | null): Candidate | null {
  if (each.type === "golang") {
    // Build info inside a Go binary: evidence as good as the file it lies in.
    if (each.name !== "stdlib") return null;
    // On no path does a package of the Go compiler describe a program that was built with it.
    const { path, layer, version } = each;
    return { product: "go", version, evidence: path, by: "file", layer };
  }
  if (each.type === "nuget") {
    // The runtime that a self-contained .NET program carries with it.
    if (!/^Microsoft\.NETCore\.App\.Runtime\./i.test(each.name)) return null;
    return { product: "dotnet", version: each.version, evidence: each.path, by: "file", layer: each.layer };
  }
  if (!systemTypes.has(each.type)) return null;
  // The unversioned Debian package only points at the versioned one, with a version of its own.
  if (each.type === "deb" && each.name === "python3") return null;
  const sign = packageSigns.find((candidate) => candidate.name.test(each.name));
  if (sign === undefined) return null;
  const distroPackaged = os !== null && sign.vendors !== true && !isForeignBuild(each, os);
  return {
    product: sign.product,
    version: each.version,
    evidence: `${each.path}: ${each.name}`,
    by: "package",
    layer: each.layer,
    ...(sign.vendor === undefined ? {} : { vendor: sign.vendor }),
    ...(distroPackaged ? { distroPackaged } : {}),
  };
}

/** Whether name and version of a package show that it does not follow the operating system. */
export function isForeignBuild(each: Package, os: Os): boolean {
  return isRedHatJava(each, os) || vendorsVersion.test(each.version) || isMicrosofts(each);
}

/**
 * Microsoft's .NET packages share their name with Ubuntu's and Red Hat's, whose versions say `ubuntu` or end with the
 * release they were built for; Debian has none of its own.
 */
function isMicrosofts(each: Package): boolean {
  if (!each.name.startsWith("dotnet-")) return false;
  if (each.type === "rpm") return !/\.(?:el|fc|amzn|azl|cm)\d/.test(each.version);
  return each.type === "deb" && !each.version.includes("ubuntu");
}

/** Red Hat ends its builds of OpenJDK by a calendar of their own, before the RHEL release they come with. */
function isRedHatJava(each: Package, os: Os): boolean {
  return os.id === "rhel" && /^java-.*-openjdk/.test(each.name);
}
