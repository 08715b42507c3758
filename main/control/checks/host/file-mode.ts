// Permissions of the files that steer the engine, compared bit by bit: 500 is no stricter than 644, as it may be executed.
import type { ProofPoint } from "../../../../shared/model/finding.ts";
import type { HostFile } from "../../../../shared/model/surroundings.ts";
import { words } from "../../control-phrase.ts";
import type { SurroundingCheck } from "../../define-surrounding-check.ts";
import { steeringFileCheck } from "./steering-file.ts";

interface ModeRule {
  readonly decides: readonly [string, ...string[]];
  readonly role: string;
  /** The bits that a file may have. */
  readonly allowed: number;
}

const stig = (number: string): string => `docker-ee-stig:DKER-EE-${number}`;

const rules: readonly ModeRule[] = [
  { decides: ["cis-docker:3.2", stig("005180")], role: "docker.service", allowed: 0o644 },
  { decides: ["cis-docker:3.4", stig("005200")], role: "docker.socket", allowed: 0o644 },
  { decides: ["cis-docker:3.6", stig("005220")], role: "docker-folder", allowed: 0o755 },
  { decides: ["cis-docker:3.8", stig("005240")], role: "registry-certificate", allowed: 0o444 },
  { decides: ["cis-docker:3.10", stig("005260")], role: "tls-ca", allowed: 0o444 },
  { decides: ["cis-docker:3.12", stig("005280")], role: "tls-certificate", allowed: 0o444 },
  { decides: ["cis-docker:3.14", stig("005300")], role: "tls-key", allowed: 0o400 },
  { decides: ["cis-docker:3.16", stig("005320")], role: "engine-socket", allowed: 0o660 },
  { decides: ["cis-docker:3.18", stig("005340")], role: "daemon.json", allowed: 0o644 },
  { decides: ["cis-docker:3.20", stig("005360")], role: "default-docker", allowed: 0o644 },
  { decides: ["cis-docker:3.21"], role: "sysconfig-docker", allowed: 0o644 },
  { decides: ["cis-docker:3.24"], role: "containerd-socket", allowed: 0o660 },
];

export const fileModes: readonly SurroundingCheck[] = rules.map(({ decides, role, allowed }) =>
  steeringFileCheck({
    decides,
    role,
    isWrong: (file) => excess(file, allowed) !== 0,
    pointOf: (file) => pointOf(file, allowed),
  }),
);

/** The bits beyond what is allowed, special ones too; none where the mode is not known. */
function excess({ mode }: HostFile, allowed: number): number {
  return mode === undefined ? 0 : Number.parseInt(mode, 8) & 0o7777 & ~allowed;
}

function pointOf(file: HostFile, allowed: number): ProofPoint {
  const { path, mode = "?" } = file;
  const beyond = excess(file, allowed);
  const params = { mode, allowed: allowed.toString(8) };
  const detail =
    beyond === 0
      ? words("host.file-mode", params)
      : words("host.file-mode-open", { ...params, beyond: beyond.toString(8) });
  return { where: path, detail };
}
