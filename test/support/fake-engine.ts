// An engine played by a small HTTP server on a Unix socket: real answers' shapes, and the ways in which engines misbehave.
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BuiltImage } from "./image-builder.ts";

export interface FakeEngine {
  readonly socket: string;
  /** `GET PATH?QUERY` of every request, in order. */
  readonly requests: readonly string[];
  stop(): Promise<void>;
}

/** Answers one request; `path` is without version and query. false = not mine. */
export type Answer = (path: string, query: URLSearchParams, response: ServerResponse) => boolean;

export interface FakeEngineOptions {
  /** The newest API version it speaks; null = it does not say. */
  readonly api?: string | null;
  /** Older than this is refused, as engine 29 does. */
  readonly minApi?: string;
  readonly version?: Record<string, unknown>;
  readonly driverStatus?: readonly (readonly string[])[];
  /** Tried first, in this order. */
  readonly answers?: readonly Answer[];
}

export async function startFakeEngine(options: FakeEngineOptions = {}): Promise<FakeEngine> {
  const dir = await mkdtemp(join(tmpdir(), "plimsoll-fake-"));
  const socket = join(dir, "d.sock");
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    answer(request, response, options);
  });
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  return {
    socket,
    requests,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(dir, { recursive: true, force: true });
    },
  };
}

function answer(request: IncomingMessage, response: ServerResponse, options: FakeEngineOptions): void {
  const url = new URL(request.url ?? "/", "http://engine.invalid");
  const [, asked, path = url.pathname] = /^\/v(\d+\.\d+)(\/.*)$/.exec(url.pathname) ?? [];
  const { api = "1.41", minApi } = options;
  if (path === "/_ping") {
    if (api !== null) response.setHeader("Api-Version", api);
    response.end("OK");
    return;
  }
  if (asked === undefined || (minApi !== undefined && Number(asked.slice(2)) < Number(minApi.slice(2)))) {
    json(response, { message: `client version ${asked} is too old. Minimum supported API version is ${minApi}` }, 400);
    return;
  }
  if (options.answers?.some((tried) => tried(path, url.searchParams, response))) return;
  if (path === "/version") json(response, { Version: "28.2.2", ApiVersion: api, ...options.version });
  else if (path === "/info")
    json(response, { DriverStatus: options.driverStatus ?? [["Backing Filesystem", "extfs"]] });
  else if (path === "/containers/json") json(response, []);
  else json(response, { message: `no such thing: ${path}` }, 404);
}

export function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(JSON.stringify(body));
}

/** An image as an engine holds it; `id` differs from the config's digest in the containerd store. */
export interface HeldImage {
  readonly built: BuiltImage;
  readonly id?: string;
  /** Merged into the inspect answer. */
  readonly inspect?: Record<string, unknown>;
}

/** The list, inspect and history of these images. */
export function holding(images: readonly HeldImage[]): Answer {
  return (path, _query, response) => {
    if (path === "/images/json") {
      json(response, images.map(summaryOf));
      return true;
    }
    const [, id, what] = /^\/images\/([^/]+)\/(json|history)$/.exec(path) ?? [];
    const held = images.find((image) => idOf(image) === decodeURIComponent(id ?? ""));
    if (held === undefined) return false;
    json(response, what === "json" ? inspectOf(held) : historyOf(held));
    return true;
  };
}

function idOf({ id, built }: HeldImage): string {
  return id ?? built.id;
}

function summaryOf(held: HeldImage) {
  const { tags } = held.built;
  return { Id: idOf(held), RepoTags: tags.length > 0 ? tags : ["<none>:<none>"], RepoDigests: [], Created: 1, Size: 7 };
}

function inspectOf(held: HeldImage) {
  const config = JSON.parse(Buffer.from(held.built.configBytes).toString("utf8")) as Record<string, unknown>;
  return {
    ...summaryOf(held),
    Created: config["created"],
    Os: held.built.os,
    Architecture: held.built.architecture,
    Config: config["config"],
    RootFS: { Type: "layers", Layers: held.built.diffIds },
    ...held.inspect,
  };
}

function historyOf({ built }: HeldImage) {
  return built.layers
    .map((layer, at) => ({
      Id: "<missing>",
      Created: at,
      CreatedBy: `COPY layer-${at}`,
      Size: layer.length,
      Comment: "",
    }))
    .reverse();
}

/** `GET /images/get` gives these bytes. */
export function saving(tar: Uint8Array): Answer {
  return (path, _query, response) => {
    if (path !== "/images/get") return false;
    response.writeHead(200, { "Content-Type": "application/x-tar" });
    response.end(tar);
    return true;
  };
}
