// The flags of a running dockerd by the grammar of its command line. docs: dockerd(8); spf13/pflag's forms of a flag.

/** Short forms of the flags that are asked for here. */
const shortForms: Readonly<Record<string, string>> = { host: "H", group: "G", pidfile: "p" };

/** Every value given to `--name` (or its short form), in order; a flag without value gives "". */
export function flagValues(args: readonly string[], name: string): string[] {
  const short = shortForms[name];
  const values: string[] = [];
  args.forEach((argument, at) => {
    const next = args[at + 1] ?? "";
    if (argument === `--${name}`) values.push(next.startsWith("-") ? "" : next);
    else if (argument.startsWith(`--${name}=`)) values.push(argument.slice(name.length + 3));
    else if (short !== undefined && argument === `-${short}`) values.push(next);
    else if (short !== undefined && argument.startsWith(`-${short}`) && !argument.startsWith("--")) {
      values.push(argument.slice(2).replace(/^=/, ""));
    }
  });
  return values;
}

/** The last value of a flag, else the one of daemon.json, else undefined; the two may not name the same option. */
export function setting(
  args: readonly string[],
  config: Readonly<Record<string, unknown>> | null,
  name: string,
): string | undefined {
  const value = flagValues(args, name).at(-1) ?? config?.[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Whether a switch is on: `--tls`, `--tls=true`, or `true` in daemon.json. */
export function isOn(args: readonly string[], config: Readonly<Record<string, unknown>> | null, name: string): boolean {
  const given = args.filter((argument) => argument === `--${name}` || argument.startsWith(`--${name}=`)).at(-1);
  if (given === undefined) return config?.[name] === true;
  return given === `--${name}` || /=(?:true|1|t)$/i.test(given);
}

/** The Unix sockets it listens on: `hosts` of flags and daemon.json; `fd://` and no host at all mean the default one. */
export function socketsOf(
  args: readonly string[],
  config: Readonly<Record<string, unknown>> | null,
  defaultSocket: string,
): string[] {
  const listed = config?.["hosts"];
  const hosts = [...flagValues(args, "host"), ...(Array.isArray(listed) ? listed : [])];
  if (hosts.length === 0) return [defaultSocket];
  return hosts.flatMap((host) => {
    if (typeof host !== "string") return [];
    if (host === "unix://" || host.startsWith("fd://")) return [defaultSocket];
    return host.startsWith("unix://") ? [host.slice("unix://".length)] : [];
  });
}
