// The end of support that an image's own os-release states, a second opinion frozen when the image was built.
import { addDays, parseDay } from "../../shared/calendar-day.ts";
import type { Os } from "../../shared/model/facts.ts";
import type { Coverage, SourceDate } from "../../shared/model/lifecycle.ts";
import { builtOn } from "./built-on.ts";

/**
 * SUPPORT_END as a window beside the source's, where the two disagree. By definition (systemd, os-release) it is the first
 * day without support, but some distributions write the last day with it, so a difference of that one day is agreement.
 */
export function statedEnd(
  os: Os,
  provider: string,
  eol: SourceDate | null,
  labels: Readonly<Record<string, string>> = {},
): Coverage | null {
  const end = parseDay(os.release["SUPPORT_END"] ?? "");
  if (end === null) return null;
  const until = addDays(end, -1);
  if (eol === end || eol === until) return null;
  const source = `${os.evidence}: SUPPORT_END=${end}`;
  const phase = "End of support stated by the image";
  return { phase, provider, from: null, until, entitled: false, source, ...builtOn(labels), secondOpinion: true };
}
