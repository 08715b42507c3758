// Which Docker Hardened Image stands for a well-known base, and which of its tags: names compared with the Docker
// Official Images, tags taken from the catalogue and never composed. What is not known for certain gives null.
import type { HardenedCatalogue, HardenedProduct } from "../../shared/model/hardened-catalogue.ts";
import { familyOfTag, pickLine } from "./dhi-lines.ts";
import { type AskedTag, readTag } from "./dhi-tag-words.ts";

export interface DhiProductName {
  readonly product: string;
  /** The hardened product is called otherwise than the image. */
  readonly renamed: boolean;
  /** The name is a guess of ours (openjdk, Microsoft's images), not a comparison of names. */
  readonly inferred?: boolean;
  /** What the repository's name says that the hardened one says in its tag. */
  readonly edition?: "sdk" | undefined;
}

export interface DhiTag {
  /** Runtime tag; of a product that has none it is the dev tag (`-dev` at its end). */
  readonly tag: string;
  /** For stages that run commands; null where the catalogue names none. */
  readonly devTag: string | null;
  /** The catalogue's line: `3.13`, `jre-21`, `mainline`. */
  readonly line: string;
  /** User of the runtime image. */
  readonly uid: number;
  /** Shells that the catalogue lists for the runtime image; empty = none is intended. */
  readonly shell: readonly string[];
  /** What changes with the tag besides its name, for a person to know. */
  readonly why: {
    /** `latest`, or no tag at all: the newest line was taken. */
    readonly pinned: boolean;
    /** A more exact version was asked for than the one the line now holds. */
    readonly moved: string | null;
    /** The distribution changes, from `alpine` to `debian` or `debian 12` to `debian 13`; null = not, or not said. */
    readonly family: { readonly from: string; readonly to: string } | null;
  };
}

const sameName = new Set(
  (
    "amazoncorretto bash busybox caddy cassandra clojure composer couchdb dart docker eclipse-mosquitto eclipse-temurin " +
    "elasticsearch elixir fluentd golang gradle haproxy httpd influxdb jruby kapacitor kibana kong liquibase logstash " +
    "mariadb maven mediawiki memcached mysql nats neo4j nginx node perl php postgres python r-base rabbitmq redis ruby " +
    "rust sapmachine solr sonarqube spark telegraf tomcat traefik valkey varnish wordpress zookeeper"
  ).split(" "),
);

const renamed: ReadonlyMap<string, string> = new Map([
  ["alpine", "alpine-base"],
  ["debian", "debian-base"],
  ["mongo", "mongodb"],
  ["registry", "distribution-registry"],
  ["clickhouse", "clickhouse-server"],
  ["erlang", "erlang-otp"],
  ["scratch", "static"],
]);

const elsewhere: ReadonlyMap<string, DhiProductName> = new Map([
  ["mcr.microsoft.com/dotnet/runtime", { product: "dotnet", renamed: true, inferred: true }],
  ["mcr.microsoft.com/dotnet/aspnet", { product: "aspnetcore", renamed: true, inferred: true }],
  ["mcr.microsoft.com/dotnet/sdk", { product: "dotnet", renamed: true, inferred: true, edition: "sdk" }],
  ["mcr.microsoft.com/dotnet/core/runtime", { product: "dotnet", renamed: true, inferred: true }],
  ["mcr.microsoft.com/dotnet/core/aspnet", { product: "aspnetcore", renamed: true, inferred: true }],
  ["mcr.microsoft.com/dotnet/core/sdk", { product: "dotnet", renamed: true, inferred: true, edition: "sdk" }],
]);

/**
 * The hardened product for a repository as a reference writes it (`node`, `docker.io/library/node`, `scratch`), without
 * tag. null = none by name; that is so for `dhi.io/...` as well, which is hardened already.
 */
export function dhiProductFor(repository: string): DhiProductName | null {
  const known = elsewhere.get(repository);
  if (known !== undefined) return known;
  if (/^gcr\.io\/distroless\/static(-debian\d+)?$/.test(repository)) return { product: "static", renamed: true };
  const name = repository
    .replace(/^(index\.)?docker\.io\//, "")
    .replace(/^public\.ecr\.aws\/docker\/library\//, "")
    .replace(/^library\//, "");
  if (sameName.has(name)) return { product: name, renamed: false };
  const other = renamed.get(name);
  if (other !== undefined) return { product: other, renamed: true };
  return name === "openjdk" ? { product: "eclipse-temurin", renamed: true, inferred: true } : null;
}

/**
 * The tags of `product` for a tag of the image it replaces (null or "" = none was given, which means `latest`). Only tags
 * that the catalogue holds; null where the product, the line or a word of the tag is not known there.
 */
export function dhiTagFor(
  product: string,
  tag: string | null,
  catalogue: HardenedCatalogue,
  edition?: "sdk",
): DhiTag | null {
  const held = catalogue.products.find((one) => one.product === product && one.kind !== "helm-chart");
  if (held === undefined) return null;
  if (product === "static") return staticTag(held);
  const asked = readTag(product, tag ?? "");
  if (asked === null) return null;
  const picked = pickLine(held, edition === undefined ? asked : { ...asked, edition });
  if (picked === null) return null;
  const { runtime, dev, line } = picked;
  return {
    tag: runtime,
    devTag: dev,
    line: line.version,
    uid: picked.uid,
    shell: picked.shell,
    why: {
      pinned: asked.version === null,
      moved: picked.moved ? asked.version : null,
      family: distributionMove(asked, runtime),
    },
  };
}

/** From one distribution, or one release of it, to another; null where the tag does not say, or nothing changes. */
function distributionMove({ family, release }: AskedTag, tag: string): DhiTag["why"]["family"] {
  const to = familyOfTag(tag);
  if (family === null || to === null) return null;
  const held = new RegExp(`-${to}([\\d.]+)`).exec(tag)?.[1] ?? null;
  if (family !== to) return { from: family, to };
  return release === null || held === null || release === held
    ? null
    : { from: `${family} ${release}`, to: `${to} ${held}` };
}

/** `scratch` and distroless static: the one line for both kinds of C library. */
function staticTag(product: HardenedProduct): DhiTag | null {
  const line = product.versions.find(({ version }) => version === "static");
  if (line === undefined) return null;
  const why = { pinned: false, moved: null, family: null };
  return { tag: line.tag, devTag: null, line: line.version, uid: line.uid ?? 65532, shell: [], why };
}
