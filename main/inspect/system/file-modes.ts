// What the modes and owners of the merged view say: setuid and setgid files, what everyone may write, what belongs to
// nobody, and what of these a later layer took away.
import type { CapableFile, FileFact, FileFacts } from "../../../shared/model/facts.ts";
import type { MergedView } from "../layer/merged-view.ts";
import { isArmed, type ViewNode } from "../layer/view-node.ts";
import type { Limits } from "../limit.ts";
import type { Accounts } from "./accounts.ts";

type Names = Map<ViewNode, string[]>;

const setuid = 0o4000;
const setgid = 0o2000;
const worldWritable = 0o002;
/** Files of one kind that are listed, the first by path; the rest is counted in a limit. */
const maxListed = 5000;
/** Files of one kind that are gathered before they are put in order: memory is bounded for any image. */
const maxGathered = 20 * maxListed;

/** Gathers while the view is walked; hard links are one file with several names. */
export class FileModes {
  readonly #view: MergedView;
  readonly #users: ReadonlySet<number>;
  readonly #groups: ReadonlySet<number>;
  readonly #lists = {
    setuid: { names: new Map() as Names, more: 0 },
    setgid: { names: new Map() as Names, more: 0 },
    worldWritable: { names: new Map() as Names, more: 0 },
    unowned: { names: new Map() as Names, more: 0 },
    capable: { names: new Map() as Names, more: 0 },
  };
  /** Files that are met under several names, and files that may be asked for. */
  readonly #seen = new Set<ViewNode>();
  #count = 0;
  #bytes = 0;

  constructor(view: MergedView, accounts: Accounts) {
    this.#view = view;
    // Root is root with or without a name in passwd.
    this.#users = new Set([0, ...accounts.accounts.map(({ uid }) => uid)]);
    this.#groups = new Set([0, ...accounts.groups.map(({ gid }) => gid)]);
  }

  /** Takes one entry of the view. */
  see(path: string, node: ViewNode): void {
    this.#count++;
    if (!this.#seen.has(node)) this.#bytes += this.#view.sizeOf(node);
    const { setuid: withUser, setgid: withGroup, worldWritable: writable, unowned } = this.#lists;
    if (isArmed(node)) {
      if ((node.mode & setuid) !== 0) note(withUser, path, node);
      if ((node.mode & setgid) !== 0) note(withGroup, path, node);
    }
    if ((node.mode & worldWritable) !== 0 && (node.type === "file" || node.type === "directory")) {
      note(writable, path, node);
    }
    if (!this.#users.has(node.uid) || !this.#groups.has(node.gid)) note(unowned, path, node);
    if (this.#view.capabilitiesOf(node) !== null) note(this.#lists.capable, path, node);
    if (node.linked || isArmed(node) || this.#view.hasSecret(node)) this.#seen.add(node);
  }

  /** Whether a file of interest is still there under some name. */
  isThere(node: ViewNode): boolean {
    return this.#seen.has(node);
  }

  facts(limits: Limits): FileFacts {
    const removed = this.#view.removed
      .filter(({ node, rearmed, removedInLayer }) => isArmed(node) && !rearmed && removedInLayer > node.layer)
      .filter(({ node }) => !this.#seen.has(node))
      .map(({ path, node, removedInLayer }) => ({ ...factOf(path, node), removedInLayer }));
    const list = (kind: string, { names, more }: Gathered) => listed(kind, [...names].map(linkedFact), more, limits);
    return {
      setuid: list("setuid", this.#lists.setuid),
      setgid: list("setgid", this.#lists.setgid),
      worldWritable: list("world-writable", this.#lists.worldWritable),
      unowned: list("unowned", this.#lists.unowned),
      removed: listed("removed setuid", removed, 0, limits),
      capabilities: this.#capable(limits),
      count: this.#count,
      bytes: this.#bytes,
    };
  }

  #capable(limits: Limits): CapableFile[] {
    const { names, more } = this.#lists.capable;
    const facts = [...names].flatMap(([node, paths]): CapableFile[] => {
      const found = this.#view.capabilitiesOf(node);
      const [path = "", ...links] = [...paths].sort();
      if (found === null) return [];
      const { capabilities, inheritable, effective, rootId } = found;
      return [
        {
          path,
          layer: node.layer,
          capabilities: [...capabilities],
          ...(inheritable === undefined ? {} : { inheritable: [...inheritable] }),
          effective,
          ...(rootId === undefined ? {} : { rootId }),
          ...(links.length === 0 ? {} : { links }),
        },
      ];
    });
    return listed("capabilities", facts, more, limits);
  }
}

interface Gathered {
  readonly names: Names;
  more: number;
}

function note(gathered: Gathered, path: string, node: ViewNode): void {
  const names = gathered.names.get(node);
  if (names !== undefined) names.push(path);
  else if (gathered.names.size < maxGathered) gathered.names.set(node, [path]);
  else gathered.more++;
}

function linkedFact([node, names]: readonly [ViewNode, readonly string[]]): FileFact {
  const [first = "", ...links] = [...names].sort();
  return links.length === 0 ? factOf(first, node) : { ...factOf(first, node), links };
}

function factOf(path: string, node: ViewNode): FileFact {
  const { mode, uid, gid, layer } = node;
  const fact = { path, mode: mode.toString(8).padStart(3, "0"), uid, gid, layer };
  return node.type === "directory" ? { ...fact, folder: true } : fact;
}

function listed<T extends Pick<FileFact, "path" | "layer">>(
  kind: string,
  facts: T[],
  more: number,
  limits: Limits,
): T[] {
  const order = ({ path, layer }: T) => `${path}\0${String(layer).padStart(6, "0")}`;
  facts.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  const count = Math.max(0, facts.length - maxListed) + more;
  if (count > 0) limits.add("note", "files", kind, "inspect.more-files", { count });
  return facts.slice(0, maxListed);
}
