import { describe, expect, it } from "vitest";
import { InspectAnswer } from "../../../main/surroundings/container-answers.ts";
import { missingFields } from "../../../main/surroundings/missing-fields.ts";

const whole = {
  Id: "c0ffee",
  State: { Status: "created" },
  Config: {},
  Mounts: [],
  HostConfig: { Privileged: false, ReadonlyRootfs: false, NetworkMode: "", PidMode: "", IpcMode: "" },
};
const { HostConfig: host } = whole;
const without = (field: keyof typeof host) => ({ ...whole, HostConfig: { ...host, [field]: undefined } });

describe("an inspect answer", () => {
  it.each([
    ["whole", whole, []],
    ["with nothing but an id", { Id: "c0ffee" }, ["HostConfig"]],
    ["without mounts", { ...whole, Mounts: null }, ["Mounts"]],
    ["without a state", { ...whole, State: {} }, ["State.Status"]],
    ["without a config", { ...whole, Config: null }, ["Config"]],
    ["that does not say whether it is privileged", without("Privileged"), ["HostConfig.Privileged"]],
    ["that does not say whether its root is read-only", without("ReadonlyRootfs"), ["HostConfig.ReadonlyRootfs"]],
    ["that names no network mode", without("NetworkMode"), ["HostConfig.NetworkMode"]],
  ])("%s", (_name, answer, missing) => {
    expect(missingFields(InspectAnswer.parse(answer))).toEqual(missing);
  });
});
