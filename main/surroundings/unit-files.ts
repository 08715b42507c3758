// The unit that systemd takes for docker, and what is dropped in beside it. docs: systemd.unit(5), "Unit File Load Path".
import type { HostFile } from "../../shared/model/surroundings.ts";
import { fileFact, missingFile } from "./file-facts.ts";
import type { HostAccounts } from "./host-accounts.ts";
import type { HostPaths } from "./host-paths.ts";
import type { HostReader } from "./host-reader.ts";
import { sentence } from "./limits.ts";

const maxDropIns = 1000;

/** The unit and its drop-ins. A unit that is masked, or of which there is none, is one file that is `absent`. */
export async function unitFiles(
  host: HostReader,
  accounts: HostAccounts,
  { units }: HostPaths,
  unit: "docker.service" | "docker.socket",
): Promise<HostFile[]> {
  const dropIns: HostFile[] = [];
  let taken: HostFile | null = null;
  const seen = new Set<string>();
  for (const folder of units) {
    taken ??= await unitIn(host, accounts, folder, unit);
    const path = `${folder}/${unit}.d`;
    const names = await host.list(path, maxDropIns);
    if (!names.ok) {
      if (names.state === "unreadable") dropIns.push(missingFile(unit, path, names));
      continue;
    }
    for (const name of names.value.filter((one) => one.endsWith(".conf") && !seen.has(one))) {
      // The first of a name hides those of the later folders.
      seen.add(name);
      dropIns.push(await fileFact(host, accounts, unit, `${path}/${name}`));
    }
  }
  const path = `${units.at(-2) ?? ""}/${unit}`;
  const none = { ok: false, state: "absent", cause: sentence("surroundings.no-unit", { unit }) } as const;
  return [taken ?? missingFile(unit, path, none), ...dropIns];
}

async function unitIn(
  host: HostReader,
  accounts: HostAccounts,
  folder: string,
  unit: "docker.service" | "docker.socket",
): Promise<HostFile | null> {
  const path = `${folder}/${unit}`;
  const file = await fileFact(host, accounts, unit, path);
  if (file.state === "absent") return null;
  if (file.target !== "/dev/null") return file;
  return missingFile(unit, path, { ok: false, state: "absent", cause: sentence("surroundings.masked-unit", { path }) });
}
