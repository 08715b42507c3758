// The options of `plimsoll audit` and their reading.
import { type Command, InvalidArgumentError, Option } from "commander";
import type { Gates } from "../../shared/gates.ts";
import type { Language } from "../../shared/model/phrase.ts";
import { type Scope, scopeNamed, scopes } from "../../shared/scopes.ts";
import { mostJobs } from "../worker/jobs.ts";
import { type AuditFormat, auditFormatOption } from "./audit-format.ts";
import { dayOption } from "./day-option.ts";
import type { DecisionOptions } from "./decision-files.ts";
import { entitlementsOption } from "./entitlements-option.ts";
import type { OwnDatesOption } from "./judging-data.ts";
import { languageOption } from "./language-option.ts";
import type { ReadingOptions } from "./open-scanner.ts";
import { ownDatesOption } from "./own-dates-option.ts";
import { packOption } from "./pack-option.ts";
import { scanResultsOption, vexOption } from "./scan-results-option.ts";
import { gather, withSourceOptions } from "./source-options.ts";

export interface AuditOptions extends ReadingOptions, DecisionOptions, OwnDatesOption {
  readonly benchmark?: readonly string[];
  readonly scope?: readonly Scope[];
  readonly pack?: readonly string[];
  readonly from?: string;
  /** Read by rule-versions.ts. */
  readonly rules?: readonly string[];
  /** Read by judged-day.ts. */
  readonly on?: string;
  readonly scanResults?: readonly string[];
  readonly vex?: readonly string[];
  readonly output?: string;
  readonly format: AuditFormat;
  readonly identity: string;
  readonly passphraseFile?: string;
  readonly lang?: Language;
  readonly failOn: Gates["failOn"];
  readonly failOnEol?: number;
  readonly failOnUnassessed?: boolean;
}

export function withAuditOptions(command: Command): Command {
  return withSourceOptions(command)
    .addOption(
      new Option("--benchmark <id>", "judge by this benchmark only; may be given again; default all").argParser(gather),
    )
    .addOption(
      new Option(
        "--scope <list>",
        "what is judged: images, containers, engine, host, with commas between them (default: images)",
      ).argParser(readScopes),
    )
    .addOption(packOption())
    .option("--from <audit.json>", "judge a stored audit again and say what changed; no source is opened")
    .addOption(
      new Option(
        "--rules <version>",
        "judge by this version of the rules, VERSION or BENCHMARK@VERSION; may be given again; default the newest",
      ).argParser(gather),
    )
    .addOption(scanResultsOption())
    .addOption(vexOption())
    .option("--policy <file>", "what the organisation sets: profiles, and what the rules excuse")
    .option("--waivers <file>", "the file of waivers; default waivers.yaml in the state folder")
    .option("--answers <file>", "the file of people's answers; default answers.yaml in the state folder")
    .addOption(entitlementsOption())
    .addOption(ownDatesOption())
    .addOption(dayOption())
    .option("--output <dir>", "write the signed evidence into this folder")
    .addOption(auditFormatOption())
    .option("--identity <name>", "sign with this identity", "default")
    .option("--passphrase-file <file>", "file whose first line opens the signing key")
    .addOption(languageOption())
    .addOption(
      new Option("--fail-on <severity>", "exit 1 on a failed control of this severity or worse")
        .choices(["none", "low", "medium", "high"])
        .default("none"),
    )
    .addOption(
      new Option("--fail-on-eol <days>", "exit 1 on a component without cover within so many days").argParser(readDays),
    )
    .option("--fail-on-unassessed", "exit 1 when anything could not be assessed")
    .option("--no-cache", "read every image anew, and keep nothing of it for the next time")
    .addOption(
      new Option(
        "--jobs <n>",
        `layers and images worked on at once, 1 to ${mostJobs}; default one a processor, at most 8`,
      ).argParser(readJobs),
    );
}

/** The gates that the options ask for. */
export function gatesOf({ failOn, failOnEol, failOnUnassessed }: AuditOptions): Gates {
  return { failOn, failOnEol: failOnEol ?? null, failOnUnassessed: failOnUnassessed === true };
}

function readScopes(text: string): Scope[] {
  return text.split(",").map((word) => {
    const scope = scopeNamed(word.trim());
    if (scope === null) throw new InvalidArgumentError(`there is ${scopes.join(", ")}`);
    return scope;
  });
}

function readJobs(text: string): number {
  const jobs = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (jobs < 1 || jobs > mostJobs) throw new InvalidArgumentError(`give a number from 1 to ${mostJobs}`);
  return jobs;
}

function readDays(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new InvalidArgumentError("give a number of days, 0 or more");
  return Number(text);
}
