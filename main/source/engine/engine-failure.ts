// What a connection that failed means for the user: a cause in words, and what to do.
import { FailureError } from "../../../shared/model/failure.ts";
import type { Endpoint, ResolvedEndpoint } from "./endpoint.ts";

const elsewhere =
  "start it, choose another with --context or --engine, or use --archive FILE or --sample, which need no engine";

/** An `engine-unreachable` failure from what dialling threw. */
export function unreachable({ endpoint, name, how }: ResolvedEndpoint, error: unknown): FailureError {
  const { cause, hint } = explain(endpoint, error);
  return new FailureError(
    { kind: "engine-unreachable", endpoint: `${name}, ${how}`, cause, hint },
    error instanceof Error ? { cause: error } : undefined,
  );
}

function explain(endpoint: Endpoint, error: unknown): { cause: string; hint: string } {
  const message = error instanceof Error ? error.message : String(error);
  const code = (error as NodeJS.ErrnoException | null)?.code ?? "";
  if (endpoint.kind === "ssh") return { cause: message, hint: sshHint(message) };
  switch (code) {
    case "ENOENT":
      return { cause: endpoint.kind === "socket" ? "there is no such socket" : message, hint: elsewhere };
    case "ECONNREFUSED":
      return { cause: "nothing listens there", hint: elsewhere };
    case "EACCES":
    case "EPERM":
      return {
        cause: "permission denied",
        hint: "run it as a member of the group docker, or as root; or use --archive FILE or --sample",
      };
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return { cause: "the name of the host is not known", hint: "check the address of the context or of DOCKER_HOST" };
    case "ETIMEDOUT":
    case "EHOSTUNREACH":
    case "ENETUNREACH":
      return { cause: "the host cannot be reached", hint: "check the network, or use --archive FILE or --sample" };
  }
  if (/certificate|self.signed|ssl|tls|altname/i.test(`${code} ${message}`)) {
    return { cause: message, hint: "check ca.pem, cert.pem and key.pem of the context or of DOCKER_CERT_PATH" };
  }
  return { cause: message, hint: elsewhere };
}

function sshHint(message: string): string {
  if (/host key verification failed/i.test(message)) {
    return "the host's key is unknown or has changed: connect once with ssh by hand, compare the key, and try again";
  }
  if (/permission denied/i.test(message))
    return "ssh needs a key or agent that works without a question: try ssh by hand";
  if (/cannot be started/.test(message)) return "install an ssh client, or use another kind of address";
  return "try the same host with ssh by hand; docker must be installed there";
}
