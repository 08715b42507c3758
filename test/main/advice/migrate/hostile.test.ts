// Dockerfiles that nobody wrote in good faith, and random ones: no hang, no broken patch, a second run finds nothing.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrateDockerfile } from "../../../../main/advice/migrate/migrate-dockerfile.ts";
import { readDockerfile } from "../../../../main/advice/migrate/read-dockerfile.ts";
import { loadHardened } from "../../../../main/data/hardened-catalogue.ts";
import { FailureError } from "../../../../shared/model/failure.ts";

const catalogue = await loadHardened("assets/data/hardened.json");
const migrate = (text: string) => migrateDockerfile(text, "Dockerfile", catalogue);

let scratch = "";
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "migrate-hostile-"));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("what is no Dockerfile", () => {
  it.each([
    ["nothing", "", "no FROM"],
    ["comments alone", "# hello\n\n", "no FROM"],
    ["arguments alone", "ARG A=1\n", "no FROM"],
    ["NULs", "FROM node:22\0\n", "NUL"],
    ["ten megabytes", `FROM node:22\n${"# x\n".repeat(2_500_000)}`, "512 KiB"],
    ["lone carriage returns", "FROM node:22\rRUN x\r", "carriage returns"],
    ["a command before FROM", "RUN x\nFROM node:22\n", "line 1: RUN before the first FROM"],
    ["another language", "FROM node:22\nfunction main() {}\n", "line 2"],
    ["FROM without an image", "FROM\n", "line 1: FROM without an image"],
    ["FROM with too much", "FROM node:22 AS\n", "line 1: FROM takes an image"],
    ["FROM with a wrong word", "FROM node:22 IS build\n", "line 1: FROM takes an image"],
  ])("%s is refused with its line", (_name, text, cause) => {
    let failure: unknown = null;
    try {
      migrate(text);
    } catch (error) {
      failure = error instanceof FailureError ? error.failure : error;
    }
    expect(failure).toMatchObject({ kind: "not-readable", path: "Dockerfile" });
    expect((failure as { cause: string }).cause).toContain(cause);
  });
});

describe("what is large or nested", () => {
  it.each([
    ["stages", Array.from({ length: 12_000 }, (_, at) => `FROM node:22 AS s${at}\nRUN x\n`).join("")],
    [
      "stages on stages",
      `FROM node:22 AS s0\n${Array.from({ length: 12_000 }, (_, at) => `FROM s${at} AS s${at + 1}\n`).join("")}`,
    ],
    ["commands", `FROM node:22\nWORKDIR /app\n${"RUN echo a && echo b\n".repeat(20_000)}`],
    ["continuations", `FROM node:22\nRUN a${" \\\n".repeat(150_000)} b`],
    ["packages", `FROM node:22\nRUN apt-get install${" x".repeat(100_000)}\nCMD a`],
    ["spaces", `FROM node:22\nRUN apt-get${" ".repeat(400_000)}b`],
    ["options", `FROM node:22\nRUN apt-get${" -x".repeat(100_000)}b`],
    ["ports", `FROM node:22\nEXPOSE${" 80".repeat(100_000)}\nCMD ${"a ".repeat(50_000)}`],
    ["copies", `FROM node:22\nRUN x\n${Array.from({ length: 8000 }, (_, at) => `COPY x /p${at}\n`).join("")}`],
    [
      "heredocs",
      `FROM node:22\n${Array.from({ length: 8000 }, (_, at) => `COPY <<E${at} /p${at}\nx\nE${at}\n`).join("")}`,
    ],
    ["arguments", `${"ARG A=b\n".repeat(20_000)}FROM node:22\n`],
    [
      "arguments of arguments",
      `ARG A0=aa\n${Array.from({ length: 5000 }, (_, at) => `ARG A${at + 1}=\${A${at}}\${A${at}}\n`).join("")}FROM node:\${A5000}\n`,
    ],
    ["quotes", `FROM node:22\nCMD ${"'".repeat(200_001)}`],
    ["an unclosed heredoc", `FROM node:22\nRUN <<EOF\n${"x\n".repeat(100_000)}`],
  ])("%s take bounded time", (_name, text) => {
    const begin = performance.now();
    const { result } = migrate(text);
    expect(performance.now() - begin).toBeLessThan(20_000);
    expect(result.length).toBeGreaterThan(0);
  });

  it("a name with quotes, spaces and control characters stays one name in the patch", () => {
    const text = "FROM node:22\nCOPY . /app\n";
    for (const name of ["My Dockerfile", 'quo"te', "back\\slash", "tab\there", "Dockerfile.größe"]) {
      const { patch, result } = migrateDockerfile(text, name, catalogue);
      writeFileSync(join(scratch, name), text);
      execFileSync("git", ["apply", "-"], { cwd: scratch, input: patch, stdio: "pipe" });
      expect(readFileSync(join(scratch, name), "utf8")).toBe(result);
      writeFileSync(join(scratch, name), text);
      execFileSync("patch", ["-p1"], { cwd: scratch, input: patch, stdio: "pipe" });
      expect(readFileSync(join(scratch, name), "utf8")).toBe(result);
    }
  });
});

const image = fc.constantFrom(
  ...[
    "node:22",
    "node:22-alpine",
    "python:3.13-slim",
    "golang:1.26",
    "alpine:3.24",
    "ubuntu",
    "scratch",
    "nginx",
    "base",
  ],
  ...[
    "debian:bookworm",
    "ruby:3.4",
    "maven:3-eclipse-temurin-21",
    `\${V}`,
    `node:\${V:-24}`,
    "mcr.microsoft.com/dotnet/sdk:8.0",
  ],
  ...["php:8.4-fpm", "dhi.io/node:24-debian13-dev", "gcr.io/distroless/static", "node:22@sha256:00"],
);
const line = fc.constantFrom(
  ...[
    "RUN npm ci",
    "RUN apk add --no-cache git ca-certificates",
    "RUN apt-get update && apt-get install -y ca-certificates",
  ],
  ...[
    "RUN pip install -r r.txt",
    "RUN apt-get install -y \\\n    curl \\\n    ca-certificates \\\n  && true",
    "RUN adduser -D app",
  ],
  ...[
    "RUN <<EOF\necho FROM x\nEOF",
    "COPY <<A <<B /x/\na\nA\nb\nB",
    "WORKDIR /app",
    "WORKDIR src",
    "WORKDIR $HOME/x",
    "COPY . .",
  ],
  ...[
    "COPY --from=0 /a /b",
    "COPY --chown=app:app a /etc/",
    "USER root",
    "USER app:app",
    "USER 1000",
    "USER $U",
    "EXPOSE 80 443/tcp",
  ],
  ...[
    "CMD node x.js",
    'CMD ["nginx", "-g", "daemon off;"]',
    "CMD a | b",
    "ENTRYPOINT exec ./run",
    "ENV A=b PATH=/x:$PATH",
  ],
  ...[
    "HEALTHCHECK CMD curl -f x || exit 1",
    "HEALTHCHECK NONE",
    "ONBUILD RUN x",
    "ARG V",
    "ARG V=1",
    "# comment",
    "",
    "   ",
  ],
  ...[
    "LABEL a=b \\\n# inside\n  c=d",
    "VOLUME /data",
    "STOPSIGNAL SIGINT",
    'SHELL ["/bin/bash", "-c"]',
    "RUN go build -o server .",
  ],
  ...[
    "CMD ./server",
    "run make",
    "copy --link x /usr/local/bin/",
    "RUN mkdir -p /data /srv/x",
    "MAINTAINER a",
    "RUN bundle install",
  ],
);
const stage = fc
  .tuple(image, fc.option(fc.constantFrom("base", "build", "builder", "run")), fc.array(line, { maxLength: 9 }))
  .map(([from, name, lines]) => [`FROM ${from}${name === null ? "" : ` AS ${name}`}`, ...lines].join("\n"));
const dockerfile = fc
  .tuple(
    fc.constantFrom("", "# syntax=docker/dockerfile:1\n", "ARG V=22\n", "ARG V=node:22\n\n", "# a\n"),
    fc.array(stage, { minLength: 1, maxLength: 4 }),
    fc.constantFrom("\n", "", "\n\n"),
    fc.boolean(),
  )
  .map(([head, stages, tail, crlf]) => {
    const text = `${head}${stages.join("\n")}${tail}`;
    return crlf ? text.replaceAll("\n", "\r\n") : text;
  });

describe("random Dockerfiles", () => {
  it("are migrated once, still parse, and keep every comment", () => {
    fc.assert(
      fc.property(dockerfile, (text) => {
        const { result, patch } = migrate(text);
        expect(patch === "").toBe(result === text);
        expect(migrate(result).patch).toBe("");
        const before = readDockerfile(text, "D");
        expect(readDockerfile(result, "D").stages.length).toBeGreaterThanOrEqual(before.stages.length);
        const count = (whole: string) => whole.split("# comment").length;
        expect(count(result)).toBe(count(text));
        expect(migrate(text)).toEqual(migrate(text));
        if (text.includes("\r\n")) expect(result.replaceAll("\r\n", "")).not.toContain("\n");
      }),
      { numRuns: 700 },
    );
  });

  it("give patches that patch(1) applies", () => {
    fc.assert(
      fc.property(dockerfile, (text) => {
        const { result, patch } = migrate(text);
        if (patch === "") return;
        const path = join(scratch, "Dockerfile");
        writeFileSync(path, text);
        execFileSync("patch", ["-p1", "--fuzz=0", "--no-backup-if-mismatch"], {
          cwd: scratch,
          input: patch,
          stdio: "pipe",
        });
        expect(readFileSync(path, "utf8")).toBe(result);
        writeFileSync(path, text);
        execFileSync("git", ["apply", "--whitespace=nowarn", "-"], { cwd: scratch, input: patch, stdio: "pipe" });
        expect(readFileSync(path, "utf8")).toBe(result);
      }),
      { numRuns: 150 },
    );
  });
});
