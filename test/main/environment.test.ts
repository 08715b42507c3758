import { expect, it } from "vitest";
import { takeEnvironment } from "../../main/environment.ts";

it("DOCKER_* are handed on and leave the process, everything else stays in both", () => {
  const env: Record<string, string | undefined> = {
    DOCKER_HOST: "ssh://build",
    DOCKER_CERT_PATH: "/certs",
    DOCKER: "no variable of docker",
    SSH_AUTH_SOCK: "/agent",
    docker_host: "another name",
  };
  const before = { ...env };
  expect(takeEnvironment(env, "linux")).toEqual(before);
  expect(env).toEqual({ DOCKER: "no variable of docker", SSH_AUTH_SOCK: "/agent", docker_host: "another name" });
});

it("names have no case on Windows", () => {
  const env: Record<string, string | undefined> = { Docker_Host: "npipe:////./pipe/x", Path: "C:\\bin" };
  expect(takeEnvironment(env, "win32")).toEqual({ DOCKER_HOST: "npipe:////./pipe/x", PATH: "C:\\bin" });
  expect(env).toEqual({ Path: "C:\\bin" });
});
