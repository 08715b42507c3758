// Options of `--security-opt` as inspect shows them (`name=value`, the older `name:value`, or a bare name), and the options
// that /info lists for the engine (`name=seccomp,profile=builtin`, in old engines a bare name).
import type { ContainerFacts, EngineFacts } from "../../../shared/model/surroundings.ts";

export interface SecurityOption {
  readonly name: string;
  /** Null for a bare name. */
  readonly value: string | null;
}

/** The container's options in their order; a value may be a whole seccomp profile. */
export function securityOptionsOf({ securityOpt }: Pick<ContainerFacts, "securityOpt">): SecurityOption[] {
  return securityOpt.map((option) => {
    const separator = option.includes("=") ? "=" : ":";
    const end = option.indexOf(separator);
    if (end < 0) return { name: option.trim().toLowerCase(), value: null };
    return { name: option.slice(0, end).trim().toLowerCase(), value: option.slice(end + 1).trim() };
  });
}

/** What /info says of one of its options, as further fields by their name; null where the engine does not list it. */
export function engineOption(
  { securityOptions }: Pick<EngineFacts, "securityOptions">,
  name: string,
): ReadonlyMap<string, string> | null {
  for (const option of securityOptions) {
    const fields = new Map(
      option.split(",").map((field): [string, string] => {
        const end = field.indexOf("=");
        return end < 0 ? ["name", field.trim()] : [field.slice(0, end).trim(), field.slice(end + 1).trim()];
      }),
    );
    if (fields.get("name") === name) return fields;
  }
  return null;
}
