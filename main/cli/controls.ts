// `plimsoll controls list|show ID`: the rule catalogue with its mappings.
import { FailureError } from "../../shared/model/failure.ts";
import type { Language } from "../../shared/model/phrase.ts";
import { severityWords } from "../../shared/wording/status.ts";
import { loadCatalogues } from "../catalogues.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import type { Format } from "./format-option.ts";
import { textTable } from "./table.ts";
import type { World } from "./world.ts";

export interface ControlsOptions {
  readonly format: Format;
  readonly lang?: Language;
}

export async function listControls(options: ControlsOptions, world: World): Promise<ExitCode> {
  const { rules } = await loadCatalogues(world.assets);
  const language = options.lang ?? world.language;
  if (options.format === "json") {
    const benchmarks = rules.map(({ controls: _, ...benchmark }) => ({
      ...benchmark,
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
  world.stdout.write(textTable(["control", "level", "severity", "title"], rows));
  return exitCodes.done;
}

export async function showControl(id: string, options: ControlsOptions, world: World): Promise<ExitCode> {
  const { rules } = await loadCatalogues(world.assets);
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
      `${set.title}, ${set.edition}`,
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

/** The control with its texts in one language, as the JSON contract has it. */
function plain<T extends { title: Localised; severityGround: Localised; rule: Localised; remediation: Localised }>(
  control: T,
  language: Language,
): object {
  return {
    ...control,
    title: control.title[language],
    severityGround: control.severityGround[language],
    rule: control.rule[language],
    remediation: control.remediation[language],
  };
}
type Localised = Readonly<Record<Language, string>>;
