// The one folder in which state lasts, shared by both faces. It says its own version from the first commit on.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import envPaths from "env-paths";
import { z } from "zod";
import { FailureError } from "../../shared/model/failure.ts";
import { makeFolder, writeAtomically } from "../atomic-write.ts";
import { fileCause, isMissing } from "../file-error.ts";

export const stateVersion = 1;

const VersionFile = z.object({ state: z.int().positive() });

export interface Home {
  readonly folder: string;
  readonly audits: string;
  readonly keys: string;
  readonly reports: string;
  /** What can be read anew at any time, and may be thrown away. */
  readonly cache: string;
  readonly settings: string;
  /** What the organisation sets and its own rules, a folder for each pack; YAML that people may edit. */
  readonly policy: string;
  readonly packs: string;
  /** What people decided about findings; YAML as well. */
  readonly waivers: string;
  readonly answers: string;
  /** Extended support that was bought, own products and dates, plans for technologies; YAML as well. */
  readonly entitlements: string;
  readonly ownLifecycle: string;
  readonly technologies: string;
  /** Data that was refreshed or imported: a folder. */
  readonly data: string;
  /** What was reminded of, snoozed and done; which events a calendar was given. */
  readonly reminders: string;
  readonly calendar: string;
}

/** `PLIMSOLL_HOME`, else the platform's usual place for application data. */
export function homeFolder(override: string | undefined): string {
  return override !== undefined && override !== "" ? override : envPaths("plimsoll", { suffix: "" }).data;
}

/** The paths inside a state folder, nothing touched. */
export function homeLayout(folder: string): Home {
  return {
    folder,
    audits: join(folder, "audits"),
    keys: join(folder, "keys"),
    reports: join(folder, "reports"),
    cache: join(folder, "cache"),
    settings: join(folder, "config.json"),
    policy: join(folder, "policy.yaml"),
    packs: join(folder, "packs"),
    waivers: join(folder, "waivers.yaml"),
    answers: join(folder, "answers.yaml"),
    entitlements: join(folder, "entitlements.yaml"),
    ownLifecycle: join(folder, "lifecycle.yaml"),
    technologies: join(folder, "technologies.yaml"),
    data: join(folder, "data"),
    reminders: join(folder, "reminders.json"),
    calendar: join(folder, "calendar.json"),
  };
}

/**
 * Opens (and on first use makes, mode 0700) the state folder. Throws `state-unusable` when a newer Plimsoll wrote it or
 * its version file is broken, `not-writable` when it cannot be made.
 */
export async function openHome(folder: string): Promise<Home> {
  const path = join(folder, "version.json");
  await makeFolder(folder, 0o700);
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (!isMissing(error)) {
      throw new FailureError({ kind: "state-unusable", path: folder, cause: fileCause(error) }, { cause: error });
    }
    await writeAtomically(path, `${JSON.stringify({ state: stateVersion })}\n`, 0o600);
    return homeLayout(folder);
  }
  const version = readVersion(text);
  if (version === null) {
    throw new FailureError({
      kind: "state-unusable",
      path: folder,
      cause: "version.json in it does not parse; set the folder aside and start anew",
    });
  }
  if (version > stateVersion) {
    throw new FailureError({
      kind: "state-unusable",
      path: folder,
      cause: `a newer Plimsoll wrote it (state version ${version}, this one knows ${stateVersion}); update Plimsoll or set PLIMSOLL_HOME to another folder`,
    });
  }
  return homeLayout(folder);
}

function readVersion(text: string): number | null {
  try {
    return VersionFile.parse(JSON.parse(text)).state;
  } catch {
    return null;
  }
}
