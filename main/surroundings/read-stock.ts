// What an engine has: its images, those that no container uses, and its containers by whether they run.
import type { EngineFacts } from "../../shared/model/surroundings.ts";
import { displayName } from "../../shared/reference.ts";
import type { ContainerLine, ImageLine } from "./engine-answers.ts";

/** Names that are kept of each list. */
const maxNamed = 10_000;

/** Podman leaves the algorithm out in places. */
export function fullId(id: string): string {
  return /^[0-9a-f]{64}$/.test(id) ? `sha256:${id}` : id;
}

/** Whether a container in this state runs; a paused one holds its processes. */
export function isRunning(state: string | null | undefined): boolean {
  return ["running", "paused", "restarting"].includes((state ?? "").toLowerCase());
}

/** The stock, names in order. */
export function stockOf(images: readonly ImageLine[], containers: readonly ContainerLine[]): EngineFacts["stock"] {
  const used = new Set(containers.map(({ ImageID }) => fullId(ImageID ?? "")));
  const named = images.map(({ Id, RepoTags, RepoDigests }) => {
    const real = (names: readonly string[] | null | undefined) =>
      (names ?? []).filter((name) => !name.includes("<none>"));
    return { id: fullId(Id), references: real(RepoTags), repoDigests: real(RepoDigests) };
  });
  const stopped = containers.filter(({ State }) => !isRunning(State)).map(containerName);
  return {
    images: images.length,
    unusedImages: named
      .filter(({ id }) => !used.has(id))
      .map(displayName)
      .sort()
      .slice(0, maxNamed),
    danglingImages: named.filter((image) => image.references.length + image.repoDigests.length === 0).length,
    running: containers.length - stopped.length,
    stopped: stopped.sort().slice(0, maxNamed),
  };
}

/** The name without its slash; a name with more than one is a link of another container's. */
export function containerName({ Id, Names }: ContainerLine): string {
  const own = (Names ?? []).find((name) => name.lastIndexOf("/") <= 0) ?? Names?.[0];
  return own?.replace(/^\//, "") || Id;
}
