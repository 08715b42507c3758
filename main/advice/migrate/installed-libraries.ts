// Where pip and bundler put what a stage installs: in the interpreter's own folders, which the runtime image has as well
// and which have moved. A folder of their own can be copied. https://docs.python.org/3/library/venv.html,
// https://bundler.io/man/bundle-config.1.html (BUNDLE_PATH)
import { phrase } from "../../../shared/wording/say.ts";
import type { Edit } from "./edit.ts";
import type { Instruction, Stage } from "./read-dockerfile.ts";

export interface InstalledLibraries {
  readonly path: string;
  /** Says where to install, before the first step that does. */
  readonly edit: Edit;
  /** For the runtime stage. */
  readonly settings: readonly string[];
}

interface Installer {
  readonly path: string;
  readonly step: RegExp;
  /** The Dockerfile says itself where libraries go. */
  readonly said: RegExp;
  readonly before: readonly string[];
  readonly settings: readonly string[];
  readonly key: string;
}

const pathOfVenv = 'ENV PATH="/opt/venv/bin:$PATH"';
const installers: Readonly<Record<string, Installer>> = {
  python: {
    path: "/opt/venv",
    step: /\b(?:pip3?|python3? -m pip) install\b/,
    said: /\bvenv\b|\bvirtualenv\b|VIRTUAL_ENV|--target\b|--prefix\b|--root\b|(^|\s)-t \//,
    before: ["RUN python3 -m venv /opt/venv", pathOfVenv],
    settings: [pathOfVenv],
    key: "migration.venv",
  },
  ruby: {
    path: "/opt/bundle",
    step: /\bbundle install\b/,
    said: /BUNDLE_PATH|BUNDLE_DEPLOYMENT|--path\b|--deployment\b|bundle config\b/,
    before: ["ENV BUNDLE_PATH=/opt/bundle"],
    settings: ["ENV BUNDLE_PATH=/opt/bundle"],
    key: "migration.bundle",
  },
};

/**
 * A folder for what `stage` installs, an image of `product`; null where it installs nothing that way, or says itself where
 * libraries go. `all`: the instructions of the whole image.
 */
export function installedLibraries(
  product: string,
  stage: Stage,
  all: readonly Instruction[],
): InstalledLibraries | null {
  const installer = installers[product];
  if (installer === undefined || all.some(({ args }) => installer.said.test(args))) return null;
  const isStep = ({ keyword, args }: Instruction): boolean => keyword === "RUN" && installer.step.test(args);
  const first = stage.instructions.find(isStep);
  // A stage below that installed already would have put its libraries elsewhere.
  if (first === undefined || all.find(isStep) !== first) return null;
  const { path, before, settings, key } = installer;
  return { path, settings, edit: { at: first.first, remove: 0, add: before, reason: phrase(key, { path }) } };
}
