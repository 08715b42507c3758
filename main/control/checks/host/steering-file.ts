// The frame of a check of one role of the files that steer the engine: which there are, and whether one of them is wrong.
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

export interface SteeringFileRule {
  readonly decides: readonly [string, ...string[]];
  readonly role: string;
  /** Whether a file that is there breaks the rule; never where what matters of it was not read. */
  readonly isWrong: (file: HostFile) => boolean;
  readonly pointOf: (file: HostFile) => ProofPoint;
}

/** One wrong file of several (drop-ins, certificates) fails; a rootless engine's own files are no matter of these rules. */
export function steeringFileCheck({ decides, role, isWrong, pointOf }: SteeringFileRule): SurroundingCheck {
  const isBroken = (file: HostFile) => file.state === "present" && isWrong(file);
  return defineSurroundingCheck({
    decides,
    needs: ["host.files"],
    may: ["engine.info", "host.daemon"],
    lacks({ host, engine }) {
      const files = filesOf(host, role);
      if (isRootless(engine, host) || files.some(isBroken)) return null;
      // Which TLS files there are is only known from the daemon's settings.
      const gap = files.length === 0 && role.startsWith("tls-") ? daemonGap(host) : null;
      return gap ?? unreadFile(files);
    },
    judge({ host, engine }): SurroundingVerdict {
      if (isRootless(engine, host)) return { status: "not-applicable", reason: words("host.rootless-files") };
      const files = filesOf(host, role);
      const [first, ...rest] = presentFiles(files).map(pointOf);
      if (first === undefined) return { status: "not-applicable", reason: absentFile(files, role) };
      const evidence = [first, ...rest] as const;
      return files.some(isBroken) ? { status: "fail", evidence, restsOn: [] } : { status: "pass", evidence };
    },
  });
}
