// An engine's answers about one image in the words of the port. The engine rebuilds its view of the config, so it cannot be
// hashed back to the image's digest: origin "engine".
import { compareText } from "../../../shared/compare-text.ts";
import type { IdKind } from "../../../shared/model/digest.ts";
import type { ListedImage } from "../../../shared/model/image.ts";
import { platformOs, runParts } from "../image-config.ts";
import type { OpenImage, RawConfig } from "../image-source.ts";
import { type PlatformParts, platformText } from "../platform.ts";
import { tidyReferences } from "../reference-names.ts";
import type { ContainerSummary, HistoryLine, ImageInspect, ImageSummary } from "./engine-answers.ts";
import { engineHistory } from "./engine-history.ts";
import { timeOfSeconds, timeOfText } from "./engine-time.ts";

/** Podman leaves the algorithm out in places. */
export function fullId(id: string): string {
  return /^[0-9a-f]{64}$/.test(id) ? `sha256:${id}` : id;
}

/** `idKind` as the store has it: `config`, or for the containerd store what the descriptor says. */
export function idKindOf({ Descriptor }: ImageInspect, isContainerd: boolean): IdKind {
  if (!isContainerd) return "config";
  return /image\.manifest|distribution\.manifest\.v2/.test(Descriptor?.mediaType ?? "") ? "manifest" : "index";
}

export function inspectedPlatform({ Os, Architecture, Variant }: ImageInspect): PlatformParts {
  return { os: platformOs(Os), architecture: Architecture ?? "", variant: Variant || null };
}

/** One line of the list; `inspect` is null where the engine could not say more than the summary. */
export function listedOf(
  summary: ImageSummary,
  inspect: ImageInspect | null,
  isContainerd: boolean,
  users: ReadonlyMap<string, ListedImage["usedBy"]>,
): ListedImage {
  const id = fullId(summary.Id);
  const references = tidyReferences((summary.RepoTags ?? []).filter((tag) => !tag.includes("<none>")));
  const repoDigests = (summary.RepoDigests ?? []).filter((digest) => !digest.includes("<none>")).sort(compareText);
  return {
    key: id,
    id,
    idKind: inspect === null ? (isContainerd ? "index" : "config") : idKindOf(inspect, isContainerd),
    references,
    repoDigests,
    platform: inspect === null ? null : platformText(inspectedPlatform(inspect)),
    created: inspect === null ? timeOfSeconds(summary.Created) : timeOfText(inspect.Created),
    size: Math.max(0, summary.Size ?? 0),
    dangling: references.length === 0 && repoDigests.length === 0,
    usedBy: users.get(id) ?? { running: 0, stopped: 0 },
    ...(inspect?.RootFS?.Layers ? { diffIds: [...inspect.RootFS.Layers] } : {}),
  };
}

/** Containers counted by the id of their image; a running one is also one that is paused or restarting. */
export function usersOf(containers: readonly ContainerSummary[]): ReadonlyMap<string, ListedImage["usedBy"]> {
  const users = new Map<string, { running: number; stopped: number }>();
  for (const { ImageID, State } of containers) {
    const id = fullId(ImageID ?? "");
    const used = users.get(id) ?? { running: 0, stopped: 0 };
    if (["running", "paused", "restarting"].includes(State ?? "")) used.running++;
    else used.stopped++;
    users.set(id, used);
  }
  return users;
}

export function openOf(listed: ListedImage, inspect: ImageInspect, history: readonly HistoryLine[]): OpenImage {
  const platform = inspectedPlatform(inspect);
  const diffIds = inspect.RootFS?.Layers ?? [];
  const config: RawConfig = {
    created: timeOfText(inspect.Created),
    ...platform,
    ...runParts(inspect.Config ?? {}),
    history: engineHistory(history, diffIds.length),
    diffIds,
    origin: "engine",
  };
  return { listed, id: listed.id, idKind: listed.idKind, platform: platformText(platform), config, attestations: [] };
}
