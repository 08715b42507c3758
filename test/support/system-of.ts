// What the system files of layers say, read as an image's are, with everything that stood in the way.
import { atOnce } from "../../main/inspect/in-breaths.ts";
import { ImageFiles, type MissingBody } from "../../main/inspect/layer/image-files.ts";
import { walkView } from "../../main/inspect/layer/merged-view.ts";
import { Limits } from "../../main/inspect/limit.ts";
import { installedPackages } from "../../main/inspect/packages/installed.ts";
import { accountsOf } from "../../main/inspect/system/accounts.ts";
import { SystemReader } from "../../main/inspect/system/system-facts.ts";
import type { NewMember } from "../../main/tar/write-tar.ts";
import type { EnvEntry, Limit } from "../../shared/model/facts.ts";
import type { SystemFacts } from "../../shared/model/system-facts.ts";
import { viewOf } from "./layer-of.ts";

export interface ReadSystem {
  readonly system: SystemFacts;
  /** Those of the system alone. */
  readonly limits: readonly Limit[];
  readonly missing: readonly MissingBody[];
}

/** `layers` are lowest first; `env` is that of the image. */
export async function systemOf(
  layers: readonly (readonly NewMember[])[],
  env: readonly EnvEntry[] = [],
): Promise<ReadSystem> {
  const limits = new Limits();
  const files = new ImageFiles(await viewOf(...layers), limits, { fetch: true });
  const reader = new SystemReader(files);
  walkView(files.view, (path, node) => reader.see(path, node));
  const known = { accounts: accountsOf(files).accounts, env, packages: installedPackages(files) };
  const system = atOnce(reader.facts(known));
  return { system, limits: limits.sorted().filter(({ fact }) => fact === "system"), missing: files.missing };
}
