import { describe, expect, it } from "vitest";
import { maskConfig } from "../../../../main/inspect/secrets/mask-config.ts";
import type { RawConfig } from "../../../../main/source/image-source.ts";

const token = `ghp_${"aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0zaB3dE5".slice(0, 36)}`;

function rawWith(parts: Partial<RawConfig>): RawConfig {
  return {
    created: null,
    os: "linux",
    architecture: "amd64",
    variant: null,
    user: "app",
    env: [],
    exposedPorts: [],
    healthcheck: null,
    entrypoint: null,
    cmd: null,
    labels: {},
    volumes: [],
    workingDir: "/app",
    shell: null,
    stopSignal: null,
    onBuild: [],
    history: [],
    diffIds: [],
    origin: "config",
    ...parts,
  };
}

const step = (createdBy: string, comment: string | null = null) => ({
  created: "2026-01-02T03:04:05Z",
  createdBy,
  comment,
  emptyLayer: false,
});

describe("masking a config", () => {
  it("keeps everything that is no secret, word for word", async () => {
    const raw = rawWith({
      env: ["PATH=/usr/bin:/bin", "A=b=c", "EMPTY=", "ALONE", "GPG_KEY=A035C8C19219BA821ECEA86B64E628F8D684696D"],
      labels: { "org.opencontainers.image.version": "1.2.3", maintainer: "x <x@example.com>" },
      entrypoint: ["/docker-entrypoint.sh"],
      cmd: ["nginx", "-g", "daemon off;"],
      healthcheck: { test: ["CMD-SHELL", "curl -f http://localhost/"], intervalNs: 5 },
      history: [step("/bin/sh -c #(nop) ADD file:abc in / "), step('CMD ["bash"]', "buildkit.dockerfile.v0")],
    });
    const { config, history, secrets } = await maskConfig(raw);
    expect(secrets).toEqual([]);
    expect(config.env).toEqual([
      { name: "PATH", value: "/usr/bin:/bin" },
      { name: "A", value: "b=c" },
      { name: "EMPTY", value: "" },
      { name: "ALONE", value: null },
      { name: "GPG_KEY", value: "A035C8C19219BA821ECEA86B64E628F8D684696D" },
    ]);
    expect(config.labels).toEqual(raw.labels);
    expect(config).toMatchObject({
      user: "app",
      entrypoint: raw.entrypoint,
      cmd: raw.cmd,
      healthcheck: raw.healthcheck,
      workingDir: "/app",
      shell: null,
      stopSignal: null,
    });
    expect(history).toEqual([
      { created: "2026-01-02T03:04:05Z", createdBy: "/bin/sh -c #(nop) ADD file:abc in / ", emptyLayer: false },
      {
        created: "2026-01-02T03:04:05Z",
        createdBy: 'CMD ["bash"]',
        comment: "buildkit.dockerfile.v0",
        emptyLayer: false,
      },
    ]);
  });

  it("leaves no value anywhere in what it returns, wherever it stood", async () => {
    const values = [token, "hunter2pass", "gehe1mnis", "tief1nnen", "s0nderbar", "kn0llig99"];
    const { config, history, secrets } = await maskConfig(
      rawWith({
        user: token,
        env: [
          `DB_PASSWORD=gehe1mnis`,
          `URL=postgres://app:hunter2pass@db/x`,
          `${token}=1`,
          `JSON={"secret":"tief1nnen"}`,
        ],
        labels: { "com.example.token": "s0nderbar", [`x.${token}`]: "y" },
        entrypoint: ["run", "--password=kn0llig99"],
        cmd: ["sh", "-c", `echo ${token}`],
        healthcheck: { test: ["CMD-SHELL", `curl -H 'Authorization: Bearer ${token}' x`] },
        onBuild: [`RUN echo ${token}`],
        history: [step("|1 DB_PASSWORD=gehe1mnis /bin/sh -c echo gehe1mnis > /x", `see ${token}`)],
      }),
    );
    const text = JSON.stringify({ config, history, secrets });
    for (const value of values) expect(text).not.toContain(value);
    expect(config.env[0]).toEqual({ name: "DB_PASSWORD", value: null, masked: true });
    expect(config.env[1]).toEqual({
      name: "URL",
      value: "postgres://app:<secret: password in an address, 11 characters>@db/x",
      masked: true,
    });
    expect(secrets).toContainEqual({
      kind: "password",
      where: "env",
      name: "DB_PASSWORD",
      preview: "password, 9 characters",
      ground: "name",
    });
    expect(secrets.filter((secret) => secret.where === "history").map(({ path, kind }) => [path, kind])).toEqual([
      ["0", "password"],
      ["0", "password"],
      ["0", "GitHub token"],
    ]);
    expect(secrets.map(({ where, name }) => [where, name])).toContainEqual(["command", "Entrypoint"]);
    expect(secrets.map(({ where, name }) => [where, name])).toContainEqual(["label", "com.example.token"]);
  });

  it("takes the argument behind an option that names a secret, and no other", async () => {
    const { config, secrets } = await maskConfig(
      rawWith({
        entrypoint: ["app", "--db-password", "Tr0ub4dor&3", "--verbose", "plain"],
        cmd: ["--token", "$TOKEN", "--password-file", "/run/pw", "--secret", "--other", "--api-key-id", "main"],
        healthcheck: { test: ["CMD", "probe", "--token", "s0 nder bar"] },
      }),
    );
    expect(config.entrypoint).toEqual([
      "app",
      "--db-password",
      "<secret: password, 11 characters>",
      "--verbose",
      "plain",
    ]);
    expect(config.cmd).toEqual([
      "--token",
      "$TOKEN",
      "--password-file",
      "/run/pw",
      "--secret",
      "--other",
      "--api-key-id",
      "main",
    ]);
    expect(config.healthcheck?.test).toEqual(["CMD", "probe", "--token", "<secret: token, 11 characters>"]);
    expect(secrets.map(({ where, name, ground }) => [where, name, ground])).toEqual([
      ["command", "Healthcheck", "name"],
      ["command", "Entrypoint", "name"],
    ]);
  });

  it("does not take an ordinary word for an echo of a weak password", async () => {
    const { history } = await maskConfig(
      rawWith({ env: ["POSTGRES_PASSWORD=postgres"], history: [step("apt-get install postgres")] }),
    );
    expect(history[0]?.createdBy).toBe("apt-get install postgres");
  });
});
