// Copying text: through the main process, since the page itself has no permission.
import { useCallback } from "react";
import { type Failure, failureOf } from "../../shared/model/failure.ts";
import { askFor, useBridge } from "./bridge.ts";

/** The returned function answers null when the text is on the clipboard, else why not. */
export function useClipboard(): (text: string) => Promise<Failure | null> {
  const bridge = useBridge();
  return useCallback(
    (text) =>
      askFor(bridge, "clipboard.write", { text }).then(
        () => null,
        (error: unknown) => failureOf(error),
      ),
    [bridge],
  );
}
