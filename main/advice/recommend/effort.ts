// How much work a move is: points for each thing that has to be changed by hand (dhi.md 6.1), with the sentence that names it.
import type { Effort } from "../../../shared/model/move.ts";
import type { Phrase } from "../../../shared/model/phrase.ts";
import { phrase } from "../../../shared/wording/say.ts";
import {
  checksThroughShell,
  commandWords,
  hasHealthcheck,
  installsPackages,
  lowPorts,
  startsThroughShell,
} from "./command-line.ts";
import { hardenedFor, programs } from "./counterparts.ts";
import type { Judged } from "./knowledge.ts";
import type { Thing } from "./main-thing.ts";
import { staying } from "./support.ts";
import { familyOf, type Target } from "./target.ts";

export interface Work {
  readonly effort: Effort;
  readonly phrases: readonly Phrase[];
}

type Point = readonly [points: number, phrase: Phrase];

/** Up to one point is little, up to four is medium. */
export function workOf(points: readonly Point[]): Work {
  const sum = points.reduce((total, [count]) => total + count, 0);
  return { effort: sum <= 1 ? "low" : sum <= 4 ? "medium" : "high", phrases: points.map(([, said]) => said) };
}

/** What moving the image onto `target` takes. */
export function moveWork(audit: Judged, thing: Thing, target: Target): Point[] {
  const { facts, hardened, image } = audit;
  const points: Point[] = [];
  const noShell = target.shells.length === 0;
  if (startsThroughShell(facts) && noShell) points.push([1, phrase("move.effort-start-shell")]);
  if (hasHealthcheck(facts)) {
    points.push([checksThroughShell(facts) && noShell ? 1 : 0, phrase("move.effort-healthcheck")]);
  }
  const installed = installsPackages(facts, image);
  if (installed.found && target.managers.length === 0) {
    points.push([1, phrase(installed.own ? "move.effort-packages" : "move.effort-packages-whose")]);
  }
  const low = lowPorts(facts);
  if (low.length > 0 && target.uid !== 0) points.push([1, phrase("move.effort-ports", { ports: low.join(", ") })]);
  if (hardened.surface.root && target.uid !== 0) points.push([1, phrase("move.effort-user", { uid: target.uid })]);
  points.push(...familyPoints(audit, target));
  if (target.changesLine && target.product.product === thing.product) {
    points.push([2, phrase("move.effort-line", { line: target.line.version })]);
  }
  for (const { component } of otherRuntimes(audit, thing)) {
    points.push([2, phrase("move.effort-other", { label: component.label.slice(0, 200) })]);
  }
  const other = commandWords(facts).find((word) => {
    const starts = programs.get(word);
    return starts !== undefined && thing.by !== "os" && thing.by !== "program" && !isOf(starts, thing);
  });
  if (other !== undefined) points.push([2, phrase("move.effort-starts-other", { program: other.slice(0, 100) })]);
  return points;
}

/** Another C library and package manager: compiled modules have to be built anew. */
function familyPoints({ facts }: Judged, { system, line, product }: Target): Point[] {
  const from = familyOf(facts);
  if (system === null || from === null || from === system.family) return [];
  const others = (line.distros ?? []).filter((name) => name.startsWith(`${from}-`));
  const params = { from, to: system.family, product: product.product };
  return [
    [1, phrase("move.effort-family", { from, to: system.family })],
    others.length === 0
      ? [0, phrase("move.family-not-built", params)]
      : [0, phrase("move.family-look", { ...params, built: others.join(", ") })],
  ];
}

function otherRuntimes(audit: Judged, thing: Thing) {
  return staying(audit, thing).filter(
    ({ component }) =>
      component.product !== null && component.product !== "go" && hardenedFor(component.product) !== null,
  );
}

/** Whether a program of this lifecycle product is what the thing is. */
const isOf = (lifecycle: string, { product, entry }: Thing): boolean =>
  hardenedFor(lifecycle) === product || entry?.component.product === lifecycle;
