// Images of a running engine: Docker with either store, or Podman's compatible API. Reads only; one `save` for all layers.

import pLimit from "p-limit";
import { compareText } from "../../../shared/compare-text.ts";
import { FailureError, failureOf } from "../../../shared/model/failure.ts";
import type { Excluded, ListedImage } from "../../../shared/model/image.ts";
import { displayName } from "../../../shared/reference.ts";
import { throwIfAborted } from "../../abort.ts";
import { foreignSystemReason } from "../archive/artifact.ts";
import { otherPlatform, type PlatformChoice } from "../archive/choose-platform.ts";
import type { ImageSource } from "../image-source.ts";
import { listOf } from "../list-of.ts";
import { matchesPlatform, platformText } from "../platform.ts";
import { isAtLeast } from "./api-version.ts";
import {
  ContainerSummary,
  HistoryLine,
  ImageInspect,
  ImageSummary,
  InfoAnswer,
  VersionAnswer,
} from "./engine-answers.ts";
import { type EngineClient, EngineRefusal, type Query } from "./engine-client.ts";
import { fullId, inspectedPlatform, listedOf, openOf, usersOf } from "./engine-image.ts";
import { saveLayers } from "./save-layers.ts";

interface Known {
  readonly listed: ListedImage;
  readonly inspect: ImageInspect | null;
}

/** Requests at once: enough to keep an engine busy, few enough to leave it to others as well. */
const parallel = 8;
/** Each is asked about by itself; no machine has as many. */
const maxImages = 50_000;

export function dockerEngine(client: EngineClient, choice: PlatformChoice): ImageSource {
  const limit = pLimit(parallel);
  /** What `list` saw, so that `open` need not ask again. */
  let known: ReadonlyMap<string, Known> = new Map();
  let store: Promise<boolean> | null = null;

  /** The containerd store names images by manifest or index, the classic one by config. */
  function isContainerd(signal: AbortSignal): Promise<boolean> {
    store ??= client
      .get("/info", {}, InfoAnswer, signal)
      .then(({ DriverStatus }) =>
        (DriverStatus ?? []).some(([, value]) => value?.startsWith("io.containerd.snapshotter")),
      );
    store.catch(() => {
      store = null;
    });
    return store;
  }

  async function platformQuery(since: string, signal: AbortSignal): Promise<Query> {
    const { wanted } = choice;
    if (wanted === null || !(await isContainerd(signal)) || !isAtLeast(await client.apiVersion(signal), since))
      return {};
    const { os, architecture, variant } = wanted;
    return { platform: JSON.stringify({ os, architecture, ...(variant === null ? {} : { variant }) }) };
  }

  /** null = the image is gone, or has none of the wanted platform. */
  async function inspect(id: string, signal: AbortSignal): Promise<ImageInspect | null> {
    const query = await platformQuery("1.49", signal);
    try {
      return await limit(() => client.get(`/images/${encodeURIComponent(id)}/json`, query, ImageInspect, signal));
    } catch (error) {
      if (error instanceof EngineRefusal && error.status === 404) return null;
      throw error;
    }
  }

  /**
   * Steps as the engine tells them. Podman 4.3 breaks over a step without a time: then there are none until the config itself
   * comes with the layers, and too few steps for the layers are never taken for a whole history.
   */
  async function history(key: string, query: Query, signal: AbortSignal): Promise<readonly HistoryLine[]> {
    const path = `/images/${encodeURIComponent(key)}/history`;
    try {
      return await limit(() => client.get(path, query, listOf(HistoryLine), signal));
    } catch (error) {
      if (!(error instanceof EngineRefusal)) throw error;
      if (error.status >= 500) return [];
      if (error.status !== 404) throw error;
      throw new FailureError({ kind: "image-not-found", reference: key, source: client.resolved.name });
    }
  }

  /** Why this image is not among those to audit; null when it is. */
  function exclusion(found: ImageInspect | null): string | null {
    if (found === null) {
      return choice.wanted === null
        ? "it was removed while the images were listed"
        : `it is gone or not stored for ${platformText(choice.wanted)}`;
    }
    const platform = inspectedPlatform(found);
    const foreign = foreignSystemReason(platform.os, platform.architecture);
    if (foreign !== null) return foreign;
    return choice.wanted !== null && !matchesPlatform(platform, choice.wanted) ? otherPlatform(platform, choice) : null;
  }

  async function find(key: string, signal: AbortSignal): Promise<Known & { readonly inspect: ImageInspect }> {
    const seen = known.get(key);
    if (seen?.inspect) return { listed: seen.listed, inspect: seen.inspect };
    const found = await inspect(key, signal);
    if (found === null) {
      throw new FailureError({ kind: "image-not-found", reference: key, source: client.resolved.name });
    }
    const { Id, RepoTags, RepoDigests, Size } = found;
    const summary = { Id, RepoTags, RepoDigests, Size };
    return { listed: listedOf(summary, found, await isContainerd(signal), new Map()), inspect: found };
  }

  return {
    async describe(signal) {
      const { Version, Components } = await client.get("/version", {}, VersionAnswer, signal);
      const podman = Components?.find(({ Name }) => Name.startsWith("Podman"));
      const { name, how, warnings } = client.resolved;
      return {
        kind: "engine",
        name,
        engineVersion: podman === undefined ? Version : `Podman ${podman.Version ?? Version}`,
        apiVersion: await client.apiVersion(signal),
        how,
        ...(warnings.length === 0 ? {} : { warnings: [...warnings] }),
      };
    },

    async list(signal) {
      await client.apiVersion(signal);
      const [summaries, containers, containerd] = await Promise.all([
        client.get("/images/json", {}, listOf(ImageSummary), signal, "list"),
        client.get("/containers/json", { all: "1" }, listOf(ContainerSummary), signal, "list"),
        isContainerd(signal),
      ]);
      if (summaries.length > maxImages) {
        const cause = `it lists ${summaries.length} images, and more than ${maxImages} are not read`;
        throw new EngineRefusal(client.resolved, "GET /images/json", 200, cause);
      }
      const users = usersOf(containers);
      const excluded: Excluded[] = [];
      const seen = new Map<string, Known>();
      await Promise.all(
        summaries.map(async (summary) => {
          const id = fullId(summary.Id);
          try {
            const found = await inspect(id, signal);
            const reason = exclusion(found);
            const listed = listedOf(summary, found, containerd, users);
            if (reason !== null) excluded.push({ reference: displayName(listed), reason });
            else seen.set(id, { listed, inspect: found });
          } catch (error) {
            throwIfAborted(signal);
            // A refusal about one image is told when that image is opened; anything else ends the listing.
            if (!(error instanceof EngineRefusal)) throw error;
            seen.set(id, { listed: listedOf(summary, null, containerd, users), inspect: null });
          }
        }),
      );
      known = seen;
      const images = [...seen.values()].map(({ listed }) => listed);
      const first = (image: ListedImage) => image.references[0] ?? "\uffff";
      return {
        images: images.sort((a, b) => compareText(first(a), first(b)) || compareText(a.id, b.id)),
        excluded: excluded.sort((a, b) => compareText(a.reference, b.reference)),
      };
    },

    async open(key, signal) {
      const query = await platformQuery("1.48", signal);
      const [image, lines] = await Promise.all([find(key, signal), history(key, query, signal)]);
      return openOf(image.listed, image.inspect, lines);
    },

    async *layers(keys, wanted, signal) {
      const asked: { listed: ListedImage; diffIds: readonly string[] }[] = [];
      for (const key of new Set(keys)) {
        try {
          const { listed, inspect: found } = await find(key, signal);
          asked.push({ listed, diffIds: found.RootFS?.Layers ?? [] });
        } catch (error) {
          throwIfAborted(signal);
          const failure = failureOf(error);
          if (failure.kind === "engine-unreachable") throw error;
          yield { kind: "failed", key, failure };
        }
      }
      const query = await platformQuery("1.48", signal);
      yield* saveLayers({ client, asked, query, choice, wanted }, signal);
    },

    async close() {
      client.close();
    },
  };
}
