// Which controls a move is expected to change, from what the hardened catalogue states of its target: user, shells, package
// managers, ports, the end of its distribution. A forecast: only an audit of the built image is a verdict.
import type { Finding } from "../../../shared/model/finding.ts";
import type { ControlChange } from "../../../shared/model/move.ts";
import type { Phrase } from "../../../shared/model/phrase.ts";
import { phrase, say } from "../../../shared/wording/say.ts";
import { hasHealthcheck, lowPorts } from "./command-line.ts";
import type { Judged, Knowledge } from "./knowledge.ts";
import type { Target } from "./target.ts";

const userControls = ["cis-docker:4.1", "image-srg:user-nonroot", "docker-ee-stig:DKER-EE-003200"];
const healthControls = ["cis-docker:4.6", "image-srg:healthcheck-in-image"];

/**
 * The changes for a target, gains first, each control once. `systemEnds` is the last day of its distribution; an image that
 * `isHardened` already has what it has by its own layers, and a newer base changes none of that.
 */
export function controlChanges(
  audit: Judged,
  target: Target,
  { systemEnds, isHardened }: { readonly systemEnds: string | null; readonly isHardened: boolean },
  { on }: Pick<Knowledge, "on">,
): ControlChange[] {
  const { findings, facts } = audit;
  const changes: ControlChange[] = [];
  const gain = (ids: readonly string[], statuses: readonly Finding["status"][], why: Phrase) => {
    for (const { control, status } of findings) {
      if (ids.includes(control) && statuses.includes(status)) changes.push(changed(control, "gain", why));
    }
  };
  if (target.uid !== 0 && !isHardened) gain(userControls, ["fail"], phrase("move.gain-user", { uid: target.uid }));
  if (!isHardened && target.shells.length === 0 && target.managers.length === 0) {
    gain(["image-srg:shells"], ["fail", "manual"], phrase("move.gain-shells"));
  }
  if (systemEnds !== null && systemEnds >= on) {
    gain(["image-srg:os-supported"], ["fail"], phrase("move.gain-system", { until: systemEnds }));
  }
  const ports = target.line.ports ?? [];
  if (
    !isHardened &&
    lowPorts(facts).length > 0 &&
    ports.length > 0 &&
    ports.every((port) => Number.parseInt(port, 10) >= 1025)
  ) {
    const why = phrase("move.gain-ports", { ports: ports.slice(0, 20).join(", ") });
    gain(["image-srg:ports-privileged"], ["fail"], why);
  }
  const lost = lostOf(audit, target);
  return [...changes, ...lost.filter(({ control }) => changes.every((change) => change.control !== control))];
}

/** A hardened definition has no field for a health check (dhi.md 7.2): said also where the image has none today. */
function lostOf({ findings, facts }: Judged, target: Target): ControlChange[] {
  const passes = (id: string) => findings.some(({ control, status }) => control === id && status === "pass");
  const why = phrase(hasHealthcheck(facts) ? "move.loss-healthcheck" : "move.loss-healthcheck-none");
  const [always = "", ...further] = healthControls;
  const lost = [changed(always, "loss", why), ...further.filter(passes).map((id) => changed(id, "loss", why))];
  const root = target.uid === 0 ? userControls.filter(passes) : [];
  return [...lost, ...root.map((id) => changed(id, "loss", phrase("move.loss-user")))];
}

function changed(control: string, change: ControlChange["change"], why: Phrase): ControlChange {
  return { control, change, certainty: "expected", reason: say(why, "en"), phrase: why };
}
