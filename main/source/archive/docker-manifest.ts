// manifest.json of a docker save archive: which files are the config and the layers of each image. Form: moby
// "image/spec/v1.2", combined image JSON and filesystem changeset; written the same way by Podman, kaniko, crane, Bazel.
import { z } from "zod";
import { type Documents, parseDocument, promisedDigest } from "./documents.ts";
import { entryName } from "./entry-name.ts";

const DockerManifest = z
  .array(
    z.object({
      Config: z.string().min(1),
      RepoTags: z.array(z.string()).nullish(),
      Layers: z.array(z.string()).max(10_000).nullish(),
    }),
  )
  .max(10_000);

export interface DockerEntry {
  readonly config: string;
  /** The digest that the config's name promises; null when its name is no digest. */
  readonly configDigest: string | null;
  readonly tags: readonly string[];
  readonly layers: readonly string[];
}

/** The images of manifest.json; null when there is none. Throws BrokenStream. */
export async function readDockerManifest(documents: Documents, signal: AbortSignal): Promise<DockerEntry[] | null> {
  const bytes = await documents.read("manifest.json", signal);
  if (bytes === null) return null;
  return parseDocument(bytes, DockerManifest, "manifest.json").map(({ Config, RepoTags, Layers }) => ({
    config: entryName(Config) ?? Config,
    configDigest: digestInName(Config),
    tags: (RepoTags ?? []).filter((tag) => tag !== "<none>:<none>"),
    layers: (Layers ?? []).map((name) => entryName(name) ?? name),
  }));
}

/** `HEX.json` (docker, Podman), `sha256:HEX` (kaniko, crane) or `blobs/sha256/HEX`. */
function digestInName(name: string): string | null {
  const hex = /^(?:sha256:)?([0-9a-f]{64})(?:\.json)?$/.exec(name)?.[1];
  return hex === undefined ? promisedDigest(name) : `sha256:${hex}`;
}
