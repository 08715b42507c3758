// All actions, in the order in which the palette lists them.
import type { Action } from "./action.ts";
import { auditImages, auditSurroundings, cancelAudit, copyCommand, exportReport } from "./audit-actions.ts";
import {
  openEngine,
  openImages,
  openLifecycle,
  openReminders,
  openSample,
  openSettings,
  openSurroundings,
  openWaivers,
  readListAgain,
  searchImages,
} from "./go-actions.ts";
import { viewActions } from "./view-actions.ts";

export const actions: readonly Action[] = [
  auditImages,
  auditSurroundings,
  cancelAudit,
  exportReport,
  copyCommand,
  openImages,
  searchImages,
  readListAgain,
  openSample,
  openEngine,
  openSurroundings,
  openLifecycle,
  openReminders,
  openWaivers,
  openSettings,
  ...viewActions,
];
