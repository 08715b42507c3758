// Who owns the files that steer the engine. One check a role; a file of several (drop-ins, certificates) that is wrong fails.
import type { HostFile } from "../../../../shared/model/surroundings.ts";
import { words } from "../../control-phrase.ts";
import type { SurroundingCheck } from "../../define-surrounding-check.ts";
import { ownerOf } from "../../host-file.ts";
import { steeringFileCheck } from "./steering-file.ts";

interface OwnerRule {
  readonly decides: readonly [string, ...string[]];
  readonly role: string;
  readonly group?: "docker";
}

const stig = (number: string): string => `docker-ee-stig:DKER-EE-${number}`;

const rules: readonly OwnerRule[] = [
  { decides: ["cis-docker:3.1", stig("005170")], role: "docker.service" },
  { decides: ["cis-docker:3.3", stig("005190")], role: "docker.socket" },
  { decides: ["cis-docker:3.5", stig("005210")], role: "docker-folder" },
  { decides: ["cis-docker:3.7", stig("005230")], role: "registry-certificate" },
  { decides: ["cis-docker:3.9", stig("005250")], role: "tls-ca" },
  { decides: ["cis-docker:3.11", stig("005270")], role: "tls-certificate" },
  { decides: ["cis-docker:3.13", stig("005290")], role: "tls-key" },
  { decides: ["cis-docker:3.15", stig("005310")], role: "engine-socket", group: "docker" },
  { decides: ["cis-docker:3.17", stig("005330")], role: "daemon.json" },
  { decides: ["cis-docker:3.19", stig("005350")], role: "default-docker" },
  { decides: ["cis-docker:3.22"], role: "sysconfig-docker" },
  { decides: ["cis-docker:3.23"], role: "containerd-socket" },
];

export const fileOwners: readonly SurroundingCheck[] = rules.map(({ decides, role, group }) => {
  const wanted = `root:${group ?? "root"}`;
  const isRight = (file: HostFile) => file.uid === 0 && (group === undefined ? file.gid === 0 : file.group === group);
  return steeringFileCheck({
    decides,
    role,
    isWrong: (file) => file.uid !== undefined && !isRight(file),
    pointOf: (file) => ({
      where: file.path,
      detail: words("host.file-owner", { owner: ownerOf(file), wanted }),
    }),
  });
});
