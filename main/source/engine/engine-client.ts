// The only file that imports dockerode. Requests go through its modem, with what it leaves out: cancelling, bounded
// answers, checked shapes, an API version agreed with the engine. What the library reads of DOCKER_* in the environment of
// the process, the composition roots have taken out of it (main/environment.ts).
import { setMaxListeners } from "node:events";
import type { Agent, IncomingMessage } from "node:http";
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { inspect } from "node:util";
import Docker from "dockerode";
import type { z } from "zod";
import { FailureError } from "../../../shared/model/failure.ts";
import { anySignal, throwIfAborted } from "../../abort.ts";
import { streamPieces } from "../../tar/stream-pieces.ts";
import { firstIssue } from "../image-config.ts";
import { type JsonBounds, overBounds } from "../json-bounds.ts";
import { agreedVersion } from "./api-version.ts";
import type { ResolvedEndpoint } from "./endpoint.ts";
import { unreachable } from "./engine-failure.ts";
import { heardWithin, usualPatience, within } from "./patience.ts";
import { sshAgent } from "./ssh-agent.ts";

export type Query = Readonly<Record<string, string | readonly string[]>>;

export interface EngineClient {
  readonly resolved: ResolvedEndpoint;
  /** The API version that is spoken, agreed at the first request. */
  apiVersion(signal: AbortSignal): Promise<string>;
  /** The answer to a GET as JSON of this shape. Throws FailureError. */
  get<T>(path: string, query: Query, schema: z.ZodType<T>, signal: AbortSignal, size?: "one" | "list"): Promise<T>;
  /** The answer to a GET as bytes. Throws FailureError before the first byte, and what the connection says after it. */
  stream(path: string, query: Query, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>>;
  close(): void;
}

/** An engine that answered, but not with what was asked for. */
export class EngineRefusal extends FailureError {
  readonly status: number;
  constructor(resolved: ResolvedEndpoint, request: string, status: number, cause: string) {
    super({ kind: "engine-answer", endpoint: resolved.name, request, cause });
    this.name = "EngineRefusal";
    this.status = status;
  }
}

/** What an answer may hold: `one` tells of a single image or of the engine, `list` of everything that it has. */
const answerBounds = {
  one: { bytes: 8 * 1024 * 1024, values: 100_000, depth: 64 },
  list: { bytes: 64 * 1024 * 1024, values: 1_000_000, depth: 64 },
} as const satisfies Record<string, JsonBounds & { bytes: number }>;
const maxRefusalBytes = 64 * 1024;
/** A socket that accepts and never answers is found out at the first request. */
const firstAnswerMs = 60_000;
/** The modem would read the body of an unexpected status without bound: every status is judged here instead. */
const everyStatus = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [at + 100, true]));

/** A client of the engine there; nothing is dialled yet. */
export function connectEngine(
  resolved: ResolvedEndpoint,
  env: Readonly<Record<string, string | undefined>>,
  patience = usualPatience,
): EngineClient {
  const { modem, agent } = modemFor(resolved, env);
  let agreed: string | null = null;

  async function apiVersion(signal: AbortSignal): Promise<string> {
    if (agreed !== null) return agreed;
    const timeout = new AbortController();
    const timer = setTimeout(
      () => timeout.abort(new Error(`no answer within ${firstAnswerMs / 1000} s`)),
      firstAnswerMs,
    );
    try {
      const response = await dial("/_ping", {}, signal, timeout.signal);
      const offered = response.headers["api-version"];
      await readBody(response, maxRefusalBytes, signal);
      const version = agreedVersion(typeof offered === "string" ? offered : undefined);
      if (response.statusCode !== 200 || version === null) {
        throw new EngineRefusal(resolved, "GET /_ping", response.statusCode ?? 0, "it does not speak the engine API");
      }
      agreed = version;
      return version;
    } catch (error) {
      throwIfAborted(signal);
      throw error instanceof FailureError ? error : unreachable(resolved, error);
    } finally {
      clearTimeout(timer);
      // Lets go of the caller's signal.
      timeout.abort();
    }
  }

  function dial(path: string, query: Query, ...signals: readonly AbortSignal[]): Promise<IncomingMessage> {
    // Every request in flight listens to it: their number is no leak.
    setMaxListeners(0, ...signals);
    const own = opaque(anySignal(...signals));
    return new Promise((resolve, reject) => {
      const hasQuery = Object.keys(query).length > 0;
      const versioned = agreed === null ? path : `/v${agreed}${path}`;
      modem.dial(
        {
          // The modem takes a query from `options` where the path ends with a question mark.
          path: hasQuery ? `${versioned}?` : versioned,
          method: "GET",
          ...(hasQuery ? { options: { ...query } } : {}),
          isStream: true,
          statusCodes: everyStatus,
          abortSignal: own,
        },
        (error: unknown, response: unknown) =>
          error === null ? resolve(response as IncomingMessage) : reject(own.aborted ? own.reason : error),
      );
    });
  }

  /** A response of status 200, whose head has come within `ms`. */
  async function request(path: string, query: Query, signal: AbortSignal, ms: number): Promise<IncomingMessage> {
    await apiVersion(signal);
    let response: IncomingMessage;
    const silent = new AbortController();
    try {
      const head = dial(path, query, signal, silent.signal);
      response = await within(ms, (reason) => silent.abort(reason), head);
    } catch (error) {
      throwIfAborted(signal);
      throw unreachable(resolved, error);
    }
    const { statusCode = 0 } = response;
    if (statusCode === 200) return response;
    const body = await readBody(response, maxRefusalBytes, signal).then(
      (bytes) => bytes.toString("utf8"),
      (error: unknown) => {
        throwIfAborted(signal);
        return error instanceof Error ? error.message : String(error);
      },
    );
    throw new EngineRefusal(resolved, `GET ${path}`, statusCode, `${statusCode} ${refusalText(body)}`);
  }

  return {
    resolved,
    apiVersion,
    async get(path, query, schema, signal, size = "one") {
      const response = await request(path, query, signal, patience.answerMs);
      const refuse = (cause: string) => new EngineRefusal(resolved, `GET ${path}`, 200, cause);
      let answer: unknown;
      try {
        const body = readBody(response, answerBounds[size].bytes, signal, patience.answerMs);
        answer = parseAnswer(await body, answerBounds[size]);
      } catch (error) {
        throwIfAborted(signal);
        throw refuse(`its answer cannot be read (${error instanceof Error ? error.message : String(error)})`);
      }
      const parsed = schema.safeParse(answer);
      if (!parsed.success) throw refuse(`its answer has another shape (${firstIssue(parsed.error)})`);
      return parsed.data;
    },
    async stream(path, query, signal) {
      const response = await request(path, query, signal, patience.saveMs);
      return heardWithin(patience.silenceMs, (reason) => response.destroy(reason), streamPieces(response));
    },
    close: () => agent.destroy(),
  };
}

/** dockerode's modem for the endpoint. */
function modemFor(
  { endpoint }: ResolvedEndpoint,
  env: Readonly<Record<string, string | undefined>>,
): { modem: Docker["modem"]; agent: Agent } {
  let agent: Agent;
  let options: Record<string, unknown>;
  if (endpoint.kind === "tcp" && endpoint.tls !== null) {
    const { ca, cert, key, skipVerify } = endpoint.tls;
    agent = new HttpsAgent({
      keepAlive: true,
      rejectUnauthorized: !skipVerify,
      ...(ca === null ? {} : { ca }),
      ...(cert === null ? {} : { cert }),
      ...(key === null ? {} : { key }),
    });
    options = { protocol: "https", host: endpoint.host, port: endpoint.port };
  } else if (endpoint.kind === "ssh") {
    agent = sshAgent(endpoint.target, env);
    options = { protocol: "http", host: "engine.invalid", port: 80 };
  } else {
    agent = new HttpAgent({ keepAlive: true });
    options =
      endpoint.kind === "socket"
        ? { protocol: "http", host: undefined, socketPath: endpoint.path }
        : { protocol: "http", host: endpoint.host, port: endpoint.port };
  }
  return { modem: new Docker({ ...options, agent: opaque(agent) } as Docker.DockerOptions).modem, agent };
}

/**
 * Shows nothing of itself to util.inspect. At each request the modem renders its options to the very bottom, hidden parts
 * included, for a debug line that nobody reads: slow with open sockets, and in Electron's utility process fatal.
 */
function opaque<T extends object>(value: T): T {
  return Object.defineProperty(value, inspect.custom, { value: () => "(not shown)", configurable: true });
}

/** An answer as JSON. The parser's own words are not passed on: they quote the answer, which may hold secrets. */
function parseAnswer(body: Buffer, bounds: JsonBounds): unknown {
  const over = overBounds(body, bounds);
  if (over !== null) throw new Error(`it ${over}`);
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    throw new Error("it is no JSON");
  }
}

/** A body, refused over `limit` bytes. */
async function readBody(
  response: IncomingMessage,
  limit: number,
  signal: AbortSignal,
  ms = firstAnswerMs,
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of heardWithin(ms, (reason) => response.destroy(reason), response as AsyncIterable<Buffer>)) {
    throwIfAborted(signal);
    size += piece.length;
    if (size > limit) throw new Error(`more than ${limit} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** The engine's own words: `{"message": "..."}`. */
function refusalText(body: string): string {
  try {
    const { message } = JSON.parse(body) as { message?: unknown };
    return typeof message === "string" ? message : body;
  } catch {
    return body.trim().split("\n", 1)[0] || "without a reason";
  }
}
