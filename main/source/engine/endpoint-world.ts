// What resolving an endpoint may look at: the environment and files of the user, handed in so that tests have a home too.

export interface EndpointWorld {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly homeDir: string;
  readonly platform: NodeJS.Platform;
  readonly uid: number | null;
  exists(path: string): Promise<boolean>;
  /** null = there is no such file. Other errors are thrown. */
  readFile(path: string): Promise<string | null>;
}

/** Paths in the style of the platform that is looked at, which in tests is not the one that runs. */
export function joinPath({ platform }: Pick<EndpointWorld, "platform">, ...parts: readonly string[]): string {
  return parts.join(platform === "win32" ? "\\" : "/");
}

/** The docker CLI's folder. */
export function dockerFolder(world: EndpointWorld): string {
  return world.env["DOCKER_CONFIG"] || joinPath(world, world.homeDir, ".docker");
}
