// Permissions of the files that steer the engine, compared bit by bit: 500 is no stricter than 644, as it may be executed.
import type { ProofPoint } from "../../../../shared/model/finding.ts";
import type { HostFile } from "../../../../shared/model/surroundings.ts";
import { words } from "../../control-phrase.ts";
import {
  defineSurroundingCheck,
  type SurroundingCheck,
  type SurroundingVerdict,
} from "../../define-surrounding-check.ts";
import { absentFile, filesOf, presentFiles, unreadFile } from "../../host-file.ts";
import { isRootless } from "../../security-options.ts";
import { daemonGap } from "../../setting-proof.ts";

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

export const fileModes: readonly SurroundingCheck[] = rules.map(({ decides, role, allowed }) => {
  const isWrong = (file: HostFile) => file.state === "present" && excess(file, allowed) !== 0;
  return defineSurroundingCheck({
    decides,
    needs: ["host.files"],
    may: ["engine.info", "host.daemon"],
    lacks({ host, engine }) {
      const files = filesOf(host, role);
      if (isRootless(engine, host) || files.some(isWrong)) return null;
      // Which TLS files there are is only known from the daemon's settings.
      const gap = files.length === 0 && role.startsWith("tls-") ? daemonGap(host) : null;
      return gap ?? unreadFile(files);
    },
    judge({ host, engine }): SurroundingVerdict {
      if (isRootless(engine, host)) return { status: "not-applicable", reason: words("host.rootless-files") };
      const files = filesOf(host, role);
      const [first, ...rest] = presentFiles(files).map((file) => pointOf(file, allowed));
      if (first === undefined) return { status: "not-applicable", reason: absentFile(files, role) };
      const evidence = [first, ...rest] as const;
      return files.some(isWrong) ? { status: "fail", evidence, restsOn: [] } : { status: "pass", evidence };
    },
  });
});

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
