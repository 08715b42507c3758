// One GET over HTTP that a hostile or broken server cannot hurt: redirects, size, idle and total time are bounded, the
// answer is streamed and unpacked under a cap, and what goes wrong is a sentence. HTTP proxies are not supported.
import { type ClientRequest, type IncomingMessage, request as plainRequest } from "node:http";
import { request as tlsRequest } from "node:https";
import { isIP } from "node:net";
import { pipeline, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { Phrase } from "../../shared/model/phrase.ts";
import { phrase } from "../../shared/wording/say.ts";
import { anySignal, throwIfAborted } from "../abort.ts";
import { errorCode } from "../file-error.ts";

export interface GetLimits {
  /** Bytes of the unpacked body. */
  readonly bytes: number;
  /** Milliseconds without a byte, and in all. */
  readonly idleMs: number;
  readonly totalMs: number;
  readonly redirects: number;
}

export type GetAnswer =
  | { readonly kind: "body"; readonly bytes: Uint8Array; readonly etag?: string; readonly contentType: string }
  | { readonly kind: "unchanged" }
  | { readonly kind: "failed"; readonly why: Phrase; readonly retryAfter?: string };

const failed = (key: string, params?: Phrase["params"]): GetAnswer => ({ kind: "failed", why: phrase(key, params) });

/**
 * Asks `address` (http or https). `etag` makes it conditional. Redirects 301, 302, 307 and 308 are followed, but never from
 * https to http, never to another scheme, and never from a public name into the network of this machine: such an answer
 * would make the app knock at doors that its server cannot reach itself. Throws only the signal's reason.
 */
export async function boundedGet(
  address: string,
  headers: Readonly<Record<string, string>>,
  limits: GetLimits,
  signal: AbortSignal,
): Promise<GetAnswer> {
  const late = new AbortController();
  const clock = setTimeout(() => late.abort(), limits.totalMs);
  const either = anySignal(signal, late.signal);
  try {
    let url = new URL(address);
    for (let hop = 0; hop <= limits.redirects; hop += 1) {
      const response = await ask(url, headers, limits, either);
      const { statusCode = 0 } = response;
      if (![301, 302, 303, 307, 308].includes(statusCode)) return await answerOf(response, limits);
      response.destroy();
      const next = redirectTarget(response.headers.location, url);
      if (!(next instanceof URL)) return next;
      url = next;
    }
    return failed("data.too-many-redirects", { count: limits.redirects });
  } catch (error) {
    throwIfAborted(signal);
    if (late.signal.aborted) return failed("data.too-slow", { seconds: Math.round(limits.totalMs / 1000) });
    return faultOf(error, limits);
  } finally {
    clearTimeout(clock);
  }
}

class Idle extends Error {}
class TooLarge extends Error {}

function ask(
  url: URL,
  headers: Readonly<Record<string, string>>,
  { idleMs }: GetLimits,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === "https:" ? tlsRequest : plainRequest;
    const sent: ClientRequest = send(url, { headers: { ...headers, "accept-encoding": "gzip" }, signal, agent: false });
    let answer: IncomingMessage | null = null;
    // Once the answer has begun, destroying the request would only look like a lost connection.
    sent.setTimeout(idleMs, () => (answer ?? sent).destroy(new Idle()));
    sent.on("response", (response) => {
      answer = response;
      resolve(response);
    });
    sent.on("error", reject);
    sent.end();
  });
}

async function answerOf(response: IncomingMessage, limits: GetLimits): Promise<GetAnswer> {
  const { statusCode: status = 0, headers } = response;
  const wish = headers["retry-after"];
  const discard = (answer: GetAnswer): GetAnswer => {
    response.destroy();
    return answer;
  };
  if (status === 304) return discard({ kind: "unchanged" });
  if (status === 404 || status === 410) return discard(failed("data.not-found", { status }));
  if (status === 429 || status >= 500) {
    const why = phrase(status === 429 ? "data.asked-too-often" : "data.server-fault", { status });
    return discard({ kind: "failed", why, ...(wish === undefined ? {} : { retryAfter: wish }) });
  }
  if (status !== 200) return discard(failed("data.unexpected-status", { status }));
  const contentType = headers["content-type"] ?? "";
  if (/\bhtml\b/i.test(contentType)) return discard(failed("data.page"));
  if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(contentType)) {
    return discard(failed("data.other-type", { type: contentType === "" ? "–" : contentType.slice(0, 100) }));
  }
  const coding = (headers["content-encoding"] ?? "identity").trim().toLowerCase();
  if (coding !== "identity" && coding !== "gzip")
    return discard(failed("data.other-coding", { coding: coding.slice(0, 40) }));
  const bytes = await collect(coding === "gzip" ? unpacked(response) : response, limits.bytes);
  const { etag } = headers;
  return { kind: "body", bytes, contentType, ...(isEtag(etag) ? { etag } : {}) };
}

function unpacked(response: IncomingMessage): Readable {
  const gunzip = createGunzip();
  // Errors of either side end the reading below.
  pipeline(response, gunzip, () => undefined);
  return gunzip;
}

async function collect(body: Readable, most: number): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body as AsyncIterable<Buffer>) {
    size += part.length;
    // Leaving the loop destroys the stream, so nothing more is read or unpacked.
    if (size > most) throw new TooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts, size);
}

/** Where an answer at `from` leads with this Location, or why it is not followed there. */
export function redirectTarget(location: string | undefined, from: URL): URL | GetAnswer {
  let next: URL;
  try {
    next = new URL(location ?? "", from);
  } catch {
    return failed("data.redirect-nowhere");
  }
  if (location === undefined || location === "") return failed("data.redirect-nowhere");
  const to = `${next.protocol}//${next.host}`.slice(0, 200);
  if (next.protocol !== "https:" && next.protocol !== "http:") return failed("data.redirect-scheme", { to });
  if (from.protocol === "https:" && next.protocol === "http:") return failed("data.redirect-downgrade", { to });
  if (isInside(next.hostname) && !isInside(from.hostname)) return failed("data.redirect-inside", { to });
  if (next.username !== "" || next.password !== "") return failed("data.redirect-scheme", { to });
  return next;
}

/** Whether a name is one of this machine's or a private network's addresses, as it is written; names are not resolved. */
export function isInside(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, "").toLowerCase();
  if (host === "localhost" || host.endsWith(".localhost")) return true;
  if (isIP(host) === 6) return /^(?:::$|::1$|f[cd]|fe[89ab]|::ffff:)/.test(host);
  return (
    isIP(host) === 4 &&
    /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./.test(host)
  );
}

/** As RFC 9110 section 8.8.3 writes it; anything else would not be sent back. */
function isEtag(etag: string | undefined): etag is string {
  return etag !== undefined && etag.length <= 500 && /^(?:W\/)?"[\x21\x23-\x7e]*"$/.test(etag);
}

function faultOf(error: unknown, limits: GetLimits): GetAnswer {
  if (error instanceof Idle) return failed("data.silent", { seconds: Math.round(limits.idleMs / 1000) });
  if (error instanceof TooLarge) return failed("data.too-large", { mebibytes: Math.round(limits.bytes / 2 ** 20) });
  const code = errorCode(error);
  if (code === "Z_BUF_ERROR" || code === "ECONNRESET" || code === "ERR_STREAM_PREMATURE_CLOSE")
    return failed("data.cut");
  if (code.startsWith("Z_")) return failed("data.not-unpacked");
  const cause = error instanceof Error ? error.message || code : String(error);
  return failed(/CERT|SELF_SIGNED|UNABLE_TO_/.test(code) ? "data.no-trust" : "data.unreachable", {
    cause: cause.slice(0, 200),
  });
}
