// Whether the host's audit rules watch what the engine is made of: one check a path, and the Docker Enterprise STIG's over all.
// A rule on a folder covers what is in it; audit-rules.ts reads them.
import type { ProofPoint } from "../../../../shared/model/finding.ts";
import type { Phrase } from "../../../../shared/model/phrase.ts";
import type { HostFacts, HostFile } from "../../../../shared/model/surroundings.ts";
import { auditWatches } from "../../audit-rules.ts";
import { words } from "../../control-phrase.ts";
import {
  defineSurroundingCheck,
  type SurroundingCheck,
  type SurroundingVerdict,
} from "../../define-surrounding-check.ts";
import { absentFile, filesOf, whyUnread } from "../../host-file.ts";
import { isRootless } from "../../security-options.ts";

/** The numbers of section 1.1 and what each is about. */
const watched = {
  "3": "dockerd",
  "4": "containerd-run-folder",
  "5": "data-root",
  "6": "docker-folder",
  "7": "docker.service",
  "8": "containerd-socket",
  "9": "engine-socket",
  "10": "default-docker",
  "11": "daemon.json",
  "12": "containerd-config",
  "13": "sysconfig-docker",
  "14": "containerd",
  "15": "containerd-shim",
  "16": "containerd-shim-runc-v1",
  "17": "containerd-shim-runc-v2",
  "18": "runc",
} as const;

const places = "/etc/audit";

const single = Object.entries(watched).map(([number, role]) =>
  defineSurroundingCheck({
    decides: [`cis-docker:1.1.${number}`],
    needs: ["host.audit", "host.files"],
    may: ["engine.info", "host.daemon"],
    lacks: ({ host, engine }) => (isRootless(engine, host) ? null : unreadable(host, mainFiles(host, role))),
    judge({ host, engine }): SurroundingVerdict {
      if (isRootless(engine, host)) return { status: "not-applicable", reason: words("host.rootless-files") };
      const files = mainFiles(host, role);
      const [first, ...rest] = files.filter(({ state }) => state !== "absent").map((file) => pointOf(host, file));
      if (first === undefined) {
        return { status: "not-applicable", reason: absentFile(files, role), restsOn: ["host.files"] };
      }
      const isCovered = files.every((file) => file.state === "absent" || coverOf(host, file) !== null);
      return { status: isCovered ? "pass" : "fail", evidence: [first, ...rest] };
    },
  }),
);

const every = defineSurroundingCheck({
  decides: ["docker-ee-stig:DKER-EE-001090"],
  needs: ["host.audit", "host.files"],
  may: ["engine.info", "host.daemon"],
  lacks({ host, engine }) {
    const files = allFiles(host);
    const isMissing = files.some((file) => file.state === "present" && coverOf(host, file) === null);
    return isMissing || isRootless(engine, host) ? null : unreadable(host, files);
  },
  judge({ host, engine }): SurroundingVerdict {
    if (isRootless(engine, host)) return { status: "not-applicable", reason: words("host.rootless-files") };
    const files = allFiles(host).filter(({ state }) => state !== "absent");
    const uncovered = files.filter((file) => file.state === "present" && coverOf(host, file) === null);
    const [first, ...rest] = (uncovered.length > 0 ? uncovered : files).map((file) => pointOf(host, file));
    if (first === undefined) return { status: "not-applicable", reason: words("host.audit-nothing") };
    return { status: uncovered.length > 0 ? "fail" : "pass", evidence: [first, ...rest] };
  },
});

export const auditChecks: readonly SurroundingCheck[] = [...single, every];

/** Of a unit the file itself, not its drop-ins: the rule is on that path. */
function mainFiles(host: HostFacts, role: string): readonly HostFile[] {
  return filesOf(host, role).filter(({ path }) => !/\.d\/[^/]*\.conf$/.test(path));
}

function allFiles(host: HostFacts): readonly HostFile[] {
  return Object.values(watched).flatMap((role) => mainFiles(host, role));
}

/** Why it is not known whether a path exists that no rule covers. */
function unreadable(host: HostFacts, files: readonly HostFile[]): Phrase | null {
  const unread = files.find((file) => file.state === "unreadable" && coverOf(host, file) === null);
  return unread === undefined ? null : whyUnread(unread);
}

/** The rule that covers a file; null where there is none, and where auditing is switched off. */
function coverOf({ auditRules }: HostFacts, { path, target }: HostFile): string | null {
  const { isOff, coverOf: rule } = auditWatches(auditRules);
  return isOff ? null : rule(target === undefined ? [path] : [path, target]);
}

function pointOf(host: HostFacts, file: HostFile): ProofPoint {
  const rule = coverOf(host, file);
  if (rule !== null) return { where: file.path, detail: words("host.audit-rule", { rule }) };
  const { isOff } = auditWatches(host.auditRules);
  const detail = isOff
    ? words("host.audit-off", { places })
    : words("host.audit-none", { count: host.auditRules.length, places });
  return { where: file.path, detail };
}
