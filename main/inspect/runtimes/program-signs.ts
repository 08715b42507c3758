// Programs that state their own version somewhere in their bytes, told by path: where an official image leaves no other
// trace than an environment variable, these are what the image really holds. The forms are those of anchore/syft's binary
// classifiers, each checked against the program of Debian 12 named beside it.
import type { Candidate } from "./candidate.ts";
import { isSystemPath } from "./candidate.ts";

interface ProgramSign {
  readonly product: string;
  readonly names: readonly string[];
  readonly path: RegExp;
  /** Bytes near which the version stands; absent = it has to be looked for everywhere. */
  readonly literal?: string;
  /** Global; the version in group 1; no match is longer than `bannerReach`, none looks further around than one byte. */
  readonly pattern: RegExp;
}

/** Bytes of the longest banner. */
export const bannerReach = 200;

const programSigns: readonly ProgramSign[] = [
  {
    // nginx 1.22.1-9
    product: "nginx",
    names: ["nginx"],
    path: /\/s?bin\/nginx$/,
    literal: "nginx version: nginx/",
    pattern: /nginx version: nginx\/(\d+\.\d+\.\d+)(?![\d.])/g,
  },
  {
    // apache2-bin 2.4.71-1
    product: "apache-http-server",
    names: ["httpd", "apache2"],
    path: /\/s?bin\/(?:httpd|apache2)$/,
    literal: "Apache/2.",
    pattern: /(?<=\x00)Apache\/(2\.\d+\.\d+)(?=[\x00 ])/g,
  },
  {
    // redis-tools 5:7.0.15-1, where redis-server is a link to redis-check-rdb. The build id is the version, the name of
    // the machine (letters, or the twelve digits of a container), `-` and the time in nanoseconds, without anything between.
    product: "redis",
    names: ["redis-server", "redis-check-rdb"],
    path: /\/s?bin\/redis-(?:server|check-rdb)$/,
    pattern: /(?<![\d.])(\d{1,2}\.\d{1,2}\.\d{1,2}?)(?:[0-9a-f]{12}-|[A-Za-z][\w.-]{0,80}-)?\d{19}(?!\d)/g,
  },
  {
    // No Debian 12 package; the build id is that of redis.
    product: "valkey",
    names: ["valkey-server", "valkey-check-rdb"],
    path: /\/s?bin\/valkey-(?:server|check-rdb)$/,
    pattern: /(?<![\d.])(\d{1,2}\.\d{1,2}\.\d{1,2}?)(?:[0-9a-f]{12}-|[A-Za-z][\w.-]{0,80}-)?\d{19}(?!\d)/g,
  },
  {
    // postgresql-15 15.20
    product: "postgresql",
    names: ["postgres"],
    path: /\/bin\/postgres$/,
    literal: "postgres (PostgreSQL) ",
    pattern: /postgres \(PostgreSQL\) (\d+(?:\.\d+){0,2}(?:(?:beta|rc)\d+)?)(?![\w.])/g,
  },
  {
    // haproxy 2.6.12-1
    product: "haproxy",
    names: ["haproxy"],
    path: /\/s?bin\/haproxy$/,
    literal: ", released 20",
    pattern: / version (\d+\.\d+(?:\.\d+|-dev\d+))[^,\x00]{0,80}, released 20\d\d\//g,
  },
  {
    // memcached 1.6.18-1
    product: "memcached",
    names: ["memcached"],
    path: /\/bin\/memcached$/,
    literal: "memcached 1.",
    pattern: /(?<=\x00)memcached (1\.\d+\.\d+)(?=[\x00\n])/g,
  },
  {
    // nodejs 20.20.2 of NodeSource
    product: "nodejs",
    names: ["node", "nodejs"],
    path: /\/bin\/node(?:js)?$/,
    literal: "node.js/v",
    pattern: /node\.js\/v(\d+\.\d+\.\d+)(?![\d.])/g,
  },
];

const names: ReadonlySet<string> = new Set(programSigns.flatMap((sign) => sign.names));

/** Whether a program at `path` is searched for its version. Asked for every file of a layer. */
export function isProgramSign(path: string): boolean {
  const slash = path.lastIndexOf("/");
  return path.endsWith("bin", slash) && names.has(path.slice(slash + 1)) && signAt(path) !== undefined;
}

/** What a program says that was searched for `bannersOf(path)`: one line a banner, product and version with a blank between. */
export function programCandidate(path: string, banners: string, layer: number): Candidate | null {
  const product = signAt(path)?.product;
  const line = banners.split("\n").find((each) => product !== undefined && each.startsWith(`${product} `));
  if (product === undefined || line === undefined) return null;
  const version = line.slice(product.length + 1);
  return { product, version, evidence: path, by: "file", layer, systemPath: isSystemPath(path) };
}

/** The banners that the program at `path` may hold: its own; of one that is known by a link from elsewhere any. */
export function bannersOf(path: string): readonly Pick<ProgramSign, "product" | "literal" | "pattern">[] {
  const sign = signAt(path);
  return sign === undefined ? programSigns : [sign];
}

function signAt(path: string): ProgramSign | undefined {
  return programSigns.find((sign) => sign.path.test(path));
}
