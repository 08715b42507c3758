// What every group of commands is handed: the world, made when one of them runs, and a way to end.
import type { ExitCode } from "./exit.ts";
import type { World } from "./world.ts";

export interface CommandHost {
  /** Made when a command runs, not for help or a version. */
  readonly world: () => Promise<World>;
  readonly end: (code: ExitCode) => void;
}
