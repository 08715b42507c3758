// The options that say what a waiver or an answer is about. Words and options only: this file is part of the thin bundle.
import { type Command, Option } from "commander";
import { gather } from "./source-options.ts";

export interface SubjectOptions {
  readonly digest?: readonly string[];
  readonly reference?: readonly string[];
  readonly container?: readonly string[];
  readonly engine?: readonly string[];
  readonly host?: readonly string[];
}

export interface PlaceOptions {
  readonly path?: readonly string[];
  readonly package?: readonly string[];
  readonly place?: readonly string[];
  readonly everything?: boolean;
}

/** Which subjects; each may be given again. */
export function withSubjectOptions(command: Command): Command {
  return command
    .addOption(many("--digest <sha256>", "an image by its id or a digest of it; may be given again, as all of these"))
    .addOption(many("--reference <pattern>", "images by reference; * for a part of a name, ** for any folders"))
    .addOption(many("--container <name>", "containers by name (* for any part) or id"))
    .addOption(many("--engine <name>", "engines by name, as audits name them"))
    .addOption(many("--host <name>", "hosts by name"));
}

/** Which places within a finding, or all of it. */
export function withPlaceOptions(command: Command): Command {
  return command
    .addOption(many("--path <pattern>", "this path alone; * for a part of a name, ** for any folders"))
    .addOption(many("--package <name>", "this package alone; * for any part"))
    .addOption(many("--place <text>", "this place alone, as the evidence names it; * for any part"))
    .option("--everything", "wherever the control fails");
}

/** The lists that the options name, in the words of the model; empty lists are left out. */
export function subjectsOf({ digest, reference, container, engine, host }: SubjectOptions): Record<string, string[]> {
  return lists({ digests: digest, references: reference, containers: container, engines: engine, hosts: host });
}

export function placesOf({ path, package: name, place }: PlaceOptions): Record<string, string[]> {
  return lists({ paths: path, packages: name, places: place });
}

function lists(given: Readonly<Record<string, readonly string[] | undefined>>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(given).flatMap(([key, list]) => (list === undefined ? [] : [[key, [...list]]])),
  );
}

function many(flags: string, description: string): Option {
  return new Option(flags, description).argParser(gather);
}
