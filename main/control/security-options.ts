// The security options of an engine as /info lists them: `name=seccomp,profile=builtin`, or a bare name in old answers. docs:
// Docker Engine API, SystemInfo.SecurityOptions.
import type { EngineFacts, HostFacts } from "../../shared/model/surroundings.ts";

/** The fields of the option called `name`; null where the engine does not list it. */
export function securityOption(
  { securityOptions }: EngineFacts,
  name: string,
): Readonly<Record<string, string>> | null {
  for (const option of securityOptions) {
    const fields = Object.fromEntries(
      option.split(",").map((field): [string, string] => {
        const equals = field.indexOf("=");
        return equals < 0 ? ["name", field] : [field.slice(0, equals), field.slice(equals + 1)];
      }),
    );
    if (fields["name"] === name) return fields;
  }
  return null;
}

/** Whether the engine left its security options out of its answer: then none being listed says nothing. */
export function optionsUntold({ limits }: EngineFacts): boolean {
  return limits.some(({ fact, where }) => fact === "engine.info" && where === "/info SecurityOptions");
}

/** Whether the engine runs without root: it says so itself, or its process belongs to another user. */
export function isRootless(engine: EngineFacts | null, host: HostFacts | null): boolean {
  if (engine !== null && securityOption(engine, "rootless") !== null) return true;
  const user = host?.daemon.user ?? null;
  return user !== null && user !== "root" && user !== "0";
}
