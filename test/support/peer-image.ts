// Images on which other tools' verdicts are written down beside ours. The verdicts of the others are theirs as documented: of
// docker-bench-security 1.6.0 with one container of the image running, of dockle, and of trivy's spec docker-cis-1.6.0.
import type { NewMember } from "../../main/tar/write-tar.ts";
import type { Status } from "../../shared/model/finding.ts";
import { dir, file, type HistoryLine, type ImageBuilder, image } from "./image-builder.ts";

/** The controls of section 4 that at least one of the three decides from the image. */
export const comparedControls = ["4.1", "4.6", "4.7", "4.8", "4.9", "4.10"] as const;
export type ComparedControl = (typeof comparedControls)[number];

export interface PeerRow {
  /** NOTE leaves the item to a person; WARN and INFO name the image. */
  readonly bench: "PASS" | "WARN" | "INFO" | "NOTE";
  readonly dockle: "PASS" | "INFO" | "WARN" | "FATAL";
  /** `–`: listed without a check. */
  readonly trivy: "PASS" | "FAIL" | "–";
  readonly ours: Status;
  /** One line on why ours is another; needed where it is. */
  readonly because?: string;
}

export interface PeerImage {
  readonly name: string;
  readonly image: ImageBuilder;
  /** Stored as an OCI layout instead of a docker archive. */
  readonly isOci?: boolean;
  /** Rows that are not those of the plain image. */
  readonly rows: Partial<Readonly<Record<ComparedControl, PeerRow>>>;
}

/** The rows of an image that is in order. */
export const plainRows: Readonly<Record<ComparedControl, PeerRow>> = {
  "4.1": { bench: "PASS", dockle: "PASS", trivy: "PASS", ours: "pass" },
  "4.6": { bench: "PASS", dockle: "PASS", trivy: "PASS", ours: "pass" },
  "4.7": { bench: "PASS", dockle: "PASS", trivy: "PASS", ours: "pass" },
  "4.8": { bench: "NOTE", dockle: "PASS", trivy: "–", ours: "pass" },
  "4.9": { bench: "PASS", dockle: "PASS", trivy: "PASS", ours: "pass" },
  "4.10": { bench: "NOTE", dockle: "PASS", trivy: "PASS", ours: "pass" },
};

/** What a decided word says of the image; null = nothing, it is left to a person or to nobody. */
export function meaningOf(word: PeerRow["bench"] | PeerRow["dockle"] | PeerRow["trivy"]): "pass" | "fail" | null {
  if (word === "PASS") return "pass";
  return word === "NOTE" || word === "–" ? null : "fail";
}

/** Whether one of the three decides otherwise than we do. */
export function differs({ bench, dockle, trivy, ours }: PeerRow): boolean {
  return [bench, dockle, trivy].some((word) => meaningOf(word) !== null && meaningOf(word) !== ours);
}

const healthcheck = { Test: ["CMD", "/srv/check"] };
const system = [
  dir("/etc"),
  file("/etc/os-release", 'ID=debian\nVERSION_ID="13"\nPRETTY_NAME="Debian GNU/Linux 13 (trixie)"\n'),
  file("/etc/passwd", "root:x:0:0:root:/root:/bin/sh\nadmin:x:0:0::/:/bin/sh\napp:x:10001:10001::/:/bin/sh\n"),
];

export const copied: HistoryLine = { created_by: "COPY /rootfs/ / # buildkit" };
export const empty = (line: string): HistoryLine => ({ created_by: line, empty_layer: true });
export const step = (line: string): HistoryLine => ({ created_by: line });

/** The history's last lines: others read the healthcheck from there. */
export const checked = empty('HEALTHCHECK &{["CMD" "/srv/check"] "0s" "0s" "0s" "0s" \'\\x00\'}');

/** One layer, copied; a numeric user; a healthcheck. */
export function plainImage(): ImageBuilder {
  return image()
    .layer(...system)
    .config({ User: "10001", Healthcheck: healthcheck })
    .history([copied, empty("USER 10001"), checked]);
}

/** The plain image with these further layers, each with the line of history that made it. */
export function withSteps(...steps: readonly (readonly [string, ...NewMember[]])[]): ImageBuilder {
  const built = steps.reduce<ImageBuilder>((sum, [, ...members]) => sum.layer(...members), plainImage());
  return built.history([copied, empty("USER 10001"), ...steps.map(([line]) => step(line)), checked]);
}
