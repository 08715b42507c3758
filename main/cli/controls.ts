// `plimsoll controls list|show ID`: the rule catalogue with its mappings.
import type { Control, RuleSet } from "../../shared/model/control.ts";
import { FailureError } from "../../shared/model/failure.ts";
import type { Language } from "../../shared/model/phrase.ts";
import { severityWords } from "../../shared/wording/status.ts";
import { loadCatalogues } from "../catalogues.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import type { Format } from "./format-option.ts";
import { packFolders } from "./pack-folders.ts";
import { textTable } from "./table.ts";
import type { World } from "./world.ts";

export interface ControlsOptions {
  readonly format: Format;
  readonly lang?: Language;
  readonly pack?: readonly string[];
}

export async function listControls(options: ControlsOptions, world: World): Promise<ExitCode> {
  const { rules } = await loadCatalogues(world.assets, await packFolders(options.pack, world));
  const language = options.lang ?? world.language;
  if (options.format === "json") {
    const benchmarks = rules.map(({ controls: _, supersededBy, ...benchmark }) => ({
      ...benchmark,
      ...(supersededBy === undefined ? {} : { supersededBy: supersededBy[language] }),
      notice: benchmark.notice[language],
    }));
    const controls = rules.flatMap((set) => set.controls.map((control) => plain(control, language)));
    world.stdout.write(`${JSON.stringify({ schema: "plimsoll/controls@1", benchmarks, controls }, null, 2)}\n`);
    return exitCodes.done;
  }
  const rows = rules.flatMap((set) =>
    set.controls.map((control) => [
      control.id,
      control.level === undefined ? "" : `L${control.level}`,
      severityWords[control.severity][language],
      control.title[language],
    ]),
  );
  const editions = rules.flatMap((set) => [
    editionLine(set),
    ...(set.supersededBy === undefined ? [] : [`  ${set.supersededBy[language]}`]),
  ]);
  world.stdout.write(`${textTable(["control", "level", "severity", "title"], rows)}\n${editions.join("\n")}\n`);
  return exitCodes.done;
}

export async function showControl(id: string, options: ControlsOptions, world: World): Promise<ExitCode> {
  const { rules } = await loadCatalogues(world.assets, await packFolders(options.pack, world));
  const language = options.lang ?? world.language;
  const set = rules.find((candidate) => candidate.controls.some((control) => control.id === id));
  const control = set?.controls.find((candidate) => candidate.id === id);
  if (set === undefined || control === undefined) {
    throw new FailureError({ kind: "usage", cause: `no control ${id}; see plimsoll controls list` });
  }
  if (options.format === "json") {
    world.stdout.write(`${JSON.stringify({ schema: "plimsoll/control@1", ...plain(control, language) }, null, 2)}\n`);
    return exitCodes.done;
  }
  const mappings = control.mappings.map((mapping) => [
    mapping.framework,
    mapping.ids.join(", "),
    mapping.source + (mapping.indicative === true ? " (indicative)" : ""),
  ]);
  world.stdout.write(
    [
      `${control.id}  ${control.title[language]}`,
      editionLine(set),
      ...(set.supersededBy === undefined ? [] : [set.supersededBy[language]]),
      `${severityWords[control.severity][language]}: ${control.severityGround[language]}`,
      "",
      control.rule[language],
      "",
      control.remediation[language],
      "",
      textTable(["framework", "ids", "source"], mappings),
    ].join("\n"),
  );
  return exitCodes.done;
}

/** Title, edition and its day, rule set and its digest, in one line. */
function editionLine({ title, edition, date, version, digest }: RuleSet): string {
  return `${[`${title}, ${edition}`, date, version].filter((part) => part !== undefined).join(", ")} (${digest})`;
}

/** The control with its texts in one language, as the JSON contract has it. */
function plain({ unchecked, ...control }: Control, language: Language): object {
  return {
    ...control,
    ...(unchecked === undefined ? {} : { unchecked: { status: unchecked.status, reason: unchecked.reason[language] } }),
    title: control.title[language],
    severityGround: control.severityGround[language],
    rule: control.rule[language],
    remediation: control.remediation[language],
  };
}
