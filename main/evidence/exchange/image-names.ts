// What an image is called in files of other formats: its subject name, its purl, and its folder in a pack of evidence.
import type { ImageIdentity } from "../../../shared/model/image.ts";
import { displayName, normaliseReference, splitTag } from "../../../shared/reference.ts";
import { writePurl } from "./purl.ts";

const maxNameInFolder = 60;

/** `NAME-DIGEST12`: the last part of the image's name in plain characters, and the beginning of its id. */
export function folderNameOf(image: Pick<ImageIdentity, "id" | "references" | "repoDigests">): string {
  const shown = displayName(image);
  const repository = shown === image.id ? "image" : splitTag(shown.split("@", 1)[0] ?? "").repository;
  const last = repository.split("/").pop() ?? "";
  const plain = last
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[.-]+/, "")
    .slice(0, maxNameInFolder);
  return `${plain === "" ? "image" : plain}-${image.id.replace(/^sha256:/, "").slice(0, 12)}`;
}

/**
 * `pkg:oci/...` by the first digest under which a registry holds the image; null for one that no registry has given a
 * digest. Rule: purl specification, type `oci` (the name is the last part of the repository, in lower case).
 */
export function imagePurlOf({ repoDigests, platform }: Pick<ImageIdentity, "repoDigests" | "platform">): string | null {
  const [reference] = [...repoDigests].sort();
  const [, path = "", digest = ""] = /^([^@]+)@(sha256:[0-9a-f]{64})$/.exec(reference ?? "") ?? [];
  if (path === "") return null;
  const repository = splitTag(normaliseReference(path)).repository.toLowerCase();
  const [, arch = ""] = platform.split("/");
  return writePurl({
    type: "oci",
    namespace: "",
    name: repository.slice(repository.lastIndexOf("/") + 1),
    version: digest,
    qualifiers: new Map([
      ["arch", arch],
      ["repository_url", repository],
    ]),
  });
}
