// Files of the merged view by their path inside the image, as far as a pass over the layers kept their bodies. One that
// was not kept is noted as missing, so that a second pass can bring it: nothing wanted is passed over in silence.
import type { FactName } from "../../../shared/model/facts.ts";
import type { Limits } from "../limit.ts";
import type { ManifestKind } from "../packages/languages/manifest.ts";
import { isListOfFiles } from "../packages/owned/dpkg-list.ts";
import type { PackageDatabase } from "../packages/package-database.ts";
import { type DatabaseKeep, type Keep, keepLimit } from "./capture.ts";
import type { MergedView } from "./merged-view.ts";
import { resolvePath } from "./symlinks.ts";
import { childPath, type ViewNode } from "./view-node.ts";

/** A body to be fetched: its path as its own layer lists it. */
export interface MissingBody {
  readonly layer: number;
  readonly path: string;
  readonly keep: Keep;
}

/** What becomes of a body that is not there: fetched later, or, when that has been tried, a limit with the cause. */
export type Absence = { readonly fetch: true } | { readonly fetch: false; readonly cause: string };

export interface ImageFile<T> {
  readonly content: T;
  readonly layer: number;
  /** The real path, links followed. */
  readonly path: string;
}

/** Files of one folder that are looked at: no folder of settings or packages holds as many. */
const maxListed = 20_000;

export class ImageFiles {
  readonly view: MergedView;
  readonly limits: Limits;
  readonly missing: MissingBody[] = [];
  readonly #absence: Absence;

  constructor(view: MergedView, limits: Limits, absence: Absence) {
    this.view = view;
    this.limits = limits;
    this.#absence = absence;
  }

  /** The text of a file, links followed; null when there is none. What cannot be read becomes a limit on `fact`. */
  text(path: string, fact: FactName, keep: Keep = "text"): ImageFile<string> | null {
    const found = this.#file(path, fact);
    if (found === null) return null;
    const body = this.view.layers[found.node.layer]?.texts.get(found.source);
    if (body !== undefined) {
      return { content: body.toString("utf8"), layer: found.node.layer, path: found.path };
    }
    this.#absent(found, fact, keep);
    return null;
  }

  /** A parsed package database, as `text`. */
  database(path: string, keep: DatabaseKeep): ImageFile<PackageDatabase> | null {
    const found = this.#file(path, "packages");
    if (found === null) return null;
    const database = this.view.layers[found.node.layer]?.databases.get(found.source);
    if (database !== undefined && isOfKind(database, keep))
      return { content: database, layer: found.node.layer, path: found.path };
    this.#absent(found, "packages", keep);
    return null;
  }

  /**
   * The packages of a manifest that a walk met at `node`, a file and no link: parsed, or why it is not. One that can be had
   * by a second pass is asked for.
   */
  manifest(node: ViewNode, kind: ManifestKind): PackageDatabase | "fetched" | "sparse" | "too-large" | "not-fetched" {
    const source = this.view.sourcePathOf(node);
    const layer = this.view.layers[node.layer];
    const database = layer?.databases.get(source);
    if (database?.type === kind) return database;
    if (layer?.sparse.has(node.row) === true) return "sparse";
    if (this.view.sizeOf(node) > keepLimit[kind]) return "too-large";
    if (!this.#absence.fetch) return "not-fetched";
    this.missing.push({ layer: node.layer, path: source, keep: kind });
    return "fetched";
  }

  /** Paths of what lies in a folder, in order; empty when there is none. Beyond a bound they are a gap of `fact`. */
  list(folder: string, fact: FactName): string[] {
    const found = resolvePath(this.view, folder);
    if (found.kind !== "found" || found.node.children === null) return [];
    const names = found.node.children.names().sort();
    if (names.length > maxListed) {
      this.limits.add("gap", fact, folder, "inspect.too-many", { path: folder, limit: maxListed });
    }
    return names.slice(0, maxListed).map((name) => childPath(folder, name));
  }

  exists(path: string): boolean {
    return resolvePath(this.view, path).kind === "found";
  }

  #file(path: string, fact: FactName): { path: string; node: ViewNode; source: string } | null {
    const found = resolvePath(this.view, path);
    if (found.kind === "loop") this.limits.add("gap", fact, path, "inspect.link-loop", { path });
    if (found.kind !== "found" || found.node.type === "directory") return null;
    if (found.node.type === "file") {
      return { path: found.path, node: found.node, source: this.view.sourcePathOf(found.node) };
    }
    this.limits.add("gap", fact, path, "inspect.not-a-file", { path, type: found.node.type }, found.node.layer);
    return null;
  }

  #absent(found: { path: string; node: ViewNode; source: string }, fact: FactName, keep: Keep): void {
    const { path, node, source } = found;
    if (this.view.layers[node.layer]?.sparse.has(node.row) === true) {
      this.limits.add("gap", fact, path, "inspect.sparse", { path }, node.layer);
    } else if (keep !== "head" && keep !== "banner" && keep !== "digest" && this.view.sizeOf(node) > keepLimit[keep]) {
      const params = { path, bytes: this.view.sizeOf(node), limit: keepLimit[keep] };
      this.limits.add("gap", fact, path, "inspect.too-large", params, node.layer);
    } else if (this.#absence.fetch) this.missing.push({ layer: node.layer, path: source, keep });
    else {
      this.limits.add("gap", fact, path, "inspect.not-fetched", { path, cause: this.#absence.cause }, node.layer);
    }
  }
}

/** A list of files must not pass for the database of packages that a link promises, which would then be an empty one. */
function isOfKind(database: PackageDatabase, keep: DatabaseKeep): boolean {
  return isListOfFiles(database) ? keep === "deb-files" : database.type === keep;
}
