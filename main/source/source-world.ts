// What the composition roots hand to the sources: everything from outside the process that resolving one needs.

export interface SourceWorld {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly homeDir: string;
  readonly platform: NodeJS.Platform;
  /** `process.arch`, in Node's words. */
  readonly arch: string;
  /** null where there are no user ids. */
  readonly uid: number | null;
}
