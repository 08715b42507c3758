// One line of the image list: what the source lists, the newest result, and how far a running audit is with it.

import type { ImageRow } from "../../../shared/ipc/contract.ts";
import type { ListedImage } from "../../../shared/model/image.ts";
import type { SourceSpec } from "../../../shared/model/source-spec.ts";
import type { AuditState, LastAudit, RowProgress } from "../../bridge/audit-state.ts";

export interface ImageLine {
  readonly key: string;
  readonly listed: ListedImage;
  /** The result shown: of the running audit where it is there, else the newest kept; null = never audited. */
  readonly last: LastAudit | null;
  /** What is shown comes from the config alone: nothing is known yet of what lies in the layers. */
  readonly isFirst: boolean;
  /** null while no audit of this window concerns the image. */
  readonly progress: RowProgress | null;
}

/** Joins the list with the state of the audit, which counts only for the source it runs on. */
export function linesOf(rows: readonly ImageRow[], audit: AuditState, source: SourceSpec): ImageLine[] {
  const isOurs = audit.source !== null && JSON.stringify(audit.source) === JSON.stringify(source);
  return rows.map(({ listed, last }) => {
    const progress = isOurs ? (audit.rows.get(listed.key) ?? null) : null;
    // A kept audit of the whole image says more than new first verdicts from its config.
    const shown =
      progress?.kind === "full" ? progress.last : (last ?? (progress?.kind === "config" ? progress.last : null));
    const isFirst = progress?.kind === "config" && shown === progress.last;
    return { key: listed.key, listed, last: shown, isFirst, progress };
  });
}
