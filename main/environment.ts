// The environment of the process, as the composition roots hand it on.

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A copy of `env`, which itself loses every DOCKER_* variable: the engine's client library reads those by itself, past
 * what Plimsoll resolved. From here on they are known to whoever is handed the copy, as a child process is that needs
 * them. Called once in a process; on Windows, where names have no case, the copy has them in capitals.
 */
export function takeEnvironment(env: Record<string, string | undefined>, platform: NodeJS.Platform): Environment {
  const taken: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(env)) {
    const known = platform === "win32" ? name.toUpperCase() : name;
    taken[known] = value;
    if (known.startsWith("DOCKER_")) delete env[name];
  }
  return taken;
}
