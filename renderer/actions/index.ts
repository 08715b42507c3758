// All actions, in the order in which the palette lists them.
import type { Action } from "./action.ts";
import { auditImages, cancelAudit, copyCommand, exportReport } from "./audit-actions.ts";
import { openEngine, openImages, openSample, openSettings, readListAgain, searchImages } from "./go-actions.ts";
import { viewActions } from "./view-actions.ts";

export const actions: readonly Action[] = [
  auditImages,
  cancelAudit,
  exportReport,
  copyCommand,
  openImages,
  searchImages,
  readListAgain,
  openSample,
  openEngine,
  openSettings,
  ...viewActions,
];
