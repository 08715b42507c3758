// Keys that the engine's packages are signed with, where package managers keep such keys. docs: sources.list(5), "Signed-By";
// docs.docker.com, "Install Docker Engine"; rpm's /etc/pki/rpm-gpg.
import type { HostReader } from "./host-reader.ts";
import { type SurroundingLimits, sentence } from "./limits.ts";

const folders = ["/etc/apt/keyrings", "/etc/apt/trusted.gpg.d", "/usr/share/keyrings", "/etc/pki/rpm-gpg"];
const maxNames = 10_000;

/** Paths of files there whose name says docker or its enterprise vendor; a host with none of the folders is a limit. */
export async function readPackageKeys(host: HostReader, limits: SurroundingLimits): Promise<string[]> {
  const keys: string[] = [];
  let found = 0;
  for (const folder of folders) {
    const names = await host.list(folder, maxNames);
    if (names.ok) {
      found += 1;
      keys.push(...names.value.filter((name) => /docker|mirantis/i.test(name)).map((name) => `${folder}/${name}`));
    } else if (names.state === "unreadable") limits.note("host.packages", folder, names.cause);
  }
  if (found === 0) limits.gap("host.packages", folders[0] ?? "", sentence("surroundings.no-key-folders"));
  return keys;
}
