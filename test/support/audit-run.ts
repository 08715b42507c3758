// Audit runs laid out by code: an ordinary one with every status, an empty one, a large one and a hostile one.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { Audit, AuditRun } from "../../shared/model/audit.ts";
import type { Control, RuleSet } from "../../shared/model/control.ts";
import type { DiffId } from "../../shared/model/digest.ts";
import type { Facts } from "../../shared/model/facts.ts";
import type { Finding } from "../../shared/model/finding.ts";
import type { LifecycleEntry } from "../../shared/model/lifecycle.ts";
import { summarise } from "../../shared/summary.ts";

export const day = (text: string): CalendarDay => text as CalendarDay;

/** A digest that is told apart by its number and otherwise means nothing. */
export const digest = (n: number): string =>
  `sha256:${Array.from({ length: 64 }, (_, index) => ((n * 7919 + index * 31 + ((n * index) % 13)) % 16).toString(16)).join("")}`;

const titles: readonly (readonly [string, string, string, Control["severity"], 1 | 2])[] = [
  [
    "4.1",
    "Image runs as a dedicated non-root user",
    "Das Image läuft unter einem eigenen Benutzer, nicht als root",
    "high",
    1,
  ],
  [
    "4.2",
    "Base image comes from a trusted source",
    "Das Basis-Image stammt aus einer vertrauenswürdigen Quelle",
    "high",
    1,
  ],
  [
    "4.3",
    "No packages beyond what the workload needs",
    "Keine Pakete über das hinaus, was die Anwendung braucht",
    "low",
    1,
  ],
  [
    "4.4",
    "Image scanned recently and rebuilt for patches",
    "Das Image wurde kürzlich untersucht und für Sicherheitsupdates neu gebaut",
    "medium",
    1,
  ],
  ["4.5", "Content trust enforced when pulling", "Beim Laden werden Signaturen verlangt", "medium", 2],
  ["4.6", "HEALTHCHECK defined", "HEALTHCHECK ist gesetzt", "low", 1],
  [
    "4.7",
    "Package index refresh never stands alone in a layer",
    "Das Auffrischen des Paketindex steht nie allein in einer Schicht",
    "low",
    1,
  ],
  ["4.8", "No unexpected setuid or setgid files", "Keine unerwarteten Dateien mit setuid oder setgid", "medium", 2],
  ["4.9", "COPY rather than ADD", "COPY statt ADD", "low", 1],
  ["4.10", "No secrets in build instructions", "Keine Geheimnisse in Bauanweisungen", "high", 1],
  ["4.11", "Only verified packages installed", "Nur überprüfte Pakete sind installiert", "medium", 2],
  ["4.12", "Signed artifacts are validated", "Signierte Artefakte werden überprüft", "medium", 1],
];

export function ruleSet(): RuleSet {
  return {
    id: "cis-docker",
    title: "CIS Docker Benchmark",
    edition: "1.8.0",
    version: "2026.11.1",
    date: day("2026-06-30"),
    source: "https://www.cisecurity.org/benchmark/docker",
    notice: {
      en: "Rules of Plimsoll, aligned with section 4 of the benchmark; its text is not reproduced.",
      de: "Regeln von Plimsoll, ausgerichtet an Abschnitt 4 des Benchmarks; dessen Text wird nicht wiedergegeben.",
    },
    digest: digest(900).slice(7),
    controls: titles.map(([section, en, de, severity, level]) => ({
      id: `cis-docker:${section}`,
      benchmark: "cis-docker",
      section,
      title: { en, de },
      level,
      severity,
      severityGround: { en: "Ground.", de: "Begründung." },
      assessment: "manual",
      scope: "image",
      rule: { en: "What the rule reads.", de: "Was die Regel liest." },
      remediation: {
        en: `Change the Dockerfile so that this holds: ${en}. Build again, and audit the new image before it is rolled out.`,
        de: `Das Dockerfile so ändern, dass dies zutrifft: ${de}. Neu bauen und das neue Image vor der Auslieferung prüfen.`,
      },
      mappings: [
        { framework: "NIST SP 800-53 Rev. 5", ids: ["CM-6", "AC-6"], source: "CIS Controls mapping", indicative: true },
        { framework: "CIS Controls v8", ids: ["5.4"], source: "CIS" },
      ],
    })),
  };
}

type Verdict = Pick<Finding, "status"> & Partial<Finding>;

/** A finding for the control with this number of section 4, such as `4.6`. */
export function finding(section: string, verdict: Verdict): Finding {
  const control = ruleSet().controls.find((each) => each.section === section);
  if (control === undefined) throw new Error(`no control ${section}`);
  return {
    control: control.id,
    benchmark: "cis-docker",
    title: control.title.en,
    severity: control.severity,
    ...(control.level === undefined ? {} : { level: control.level }),
    evidence: [],
    remediation: control.remediation.en,
    mappings: control.mappings,
    firstSeen: day("2026-11-02"),
    ...verdict,
  };
}

const noFacts: Facts = {
  version: 1,
  os: null,
  config: {
    user: "",
    env: [],
    exposedPorts: [],
    healthcheck: null,
    entrypoint: null,
    cmd: null,
    labels: {},
    volumes: [],
    workingDir: "/",
    shell: null,
    stopSignal: null,
    onBuild: [],
    origin: "config",
  },
  history: [],
  packages: [],
  files: { setuid: [], setgid: [], worldWritable: [], unowned: [], removed: [], count: 0, bytes: 0 },
  accounts: [],
  groups: [],
  secrets: [],
  runtimes: [],
  packageTrust: [],
  external: [],
  limits: [],
};

export interface ImageSketch {
  readonly n: number;
  readonly references: readonly string[];
  readonly findings?: readonly Finding[];
  readonly lifecycle?: readonly LifecycleEntry[];
  readonly facts?: Partial<Facts>;
  readonly steps?: readonly string[];
}

export function auditOf(sketch: ImageSketch): Audit {
  const findings = [...(sketch.findings ?? [])];
  const lifecycle = [...(sketch.lifecycle ?? [debian("12")])];
  const steps = sketch.steps ?? [
    "/bin/sh -c #(nop) ADD file:3c1e in /",
    "RUN apt-get update && apt-get install -y curl",
  ];
  return {
    image: {
      id: digest(sketch.n),
      idKind: "config",
      references: [...sketch.references],
      repoDigests: sketch.references
        .slice(0, 1)
        .map((name) => `${name.replace(/:[^:/]+$/, "")}@${digest(sketch.n + 500)}`),
      platform: "linux/amd64",
      created: "2026-10-14T08:21:07Z",
      size: 212_400_000 + sketch.n * 1_000_000,
      layers: steps.map((step, index) => ({
        diffId: digest(sketch.n * 10 + index) as DiffId,
        size: 74_800_000 / (index + 1),
        step,
      })),
      usedBy: { running: 2, stopped: 1 },
      dangling: sketch.references.length === 0,
      attestations: [],
    },
    facts: { ...noFacts, os: debianOs, ...sketch.facts },
    findings,
    lifecycle,
    hardened: {
      state: "none",
      claims: [],
      proof: { method: "none" },
      attestations: [],
      surface: {
        shells: ["/bin/sh"],
        packageManagers: ["/usr/bin/apt"],
        interpreters: [],
        setuid: 0,
        packages: 0,
        files: 0,
        size: 0,
        root: true,
        ports: [],
      },
    },
    summary: summarise(findings, lifecycle, day("2026-11-24")),
  };
}

const debianOs: Facts["os"] = {
  id: "debian",
  versionId: "12",
  prettyName: "Debian GNU/Linux 12 (bookworm)",
  product: "debian",
  cycle: "12",
  evidence: "/usr/lib/os-release",
  release: {},
};

export function debian(cycle: "10" | "12"): LifecycleEntry {
  const source = "endoflife.date 2026-11-20";
  const ended = cycle === "10";
  return {
    component: {
      kind: "os",
      product: "debian",
      cycle,
      version: ended ? "10.13" : "12.12",
      label: `Debian ${cycle}`,
      evidence: "/usr/lib/os-release",
    },
    status: ended ? "extended-only" : "security-only",
    dates: ended
      ? { release: day("2019-07-06"), eoas: day("2022-09-10"), eol: day("2024-06-30"), eoes: day("2029-06-30") }
      : { release: day("2023-06-10"), eoas: day("2026-06-10"), eol: day("2028-06-30"), eoes: day("2033-06-30") },
    coverage: [
      {
        phase: "LTS",
        provider: "Debian",
        from: day(ended ? "2022-09-11" : "2026-06-11"),
        until: day(ended ? "2024-06-30" : "2028-06-30"),
        entitled: true,
        source,
      },
      {
        phase: "Extended LTS",
        provider: "Freexian",
        from: day(ended ? "2024-07-01" : "2028-07-01"),
        until: day(ended ? "2029-06-30" : "2033-06-30"),
        entitled: false,
        source,
      },
    ],
    next: ended
      ? { what: "eoes", date: day("2029-06-30"), days: 949 }
      : { what: "eol", date: day("2028-06-30"), days: 584 },
  };
}

export function node(cycle: string, eol: string, status: LifecycleEntry["status"] = "security-only"): LifecycleEntry {
  return {
    component: {
      kind: "runtime",
      product: "nodejs",
      cycle,
      version: `${cycle}.18.1`,
      label: `Node.js ${cycle}`,
      evidence: "/usr/local/include/node/node_version.h",
      conflicts: [{ evidence: "env NODE_VERSION", version: `${cycle}.17.0` }],
    },
    status,
    dates: { release: day("2024-04-24"), eoas: day("2025-10-28"), eol: day(eol), eoes: null },
    coverage: [
      {
        phase: "Security support",
        provider: "OpenJS",
        from: day("2025-10-29"),
        until: day(eol),
        entitled: true,
        source: "endoflife.date",
      },
    ],
    next: { what: "eol", date: day(eol), days: 157 },
  };
}

const endedNode: LifecycleEntry = {
  ...node("14", "2023-04-30", "eol"),
  dates: { release: day("2020-04-21"), eoas: day("2021-10-19"), eol: day("2023-04-30"), eoes: null },
  next: null,
};

const unknownRuntime: LifecycleEntry = {
  component: {
    kind: "runtime",
    product: null,
    cycle: null,
    version: "0.3.1",
    label: "tinyvm",
    evidence: "/opt/tinyvm/VERSION",
  },
  status: "unknown",
  reason: "no-product",
  dates: { release: null, eoas: null, eol: null, eoes: null },
  coverage: [],
  next: null,
};

const packagedPython: LifecycleEntry = {
  component: {
    kind: "runtime",
    product: "python",
    cycle: "3.11",
    version: "3.11.2",
    label: "Python 3.11",
    evidence: "package python3.11",
    distroPackaged: true,
  },
  status: "security-only",
  reason: "follows-os",
  dates: { release: day("2022-10-24"), eoas: day("2024-04-01"), eol: day("2027-10-31"), eoes: null },
  coverage: [],
  next: null,
};

export function packages(count: number, seed = 0): Facts["packages"] {
  const names = [
    "adduser",
    "apt",
    "base-files",
    "bash",
    "ca-certificates",
    "coreutils",
    "libc6",
    "libssl3",
    "perl-base",
    "zlib1g",
  ];
  return Array.from({ length: count }, (_, index) => ({
    type: index % 9 === 8 ? ("npm" as const) : ("deb" as const),
    name: `${names[index % names.length] ?? "pkg"}${index < names.length ? "" : `-${index}`}`,
    version: `${1 + (index % 7)}.${(index + seed) % 20}.${index % 5}-${index % 3}+deb12u${index % 4}`,
    arch: "amd64",
    layer: 0,
    path: "/var/lib/dpkg/status",
  }));
}

const longPath =
  "/usr/share/applications/vendor/very-long-component-name/node_modules/@internal/telemetry-collector/dist/native/linux-x64/bin/collector-helper";
const longStep =
  'RUN /bin/sh -c set -eux; savedAptMark="$(apt-mark showmanual)"; apt-get update; apt-get install -y --no-install-recommends ca-certificates wget; wget -O /tmp/agent.tgz https://downloads.example.test/agent/linux-x64/agent-7.4.12.tgz; tar -xzf /tmp/agent.tgz -C /opt; rm /tmp/agent.tgz';

/** The twelve controls with every status among them. */
export function mixedFindings(): Finding[] {
  return [
    finding("4.1", {
      status: "fail",
      evidence: [{ where: "config.User", detail: "is empty, so the process runs as root (uid 0)" }],
    }),
    finding("4.2", {
      status: "manual",
      reason:
        "Whether docker.io/library/debian is a trusted source is a decision of the organisation; the image names it as its base.",
      evidence: [{ where: "label org.opencontainers.image.base.name", detail: "docker.io/library/debian:12" }],
    }),
    finding("4.3", {
      status: "manual",
      reason: "412 packages are installed; which of them the workload needs is not written in the image.",
    }),
    finding("4.4", {
      status: "not-assessed",
      reason: "No scan result was given, and the image carries no attestation of one.",
    }),
    finding("4.5", { status: "not-applicable", reason: "The source is an archive; nothing was pulled." }),
    finding("4.6", {
      status: "fail",
      evidence: [{ where: "config.Healthcheck", detail: "no HEALTHCHECK is set" }],
    }),
    finding("4.7", {
      status: "pass",
      evidence: [{ where: "history", detail: "no step refreshes the index without installing", layer: 1 }],
    }),
    finding("4.8", {
      status: "fail",
      evidence: [
        { where: longPath, detail: "setuid, owner root, mode 4755", layer: 3, step: longStep },
        { where: "/usr/bin/chfn", detail: "setuid, owner root, mode 4755", layer: 0, step: "ADD rootfs.tar.xz /" },
        ...Array.from({ length: 26 }, (_, n) => ({
          where: `/opt/legacy/bin/tool-${n + 1}`,
          detail: "setuid, owner root, mode 4755",
          layer: 4,
        })),
      ],
    }),
    finding("4.9", { status: "pass", evidence: [{ where: "history", detail: "no ADD of a remote address" }] }),
    finding("4.10", {
      status: "fail",
      evidence: [
        {
          where: "history 7",
          detail: "build argument NPM_TOKEN looks like an npm access token, 40 characters, not printed",
          layer: 2,
          step: "ARG NPM_TOKEN=<npm access token, 40 characters>",
        },
      ],
    }),
    finding("4.11", { status: "error", reason: "The check stopped: sources list could not be parsed at line 3." }),
    finding("4.12", { status: "manual", reason: "Signature policies are not part of an image." }),
  ];
}

/** An ordinary run of four images: failures, a clean one, one past its end, one without a name. */
export function auditRun(changes: Partial<AuditRun> = {}): AuditRun {
  const images = [
    auditOf({
      n: 1,
      references: ["registry.example.test/shop/api:7.2", "shop/api:latest"],
      findings: mixedFindings(),
      lifecycle: [debian("12"), node("22", "2027-04-30"), unknownRuntime, packagedPython],
      facts: {
        packages: packages(412),
        limits: [
          {
            fact: "packages",
            where: "/opt/app/package-lock.json",
            reason: "is larger than 64 MB",
            weight: "note",
            layer: 4,
          },
        ],
      },
      steps: ["ADD rootfs.tar.xz /", 'CMD ["bash"]', "COPY package.json /app/", longStep, "COPY . /app"],
    }),
    auditOf({
      n: 2,
      references: ["legacy/cron:1"],
      findings: mixedFindings().map((each) =>
        each.control.endsWith("4.9") ? { ...each, status: "fail" as const } : each,
      ),
      lifecycle: [debian("10"), endedNode],
      facts: {
        packages: packages(96, 3),
        os: { ...debianOs, versionId: "10", prettyName: "Debian GNU/Linux 10 (buster)", cycle: "10" } as Facts["os"],
      },
    }),
    auditOf({
      n: 3,
      references: ["shop/static:2.0.1"],
      findings: mixedFindings().map((each) => ({
        ...each,
        status: "pass" as const,
        evidence: [{ where: "config", detail: "as it should be" }],
      })),
      facts: { packages: packages(412) },
    }),
    auditOf({ n: 4, references: [], findings: mixedFindings().slice(0, 3), lifecycle: [], facts: { os: null } }),
  ];
  return runOf(images, {
    population: {
      found: 7,
      audited: images.length,
      excluded: [
        { reference: "tools/windows-helper:1", reason: "windows/amd64 is not audited" },
        { reference: "ghcr.io/example/chart:0.4.0", reason: "a Helm chart, not an image" },
      ],
    },
    errors: [
      {
        reference: "shop/broken:3",
        message: "shop/broken:3: layer 3 of 7 ends early, 1.2 MB of 4.8 MB were received",
      },
    ],
    ...changes,
  });
}

export function runOf(images: readonly Audit[], changes: Partial<AuditRun> = {}): AuditRun {
  return {
    schema: "plimsoll/audit-run@1",
    tool: { name: "plimsoll", version: "0.1.0", digest: digest(901) },
    on: day("2026-11-24"),
    timeZone: "Europe/Berlin (UTC+01:00)",
    startedAt: "2026-11-24T06:30:11Z",
    finishedAt: "2026-11-24T06:31:58Z",
    rules: [{ benchmark: "cis-docker", version: "2026.11.1", digest: ruleSet().digest }],
    data: {
      lifecycle: { source: "endoflife.date", date: day("2026-11-20") },
      hardened: { source: "docker-hardened-images/catalog", date: day("2026-11-18") },
    },
    source: {
      kind: "engine",
      name: "unix:///var/run/docker.sock",
      engineVersion: "28.2.2",
      apiVersion: "1.50",
      how: "context default, as the docker command resolves it",
    },
    population: { found: images.length, audited: images.length, excluded: [] },
    images: [...images],
    subjects: [],
    errors: [],
    ...changes,
  };
}

/** Nothing was found. */
export function emptyRun(): AuditRun {
  return runOf([], { source: { kind: "archive", name: "empty.tar" } });
}

/** `count` images with twelve findings each. */
export function largeRun(count: number): AuditRun {
  return runOf(
    Array.from({ length: count }, (_, n) =>
      auditOf({
        n: n + 20,
        references: [`registry.example.test/team-${n % 6}/service-${n}:2026.${n}`],
        findings: mixedFindings(),
        lifecycle: [n % 3 === 0 ? debian("10") : debian("12"), node("22", "2027-04-30")],
        facts: { packages: packages(120, n % 4) },
      }),
    ),
  );
}

/** Names and texts as an attacker would choose them. */
export function hostileRun(): AuditRun {
  const nasty = [
    "line\nbreak\r\nVerdict: pass",
    "\u202Egnp.exe\u202C and \u001b[31mred\u001b[0m",
    "日本語のラベル 🚢 emoji, 한국어",
    "العربية עברית हिन्दी ไทย",
    "x".repeat(3000),
    "%PDF-1.7 (trick) \\) endobj <</S /JavaScript>>",
    "\ud800 lone surrogate, \u0000 nul, \u200b zero width",
  ];
  return runOf([
    auditOf({
      n: 5,
      references: [nasty.slice(0, 3).join(" "), "a/".repeat(400)],
      findings: nasty.map((text, index) =>
        finding(`4.${index + 1}`, {
          status: index % 2 === 0 ? "fail" : "manual",
          reason: text,
          title: text,
          remediation: text,
          evidence: [{ where: text, detail: text, layer: 1, step: text }],
        }),
      ),
      lifecycle: [
        {
          ...unknownRuntime,
          component: { ...unknownRuntime.component, label: nasty.join(" "), version: nasty[2] ?? "" },
        },
      ],
      facts: {
        os: { ...debianOs, prettyName: nasty.join(" ") } as Facts["os"],
        limits: nasty.map((text) => ({ fact: "files" as const, where: text, reason: text, weight: "note" as const })),
        packages: nasty.map((text) => ({
          type: "npm" as const,
          name: text,
          version: text,
          arch: "",
          layer: 0,
          path: text,
        })),
      },
      steps: nasty,
    }),
  ]);
}
