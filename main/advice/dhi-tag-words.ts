// The words in a tag of a Docker Official Image: version, distribution, edition. An unknown word makes the tag unknown,
// for it may stand for anything (`apache`, `windowsservercore`).

export interface AskedTag {
  /** Digits and dots, or the name of a line (`stable`); null = `latest` or none. */
  readonly version: string | null;
  readonly family: "alpine" | "debian" | "ubuntu" | null;
  /** Of the distribution, where the tag says one: `12` for bookworm, `3.22` for alpine3.22. */
  readonly release: string | null;
  readonly edition: "jdk" | "jre" | "sdk" | null;
  /** Of a tool that brings one: `maven:3-eclipse-temurin-21`. */
  readonly jdk: string | null;
  /** A word that the catalogue has as a flavour: `fpm`. */
  readonly flavor: string | null;
}

const debian = new Set(["slim", "trixie", "bookworm", "bullseye", "buster", "stretch"]);
const ubuntu = new Set(["noble", "jammy", "focal", "bionic", "ubuntu"]);
/** Where the image comes from or how it is built in; the hardened one is the same thing. */
const silent = new Set(["eclipse", "temurin", "openjdk", "hotspot", "cli"]);
const releases: ReadonlyMap<string, string> = new Map([
  ["trixie", "13"],
  ["bookworm", "12"],
  ["bullseye", "11"],
  ["buster", "10"],
]);

/** What `tag` of the image that `product` replaces asks for; null where a word of it is not understood. */
export function readTag(product: string, tag: string): AskedTag | null {
  if (product === "debian-base") return debianTag(tag);
  let version: string | null = null;
  let family: AskedTag["family"] = null;
  let release: string | null = null;
  let edition: AskedTag["edition"] = null;
  let jdk: string | null = null;
  let flavor: string | null = null;
  const words = tag === "" ? [] : tag.split("-");
  for (const [at, word] of words.entries()) {
    if (word === "latest" && at === 0) continue;
    release = releases.get(word) ?? release;
    if (/^(alpine|debian)\d/.test(word)) release = word.slice(6);
    if (/^alpine(\d+(\.\d+)*)?$/.test(word)) family = "alpine";
    else if (debian.has(word) || /^debian\d*$/.test(word)) family = family === "alpine" ? family : "debian";
    else if (ubuntu.has(word)) family = "ubuntu";
    else if (word === "jdk" || word === "jre" || word === "sdk") edition = word;
    else if (/^(jdk|jre)\d+$/.test(word)) jdk = word.slice(3);
    else if (word === "fpm" || word === "sentinel" || word === "lein") flavor = word;
    else if (silent.has(word)) continue;
    else if (/^v?\d+(\.\d+)*(_\d+|u\d+)?$/.test(word)) {
      const number = word.replace(/^v/, "");
      if (version === null && jdk === null && at === 0) version = number.replace(/[_u].*$/, "");
      else if (product === "maven" || product === "gradle") jdk = number;
      else return null;
    } else if ((word === "stable" || word === "mainline") && at === 0) version = word;
    else return null;
  }
  return { version, family: product === "alpine-base" ? "alpine" : family, release, edition, jdk, flavor };
}

/** `debian:bookworm-20240110-slim`, `debian:12.4`: by name or number of the release. */
function debianTag(tag: string): AskedTag | null {
  const [first = "", ...rest] = tag === "" ? ["latest"] : tag.split("-");
  if (rest.some((word) => word !== "slim" && !/^\d{8}$/.test(word))) return null;
  const none = { family: "debian", release: null, edition: null, jdk: null, flavor: null } as const;
  if (first === "latest" || first === "stable") return { version: null, ...none };
  const number = releases.get(first) ?? (/^\d+(\.\d+)*$/.test(first) ? first : null);
  return number === null ? null : { version: number, ...none };
}
