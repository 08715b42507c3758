// Verdicts for tests of the window, in all six statuses, with evidence.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { Evidence, Finding, Status } from "../../shared/model/finding.ts";

interface Rule {
  readonly number: string;
  readonly title: string;
  readonly severity: Finding["severity"];
  readonly needsLayers: boolean;
  readonly reason?: string;
  readonly evidence: readonly Evidence[];
  readonly fix: string;
  /** By the image's number. */
  readonly status: (index: number) => Status;
}

const rules: readonly Rule[] = [
  {
    number: "4.1",
    title: "The image runs as a user other than root",
    severity: "high",
    needsLayers: false,
    evidence: [{ where: "config User", detail: "no user is set, so processes start as root (uid 0)" }],
    fix: "Create an account in the Dockerfile and end it with USER and the numeric id of that account.",
    status: (index) => (index % 2 === 0 ? "fail" : "pass"),
  },
  {
    number: "4.2",
    title: "The base image comes from a source you trust",
    severity: "medium",
    needsLayers: false,
    reason: "nothing in the image proves where its base comes from; a person has to decide",
    evidence: [],
    fix: "Name the base by digest and record who decided to trust it.",
    status: () => "manual",
  },
  {
    number: "4.3",
    title: "Nothing is installed that is not needed",
    severity: "low",
    needsLayers: true,
    reason: "420 packages are installed; whether each is needed is for a person to say",
    evidence: [{ where: "/var/lib/dpkg/status", detail: "280 Debian packages", layer: 0 }],
    fix: "Install with --no-install-recommends, build in a stage of its own, and copy only what runs.",
    status: () => "manual",
  },
  {
    number: "4.5",
    title: "Content trust is switched on",
    severity: "medium",
    needsLayers: false,
    reason: "this is a setting of the machine that pulls, and the machine was not looked at",
    evidence: [],
    fix: "Set DOCKER_CONTENT_TRUST=1 where images are pulled and pushed.",
    status: () => "not-assessed",
  },
  {
    number: "4.6",
    title: "A health check is set",
    severity: "low",
    needsLayers: false,
    evidence: [{ where: "config Healthcheck", detail: "the configuration has none" }],
    fix: "Add a HEALTHCHECK instruction that asks the service itself.",
    status: (index) => (index % 3 === 0 ? "fail" : "pass"),
  },
  {
    number: "4.7",
    title: "No package index is refreshed in a step of its own",
    severity: "low",
    needsLayers: false,
    evidence: [
      {
        where: "history 2",
        detail: "update and install stand in one step",
        layer: 1,
        step: "RUN apt-get update && apt-get install -y curl",
      },
    ],
    fix: "Join the update and the install into one RUN instruction.",
    status: () => "pass",
  },
  {
    number: "4.8",
    title: "No setuid or setgid file is left",
    severity: "medium",
    needsLayers: true,
    evidence: ["/usr/bin/passwd", "/usr/bin/su", "/usr/bin/mount", "/usr/bin/chage"].map((where) => ({
      where,
      detail: "mode 4755, owner 0:0",
      layer: 0,
      step: "ADD rootfs.tar.xz / # buildkit",
    })),
    fix: "Add RUN find / -xdev -perm /6000 -type f -exec chmod a-s {} + as the last step of the build.",
    status: (index) => (index % 4 === 3 ? "pass" : "fail"),
  },
  {
    number: "4.9",
    title: "COPY is used in place of ADD",
    severity: "low",
    needsLayers: false,
    reason: "the history was written by another builder, so the instructions are not known",
    evidence: [],
    fix: "Replace ADD by COPY; fetch remote files in a RUN step that checks their digest.",
    status: (index) => (index % 7 === 5 ? "error" : "not-applicable"),
  },
  {
    number: "4.10",
    title: "No secret is stored in the image",
    severity: "high",
    needsLayers: true,
    evidence: [
      { where: "/app/.ssh/id_ed25519", detail: "private key (OpenSSH), 411 characters", layer: 5, step: "COPY . /app" },
      { where: "env API_TOKEN", detail: "token, 40 characters" },
    ],
    fix: "Mount secrets while building (RUN --mount=type=secret) and hand them in when the container starts. Replace what was exposed.",
    status: (index) => (index % 3 === 1 ? "fail" : "pass"),
  },
  {
    number: "4.11",
    title: "Only verified packages are installed",
    severity: "medium",
    needsLayers: true,
    evidence: [{ where: "/etc/apt/apt.conf.d", detail: "no file switches signature checks off", layer: 0 }],
    fix: "Remove settings that switch signature checks off.",
    status: () => "pass",
  },
];

/** The verdicts of the nth image. From the config alone, controls that read layers are not assessed. */
export function fakeFindings(index: number, depth: "config" | "full"): Finding[] {
  return rules.map((rule) => {
    const status = depth === "config" && rule.needsLayers ? "not-assessed" : rule.status(index);
    const reason = depth === "config" && rule.needsLayers ? "the layers were not read yet" : rule.reason;
    return {
      control: `cis-docker:${rule.number}`,
      benchmark: "cis-docker",
      title: rule.title,
      severity: rule.severity,
      level: 1,
      status,
      ...(status === "pass" || status === "fail" || reason === undefined ? {} : { reason }),
      evidence: [...rule.evidence],
      remediation: rule.fix,
      mappings: [
        { framework: "NIST SP 800-53 r5", ids: ["CM-6", "AC-6"], source: "benchmark" },
        { framework: "CIS Controls v8", ids: ["4.1"], source: "benchmark", indicative: true },
      ],
      ...(status === "fail" ? { firstSeen: "2026-09-02" as CalendarDay } : {}),
    };
  });
}
