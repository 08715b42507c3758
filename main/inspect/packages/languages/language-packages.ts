// The packages of languages that a container would see: the manifests of the merged view and what Go programs say of
// themselves, each with the layer its file came with. Filled while the view is walked.
import type { Package } from "../../../../shared/model/facts.ts";
import type { ImageFiles } from "../../layer/image-files.ts";
import type { ViewNode } from "../../layer/view-node.ts";
import { maxPackages, type PackageDatabase } from "../package-database.ts";
import { manifestKind, manifestLimit } from "./manifest.ts";

type Kind = keyof typeof manifestLimit | "golang";
type Trouble = "sparse" | "too-large" | "not-fetched" | "malformed";

export class LanguagePackages {
  readonly #files: ImageFiles;
  readonly #found: Package[] = [];
  readonly #troubles = new Map<string, { kind: Kind; trouble: Trouble; count: number; path: string }>();
  #manifests = 0;
  /** A path at which something was left out because there is too much of it. */
  #cut: string | null = null;

  constructor(files: ImageFiles) {
    this.#files = files;
  }

  /** Takes a file of the merged view; `path` is where a container sees it. */
  see(path: string, node: ViewNode): void {
    if (node.type !== "file") return;
    const kind = manifestKind(path);
    if (kind !== null && (this.#found.length >= maxPackages || ++this.#manifests > maxPackages)) this.#cut ??= path;
    else if (kind !== null) {
      const database = this.#files.manifest(node, kind);
      if (typeof database === "object") this.#take(path, node, kind, database);
      else if (database !== "fetched") this.#note(kind, database, path);
    }
    const program = (node.mode & 0o111) === 0 ? undefined : this.#program(node);
    if (program !== undefined) this.#take(path, node, "golang", program);
  }

  /** All packages by type, name, version and path. What was not read becomes a note, one a kind and reason. */
  end(): Package[] {
    const { limits } = this.#files;
    for (const { kind, trouble, count, path } of this.#troubles.values()) {
      const params = { kind, count, path };
      if (trouble === "malformed") limits.add("note", "packages", path, "inspect.language-malformed", params);
      else if (trouble === "too-large" && kind !== "golang") {
        const limit = manifestLimit[kind];
        limits.add("note", "packages", path, "inspect.language-too-large", { ...params, limit });
      } else limits.add("note", "packages", path, "inspect.language-packages", params);
    }
    if (this.#cut !== null) {
      limits.add("note", "packages", this.#cut, "inspect.language-cut", { path: this.#cut, limit: maxPackages });
    }
    const keyed = this.#found.map((each) => ({ key: keyOf(each), each }));
    return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ each }) => each);
  }

  #program(node: ViewNode): PackageDatabase | undefined {
    const layer = this.#files.view.layers[node.layer];
    if (layer === undefined || layer.databases.size === 0) return undefined;
    const database = layer.databases.get(this.#files.view.sourcePathOf(node));
    return database?.type === "golang" ? database : undefined;
  }

  #take(path: string, node: ViewNode, kind: Kind, database: PackageDatabase): void {
    const seen = new Set<string>();
    for (const { name, version, arch } of database.packages) {
      // The same module twice in one archive is one package of it.
      const key = `${name}\0${version}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (this.#found.length >= maxPackages) {
        this.#cut ??= path;
        return;
      }
      this.#found.push({ type: kind, name, version, arch, layer: node.layer, path });
    }
    if (database.cut) this.#cut ??= path;
    if (database.malformed > 0) this.#note(kind, "malformed", path, database.malformed);
  }

  #note(kind: Kind, trouble: Trouble, path: string, count = 1): void {
    const key = `${kind} ${trouble}`;
    const known = this.#troubles.get(key);
    if (known === undefined) this.#troubles.set(key, { kind, trouble, count, path });
    else {
      known.count += count;
      if (path < known.path) known.path = path;
    }
  }
}

function keyOf({ type, name, version, path }: Package): string {
  return `${type}\0${name}\0${version}\0${path}`;
}
