// Walks every piece of text of an image config in a fixed order: once to collect it, once to put the masked text back.
import type { Secret } from "../../../shared/model/facts.ts";
import type { RawConfig } from "../../source/image-source.ts";
import { secretWordOf } from "./secret-name.ts";

/** Where a text stands, in the words of a `Secret`. */
export interface TextPlace {
  readonly where: Exclude<Secret["where"], "file">;
  readonly name?: string;
  readonly path?: string;
}

export interface PlacedText {
  readonly place: TextPlace;
  readonly text: string;
  /** The name whose value the text is, for the name rule over the whole value. */
  readonly namedBy?: string;
  /** So many texts before this one stands its name, itself a text (0 = this is the name). */
  readonly nameAt?: number;
}

/** The text of a `NAME=value` entry; a null value where there is no equals sign. */
export function splitEnv(entry: string): { name: string; value: string | null } {
  const at = entry.indexOf("=");
  return at < 0 ? { name: entry, value: null } : { name: entry.slice(0, at), value: entry.slice(at + 1) };
}

/** The name of an option whose value is the next argument and a secret; `key` alone names public keys too often. */
function secretOption(argument: string | undefined): string | null {
  const name = /^--?([A-Za-z][\w-]{2,60})$/.exec(argument ?? "")?.[1];
  return name !== undefined && secretWordOf(name) === "password" ? name : null;
}

/**
 * Rebuilds the parts of a config that hold free text, each text passed through `see`. Keys of labels and names of variables
 * pass as well: they are as free as values.
 */
export function walkConfig(raw: RawConfig, see: (placed: PlacedText) => string) {
  const command = (name: string) => (text: string) => see({ place: { where: "command", name }, text });
  const list = (name: string, values: readonly string[] | null) =>
    values?.map((text, index) => {
      const option = secretOption(values[index - 1]);
      const isValue = option !== null && !text.startsWith("-");
      return see({ place: { where: "command", name }, text, ...(isValue ? { namedBy: option } : {}) });
    }) ?? null;
  return {
    user: command("User")(raw.user),
    env: raw.env.map((entry) => {
      const { name, value } = splitEnv(entry);
      const place: TextPlace = { where: "env" };
      return {
        name: see({ place, text: name, nameAt: 0 }),
        value: value === null ? null : see({ place, text: value, namedBy: name, nameAt: 1 }),
      };
    }),
    exposedPorts: raw.exposedPorts.map(command("ExposedPorts")),
    healthcheck: list("Healthcheck", raw.healthcheck?.test ?? null),
    entrypoint: list("Entrypoint", raw.entrypoint),
    cmd: list("Cmd", raw.cmd),
    labels: Object.entries(raw.labels).map(([name, value]) => {
      const place: TextPlace = { where: "label" };
      return {
        name: see({ place, text: name, nameAt: 0 }),
        value: see({ place, text: value, namedBy: name, nameAt: 1 }),
      };
    }),
    volumes: raw.volumes.map(command("Volumes")),
    workingDir: command("WorkingDir")(raw.workingDir),
    shell: list("Shell", raw.shell),
    stopSignal: raw.stopSignal === null ? null : command("StopSignal")(raw.stopSignal),
    onBuild: raw.onBuild.map(command("OnBuild")),
    history: raw.history.map((entry, index) => {
      const place: TextPlace = { where: "history", path: String(index) };
      return {
        createdBy: see({ place, text: entry.createdBy }),
        comment: entry.comment === null || entry.comment === "" ? null : see({ place, text: entry.comment }),
      };
    }),
  };
}
