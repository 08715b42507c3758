import "reflect-metadata";
import { webcrypto } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  BasicConstraintsExtension,
  cryptoProvider,
  PemConverter,
  SubjectAlternativeNameExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from "@peculiar/x509";
import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { takeEnvironment } from "../../../../main/environment.ts";
import type { TlsFiles } from "../../../../main/source/engine/endpoint.ts";
import { connectEngine } from "../../../../main/source/engine/engine-client.ts";
import { resolveEndpoint } from "../../../../main/source/engine/resolve-endpoint.ts";
import { failureOf } from "../../../../shared/model/failure.ts";
import { json, startFakeEngine } from "../../../support/fake-engine.ts";

const signal = new AbortController().signal;
const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
const socketAt = (path: string) =>
  ({ endpoint: { kind: "socket", path }, name: `unix://${path}`, how: "test", warnings: [] }) as const;

afterEach(() => {
  vi.unstubAllEnvs();
});

it("an answer without end is not read without end", async () => {
  const engine = await startFakeEngine({
    answers: [
      (path, _query, response) => {
        if (path !== "/version") return false;
        const more = () => {
          while (!response.destroyed && response.write(Buffer.alloc(1024 * 1024, "[")));
        };
        response.on("drain", more);
        more();
        return true;
      },
    ],
  });
  const client = connectEngine(socketAt(engine.socket), {});
  const failure = await client.get("/version", {}, z.unknown(), signal).then(() => null, failureOf);
  expect(failure).toMatchObject({ kind: "engine-answer", cause: expect.stringContaining("more than 8388608 bytes") });
  client.close();
  await engine.stop();
});

describe("TLS", () => {
  interface Issued {
    readonly cert: string;
    readonly key: string;
    readonly certificate: X509Certificate;
    readonly keys: CryptoKeyPair;
  }

  async function issue(name: string, by?: Issued): Promise<Issued> {
    cryptoProvider.set(webcrypto as Crypto);
    const keys = (await webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"])) as CryptoKeyPair;
    const certificate = await X509CertificateGenerator.create({
      subject: `CN=${name}`,
      issuer: by?.certificate.subject ?? `CN=${name}`,
      notBefore: new Date(Date.now() - 86_400_000),
      notAfter: new Date(Date.now() + 86_400_000),
      publicKey: keys.publicKey,
      signingKey: (by?.keys ?? keys).privateKey,
      signingAlgorithm: algorithm,
      extensions: [
        new BasicConstraintsExtension(by === undefined),
        new SubjectAlternativeNameExtension([{ type: "ip", value: "127.0.0.1" }]),
      ],
    });
    const key = PemConverter.encode(await webcrypto.subtle.exportKey("pkcs8", keys.privateKey), "PRIVATE KEY");
    return { cert: certificate.toString("pem"), key, certificate, keys };
  }

  /** An engine that takes only clients of its own CA, or anyone; `call` asks for its version with this material. */
  async function startTls(
    ca: Issued,
    { clients = true } = {},
  ): Promise<{ readonly port: number; call(tls: TlsFiles): Promise<unknown>; stop(): Promise<void> }> {
    const own = await issue("engine", ca);
    const server: Server = createServer(
      { cert: own.cert, key: own.key, ca: ca.cert, requestCert: clients, rejectUnauthorized: clients },
      (request, response) => {
        response.setHeader("Api-Version", "1.41");
        json(response, { asked: request.url });
      },
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    return {
      port: address.port,
      async call(tls) {
        const endpoint = { kind: "tcp", host: "127.0.0.1", port: address.port, tls } as const;
        const client = connectEngine(
          { endpoint, name: `tcp://127.0.0.1:${address.port}`, how: "test", warnings: [] },
          {},
        );
        try {
          return await client.get("/version", {}, z.unknown(), signal).catch(failureOf);
        } finally {
          client.close();
        }
      },
      async stop() {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      },
    };
  }

  it("connects with the right CA and client key, and refuses an engine of another CA", async () => {
    const ca = await issue("ca");
    const client = await issue("client", ca);
    const stranger = await issue("stranger");
    const server = await startTls(ca);
    const own = { cert: client.cert, key: client.key };
    expect(await server.call({ ca: ca.cert, ...own, skipVerify: false })).toEqual({ asked: "/v1.41/version" });
    expect(await server.call({ ca: stranger.cert, ...own, skipVerify: false })).toMatchObject({
      kind: "engine-unreachable",
      hint: expect.stringContaining("check ca.pem"),
    });
    expect(await server.call({ ca: null, ...own, skipVerify: true })).toEqual({ asked: "/v1.41/version" });
    expect(await server.call({ ca: ca.cert, cert: null, key: null, skipVerify: false })).toMatchObject({
      kind: "engine-unreachable",
    });
    await server.stop();
  });

  it("follows DOCKER_HOST with nothing but ca.pem in DOCKER_CERT_PATH, where the client library would want a key", async () => {
    const ca = await issue("ca");
    const server = await startTls(ca, { clients: false });
    const folder = await mkdtemp(join(tmpdir(), "plimsoll-tls-"));
    await writeFile(join(folder, "ca.pem"), ca.cert);
    vi.stubEnv("DOCKER_HOST", `tcp://127.0.0.1:${server.port}`);
    vi.stubEnv("DOCKER_TLS_VERIFY", "1");
    vi.stubEnv("DOCKER_CERT_PATH", folder);
    const env = takeEnvironment(process.env, process.platform);
    const resolved = await resolveEndpoint(
      {},
      {
        env,
        homeDir: folder,
        platform: process.platform,
        uid: null,
        exists: async () => false,
        readFile: (path) => readFile(path, "utf8").catch(() => null),
      },
    );
    const client = connectEngine(resolved, env);
    expect(await client.get("/version", {}, z.unknown(), signal)).toEqual({ asked: "/v1.41/version" });
    client.close();
    await server.stop();
    await rm(folder, { recursive: true });
  });
});
