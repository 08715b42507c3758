// What the command line's composition root hands to each command: everything that comes from outside, in one place.
import type { Clock } from "../../shared/clock.ts";
import type { Language } from "../../shared/model/phrase.ts";
import type { Host } from "../host.ts";

export interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly homeDir: string;
  readonly platform: NodeJS.Platform;
  /** `process.arch`, in Node's words. */
  readonly arch: string;
  readonly host: Host;
  readonly uid: number | null;
  /** Processors that this process may use. */
  readonly cores: number;
  /** Where the user stood: relative paths count from here. */
  readonly cwd: string;
  readonly clock: Clock;
  /** An instant for signatures; SOURCE_DATE_EPOCH does not touch it. */
  readonly instant: () => Date;
  readonly tool: { readonly version: string; readonly digest?: string };
  /** Folders beside the bundle. */
  readonly assets: string;
  readonly fonts: string;
  readonly stdout: { write(text: string): void; readonly isTTY: boolean; readonly columns: number };
  readonly stderr: { write(text: string): void; readonly isTTY: boolean };
  /** Asks for a passphrase on the terminal; null where stdin is none. */
  readonly askPassphrase: ((question: string) => Promise<string>) | null;
  /** Aborted by Ctrl+C and SIGTERM. */
  readonly signal: AbortSignal;
  readonly language: Language;
}
