// Everything that rules of accounts, log-ins, files and cryptography ask of an image's system, put together.
import type { Account, EnvEntry, Package } from "../../../shared/model/facts.ts";
import type { SystemFacts } from "../../../shared/model/system-facts.ts";
import type { ImageFiles } from "../layer/image-files.ts";
import type { ViewNode } from "../layer/view-node.ts";
import { FirstByPath, watchedFile } from "./first-by-path.ts";
import { libraryFiles } from "./library-files.ts";
import { OpensslSettings } from "./openssl-settings.ts";
import { packageFiles } from "./package-files.ts";
import { ProgramProtections } from "./program-protections.ts";
import { umaskLines } from "./setting-lines.ts";
import { shadowEntries } from "./shadow-entries.ts";
import { sudoWithoutPassword } from "./sudo-lines.ts";
import { trustAnchors } from "./trust-anchors.ts";
import { watchedFiles } from "./watched-files.ts";

/** Of an image whose layers were not read. */
export const noSystem: SystemFacts = {
  shadow: null,
  watched: [],
  umask: [],
  sudoWithoutPassword: [],
  trustFiles: [],
  libraries: { examined: 0, foreign: { count: 0, first: [] }, writable: { count: 0, first: [] } },
  trustAnchors: { bundles: [], added: [] },
  openssl: { configs: [], moduleConfigs: [], providers: [] },
  elf: null,
  packageFiles: null,
};

/** What the rest of the image says that the readers need. */
interface Known {
  readonly accounts: readonly Account[];
  readonly env: readonly EnvEntry[];
  readonly packages: readonly Package[];
}

export class SystemReader {
  readonly #files: ImageFiles;
  readonly #trustFiles = new FirstByPath<SystemFacts["trustFiles"][number]>();
  readonly #openssl = new OpensslSettings();
  readonly #programs: ProgramProtections;

  constructor(files: ImageFiles) {
    this.#files = files;
    this.#programs = new ProgramProtections(files.view);
  }

  /** Takes one entry of the view. */
  see(path: string, node: ViewNode): void {
    if (node.type === "directory") return;
    this.#programs.see(path, node);
    this.#openssl.see(path);
    if (isTrustFile(path)) this.#trustFiles.add(watchedFile(path, node));
  }

  /** To be called when the whole view was seen. In steps, between which the caller may stop. */
  *facts({ accounts, env, packages }: Known): Generator<void, SystemFacts> {
    const files = this.#files;
    const trustFiles = this.#trustFiles.end();
    if (trustFiles.count > trustFiles.first.length) {
      const count = trustFiles.count - trustFiles.first.length;
      files.limits.add("note", "system", ".rhosts", "inspect.more-files", { count });
    }
    return {
      shadow: shadowEntries(files),
      watched: watchedFiles(files, accounts),
      umask: umaskLines(files),
      sudoWithoutPassword: sudoWithoutPassword(files),
      trustFiles: trustFiles.first,
      libraries: yield* libraryFiles(files.view),
      trustAnchors: trustAnchors(files),
      openssl: this.#openssl.facts(files, env.find(({ name }) => name === "OPENSSL_CONF")?.value ?? null),
      elf: this.#programs.facts(files.limits),
      packageFiles: yield* packageFiles(files, packages),
    };
  }
}

/** hosts.equiv(5), netrc(5), sshd(8): who is trusted without a password, and log-ins of a user's own. */
function isTrustFile(path: string): boolean {
  if (path.endsWith("hosts")) return path.endsWith("/.rhosts") || path.endsWith("/.shosts");
  return path.endsWith("/.netrc") || path.endsWith("/hosts.equiv") || path.endsWith("/shosts.equiv");
}
