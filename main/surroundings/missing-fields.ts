// Fields without which an inspect answer cannot be judged: every engine gives them for every container.
import type { InspectAnswer } from "./container-answers.ts";

type HostPart = NonNullable<InspectAnswer["HostConfig"]>;
const ofHost = [
  "Privileged",
  "ReadonlyRootfs",
  "NetworkMode",
  "PidMode",
  "IpcMode",
] as const satisfies readonly (keyof HostPart)[];

/** Those that the answer lacks, as they are called there; an empty word or list is none that lacks. */
export function missingFields({ Config, HostConfig, Mounts, State }: InspectAnswer): string[] {
  if (!HostConfig) return ["HostConfig"];
  return [
    ...(Config ? [] : ["Config"]),
    ...(Mounts ? [] : ["Mounts"]),
    ...(State?.Status === undefined || State.Status === null ? ["State.Status"] : []),
    ...ofHost.filter((field) => (HostConfig[field] ?? null) === null).map((field) => `HostConfig.${field}`),
  ];
}
