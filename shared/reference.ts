// Image references as docker writes them. Rules: distribution/reference, "normalized names" and "familiar strings".

/** `debian` -> `docker.io/library/debian:latest`; digests and ids are left as they are. */
export function normaliseReference(reference: string): string {
  if (/^sha256:[0-9a-f]{64}$/.test(reference)) return reference;
  const [name = "", digest] = reference.split("@", 2);
  const { repository, tag } = splitTag(name);
  const [first = "", ...rest] = repository.split("/");
  const hasHost = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
  let path = hasHost ? repository : `docker.io/${repository}`;
  path = path.replace(/^index\.docker\.io\//, "docker.io/");
  if (/^docker\.io\/[^/]+$/.test(path)) path = path.replace("docker.io/", "docker.io/library/");
  if (digest !== undefined) return `${path}@${digest}`;
  return `${path}:${tag ?? "latest"}`;
}

/** Splits `host:5000/name:tag`; a colon before the last slash belongs to the host. */
export function splitTag(name: string): { repository: string; tag: string | null } {
  const slash = name.lastIndexOf("/");
  const colon = name.indexOf(":", slash + 1);
  return colon < 0 ? { repository: name, tag: null } : { repository: name.slice(0, colon), tag: name.slice(colon + 1) };
}

interface Named {
  readonly key: string;
  readonly id: string;
  readonly references: readonly string[];
  readonly repoDigests: readonly string[];
  /** Digests of its manifest and of the indexes above it, as an archive has them. */
  readonly digests?: readonly string[] | undefined;
}

/**
 * Whether `wanted` (a reference with or without tag, a `name@digest`, a full id or its beginning of 4 characters or
 * more, a digest it is stored under, or the source's key) names this image.
 */
export function namesImage(wanted: string, image: Named): boolean {
  if (wanted === image.key || wanted === image.id) return true;
  const hex = wanted.startsWith("sha256:") ? wanted.slice(7) : wanted;
  if (/^[0-9a-f]{4,64}$/.test(hex) && image.id.startsWith(`sha256:${hex}`)) return true;
  return bearsName(wanted, image);
}

function bearsName(wanted: string, image: Named): boolean {
  const normal = normaliseReference(wanted);
  const names = [...image.references, ...image.repoDigests].map(normaliseReference);
  return names.includes(normal) || isStoredAs(wanted, image);
}

/** By digest, bare or behind a name; a name must then be one of the image's, if it has any. */
function isStoredAs(wanted: string, { references, digests = [] }: Named): boolean {
  const [name = "", digest = name] = wanted.split("@", 2);
  if (!digests.includes(digest)) return false;
  if (name === digest || references.length === 0) return true;
  const repository = (reference: string) => splitTag(normaliseReference(reference.split("@", 1)[0] ?? "")).repository;
  return references.some((reference) => repository(reference) === repository(name));
}

/** The images that `wanted` names, in list order, and the words that named none. A name outranks the beginning of an id. */
export function selectImages<T extends Named>(
  images: readonly T[],
  wanted: readonly string[],
): { chosen: T[]; missing: string[] } {
  const chosen = new Set<T>();
  const missing: string[] = [];
  for (const word of wanted) {
    const byName = images.filter((image) => bearsName(word, image));
    const matches = byName.length > 0 ? byName : images.filter((image) => namesImage(word, image));
    if (matches.length === 0) missing.push(word);
    for (const match of matches) chosen.add(match);
  }
  return { chosen: images.filter((image) => chosen.has(image)), missing };
}

/** What to call an image: its first reference, else its first digest reference, else its id. */
export function displayName(image: {
  readonly id: string;
  readonly references: readonly string[];
  readonly repoDigests: readonly string[];
}): string {
  return image.references[0] ?? image.repoDigests[0] ?? image.id;
}
