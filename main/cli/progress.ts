// Progress on stderr while a terminal watches: one line that is written over, and cleared at the end.
import type { AuditEvent } from "../../shared/model/audit-event.ts";
import { plainText } from "../../shared/plain-text.ts";
import { displayName } from "../../shared/reference.ts";
import { sizeText } from "./format.ts";

export interface Progress {
  show(event: AuditEvent): void;
  clear(): void;
}

/** Draws at most ten times a second by the given clock in ms; draws nothing where stderr is no terminal. */
export function progressLine(
  stderr: { write(text: string): void; readonly isTTY: boolean },
  nowMs: () => number,
): Progress {
  if (!stderr.isTTY) return { show: () => undefined, clear: () => undefined };
  let drawn = -Infinity;
  let total = 0;
  let done = 0;
  let name = "";
  const clear = (): void => stderr.write("\r\u001b[K");
  return {
    clear,
    show(event) {
      if (event.kind === "found") total = event.images.length;
      if (event.kind === "audited") name = displayName(event.audit.image);
      if ((event.kind === "audited" && event.depth === "full") || event.kind === "failed") done += 1;
      if (nowMs() - drawn < 100) return;
      drawn = nowMs();
      const bytes =
        event.kind === "progress" ? ` · ${sizeText(event.bytes)} of about ${sizeText(event.totalBytes)}` : "";
      clear();
      stderr.write(`auditing ${Math.min(done + 1, total)} of ${total}${bytes} ${plainText(name, 40)}`);
    },
  };
}
