// History as the engine's API tells it: newest first, and without the mark of steps that made no layer, which is worked out
// from sizes and instructions until the config itself has been read.
import type { RawHistoryEntry } from "../image-source.ts";
import type { HistoryLine } from "./engine-answers.ts";
import { timeOfSeconds } from "./engine-time.ts";

const configOnly =
  /^(?:\/bin\/sh -c )?#\(nop\)\s+(?:ARG|CMD|ENTRYPOINT|ENV|EXPOSE|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|SHELL|STOPSIGNAL|USER|VOLUME)\b|^(?:ARG|CMD|ENTRYPOINT|ENV|EXPOSE|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|SHELL|STOPSIGNAL|USER|VOLUME)\b/;

/** The steps, oldest first. `layers` is how many layers the image has. */
export function engineHistory(answer: readonly HistoryLine[], layers: number): RawHistoryEntry[] {
  const lines = [...answer].reverse();
  const isEmpty = emptyTest(lines, layers);
  return lines.map((line) => ({
    created: timeOfSeconds(line.Created),
    createdBy: line.CreatedBy ?? "",
    comment: line.Comment || null,
    emptyLayer: isEmpty(line),
  }));
}

/** Size alone where it gives the right number of layers; else also what the instruction can have done (a COPY of nothing). */
function emptyTest(lines: readonly HistoryLine[], layers: number): (line: HistoryLine) => boolean {
  const hasNoSize = (line: HistoryLine) => !line.Size;
  if (lines.filter((line) => !hasNoSize(line)).length === layers) return hasNoSize;
  return (line) => hasNoSize(line) && configOnly.test(line.CreatedBy ?? "");
}
