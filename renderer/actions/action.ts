// What an action is: data that the palette, the keys and the buttons all read.
import type { ParseKeys } from "i18next";
import type { Failure } from "../../shared/model/failure.ts";
import type { AuditHook } from "../bridge/use-audit.tsx";
import type { ImagesHook } from "../bridge/use-images.ts";
import type { LatestRunHook } from "../bridge/use-latest-run.ts";
import type { SettingsHook } from "../bridge/use-settings.ts";
import type { SourceHook } from "../bridge/use-source.tsx";

export interface ActionContext {
  readonly images: ImagesHook;
  readonly audit: AuditHook;
  readonly source: SourceHook;
  readonly settings: SettingsHook;
  readonly latestRun: LatestRunHook;
  readonly isListInView: boolean;
  /** Selected images that the source in view lists. */
  readonly selected: readonly { readonly key: string; readonly id: string; readonly references: readonly string[] }[];
  readonly navigate: (place: string) => void;
  readonly copy: (text: string) => Promise<Failure | null>;
  readonly exportReport: (run: string) => void;
  /** Shows one line for a moment, and speaks it. */
  readonly tell: (message: string) => void;
  readonly tellFailure: (failure: Failure) => void;
  readonly say: (key: ParseKeys, values?: Readonly<Record<string, string | number>>) => string;
}

export interface Action {
  readonly id: string;
  readonly group: "audit" | "go" | "view";
  readonly title: (context: ActionContext) => string;
  /** As `KeyboardEvent.key`, without a modifier: pressed outside of fields. */
  readonly key?: string;
  readonly when: (context: ActionContext) => boolean;
  readonly run: (context: ActionContext) => void;
}
