// The grammar of a hardened image's tag (dhi.md section 2.5, measured over the whole public catalogue):
// VERSION[-EDITION][-alpine|debian[RELEASE]][-FLAVOR][-compat][-sfw|-sfw-ent][-fips][-dev], and `_SUFFIX` of a customised image.
// A tag is a name that anyone can give; what it says is a hint and no proof.

export interface DhiTag {
  /** With the distribution's packaging revision where there is one (`22.23.2-0`); or the name of a line (`trixie`). */
  readonly version: string;
  /** What stands between version and distribution: `jdk`, `jre21`, `pg16`, `cuda12.9-cudnn9`. */
  readonly edition: string | null;
  /** `release` is null in floating tags such as `3-alpine`; null = the tag names no distribution. */
  readonly distro: { readonly family: "alpine" | "debian"; readonly release: string | null } | null;
  /** What stands behind the distribution: `fpm`, `php8.4-fpm`, `kafka-4.3.1`. */
  readonly flavor: string | null;
  readonly compat: boolean;
  /** Socket Firewall, free or enterprise. */
  readonly sfw: "sfw" | "sfw-ent" | null;
  readonly fips: boolean;
  readonly dev: boolean;
  /** What a customer added behind the first `_`. */
  readonly suffix: string | null;
}

/** As the OCI distribution specification allows tags. */
const tagForm = /^\w[\w.-]{0,127}$/;
const distroWord = /^(alpine|debian)(\d{1,3}(?:\.\d{1,3})?)?$/;

/** The parts of `tag`; null where it is no tag or nothing stands for the version. Never throws. */
export function parseDhiTag(tag: string): DhiTag | null {
  if (!tagForm.test(tag)) return null;
  const underscore = tag.indexOf("_");
  const suffix = underscore < 0 ? null : tag.slice(underscore + 1);
  if (suffix === "") return null;
  const words = (underscore < 0 ? tag : tag.slice(0, underscore)).split("-");
  if (words.some((word) => word === "")) return null;

  const ends = (...last: string[]) =>
    words.length > last.length && last.every((word, at) => word === words.at(at - last.length));
  const take = (...last: string[]) => {
    if (!ends(...last)) return false;
    words.length -= last.length;
    return true;
  };
  const dev = take("dev");
  const fips = take("fips");
  const sfw = take("sfw", "ent") ? "sfw-ent" : take("sfw") ? "sfw" : null;
  const compat = take("compat");

  const at = lastDistro(words);
  const match = at < 0 ? null : distroWord.exec(words[at] ?? "");
  const family = match?.[1] === "alpine" ? ("alpine" as const) : ("debian" as const);
  const head = at < 0 ? words : words.slice(0, at);
  const edition = editionAt(head);
  return {
    version: head.slice(0, edition).join("-"),
    edition: head.slice(edition).join("-") || null,
    distro: match === null ? null : { family, release: match[2] ?? null },
    flavor: at < 0 ? null : words.slice(at + 1).join("-") || null,
    compat,
    sfw,
    fips,
    dev,
    suffix,
  };
}

/** Index of the last word that names a distribution, the first word never; -1 = none. */
function lastDistro(words: readonly string[]): number {
  for (let at = words.length - 1; at > 0; at--) if (distroWord.test(words[at] ?? "")) return at;
  return -1;
}

/** Numbers come first, an edition begins with a letter; where the line has a name, that name and all behind it are the version. */
function editionAt(head: readonly string[]): number {
  if (!/^v?\d/.test(head[0] ?? "")) return head.length;
  const at = head.findIndex((word) => /^[a-z]/.test(word) && !/^v\d/.test(word));
  return at < 0 ? head.length : at;
}

/** The tag without what a customer added: the one that Docker publishes. */
export function baseTag(tag: string): string {
  return tag.split("_", 1)[0] ?? tag;
}

/**
 * Whether `tag` can stand for the build that `exact` names: the same tag, or a floating form of it (`3.13` and
 * `3-debian` for `3.13.13-debian13`). A version stands for those that it begins with at a dot; a distribution that is not named
 * stands for each.
 */
export function standsFor(tag: string, exact: string): boolean {
  if (tag === exact) return true;
  const [short, long] = [parseDhiTag(tag), parseDhiTag(exact)];
  if (short === null || long === null) return false;
  const same = (["edition", "flavor", "compat", "sfw", "fips", "dev"] as const).every(
    (part) => short[part] === long[part],
  );
  if (!same) return false;
  if (short.distro !== null) {
    if (short.distro.family !== long.distro?.family) return false;
    if (short.distro.release !== null && short.distro.release !== long.distro.release) return false;
  }
  const rest = long.version.slice(short.version.length);
  return long.version.startsWith(short.version) && (rest === "" || /^[.-]/.test(rest));
}
