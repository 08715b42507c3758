// Where an engine listens, as docker writes it (`unix://`, `npipe://`, `tcp://`, `ssh://`), taken apart and checked before
// anything is dialled. Rules: docker CLI "opts/hosts.go".
import type { SshTarget } from "./ssh-url.ts";
import { parseSshUrl } from "./ssh-url.ts";

export interface TlsFiles {
  readonly ca: string | null;
  readonly cert: string | null;
  readonly key: string | null;
  /** `SkipTLSVerify` of a context, or DOCKER_TLS without DOCKER_TLS_VERIFY: encrypted, but to whom is not known. */
  readonly skipVerify: boolean;
}

export type Endpoint =
  /** A Unix socket or a Windows pipe. */
  | { readonly kind: "socket"; readonly path: string }
  | { readonly kind: "tcp"; readonly host: string; readonly port: number; readonly tls: TlsFiles | null }
  | { readonly kind: "ssh"; readonly target: SshTarget };

/** Where it is, why there, and what the user should know about it. */
export interface ResolvedEndpoint {
  readonly endpoint: Endpoint;
  /** As a URL, for messages and the report. */
  readonly name: string;
  readonly how: string;
  readonly warnings: readonly string[];
}

/** Takes a host URL apart; `tls` holds for tcp alone. A string says what is wrong with the URL. */
export function parseEndpoint(url: string, tls: TlsFiles | null): Endpoint | string {
  const text = url.trim();
  if (text.startsWith("unix://"))
    return socket(text.slice("unix://".length), "a unix:// address needs an absolute path");
  if (text.startsWith("npipe://")) {
    const path = text.slice("npipe://".length).replaceAll("\\", "/");
    return /^\/\/[^/]+\/pipe\/[^/]+$/.test(path) ? { kind: "socket", path } : "a pipe is written npipe:////./pipe/NAME";
  }
  if (text.startsWith("ssh://")) {
    const target = parseSshUrl(text);
    return typeof target === "string" ? target : { kind: "ssh", target };
  }
  const [, scheme = "tcp", rest = ""] = /^(?:([a-z]+):\/\/)?(.*)$/s.exec(text) ?? [];
  if (!["tcp", "http", "https"].includes(scheme))
    return `addresses begin with unix://, npipe://, tcp:// or ssh://, not ${scheme}://`;
  return tcp(rest, scheme === "https" ? (tls ?? { ca: null, cert: null, key: null, skipVerify: false }) : tls);
}

function socket(path: string, problem: string): Endpoint | string {
  return path.startsWith("/") && !path.includes("\0") ? { kind: "socket", path } : problem;
}

function tcp(authority: string, tls: TlsFiles | null): Endpoint | string {
  const match = /^(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]*)(?::(\d{1,5}))?\/?$/.exec(authority);
  if (match === null) return "a tcp address is written tcp://HOST:PORT";
  const port = match[2] === undefined ? (tls === null ? 2375 : 2376) : Number(match[2]);
  if (port < 1 || port > 65_535) return "the port is not between 1 and 65535";
  return { kind: "tcp", host: (match[1] || "127.0.0.1").replace(/^\[|\]$/g, ""), port, tls };
}
