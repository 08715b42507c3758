// Of all programs and libraries that a container sees, wherever they lie: which lack a protection.
import type { SystemFacts } from "../../../shared/model/system-facts.ts";
import type { MergedView } from "../layer/merged-view.ts";
import type { ViewNode } from "../layer/view-node.ts";
import type { Limits } from "../limit.ts";
import { elfFlag, mayBeElf } from "./elf-protections.ts";
import { FirstByPath, watchedFile } from "./first-by-path.ts";

type Elf = NonNullable<SystemFacts["elf"]>;

/** Gathers while the view is walked. */
export class ProgramProtections {
  readonly #view: MergedView;
  readonly #executableStack = new FirstByPath<Elf["executableStack"]["first"][number]>();
  readonly #fixedAddress = new FirstByPath<Elf["fixedAddress"]["first"][number]>();
  readonly #unread = { count: 0, path: "" };
  #examined = 0;

  constructor(view: MergedView) {
    this.#view = view;
  }

  /** Takes one entry of the view. */
  see(path: string, node: ViewNode): void {
    if (node.type !== "file" || !mayBeElf(path, node.mode)) return;
    const layer = this.#view.layers[node.layer];
    const flags = layer?.elf.get(node.row);
    if (flags === undefined ? layer?.sparse.has(node.row) === true : (flags & elfFlag.unread) !== 0) {
      if (this.#unread.count++ === 0 || path < this.#unread.path) this.#unread.path = path;
    } else if (flags !== undefined) {
      this.#examined++;
      if ((flags & elfFlag.executableStack) !== 0) this.#executableStack.add(watchedFile(path, node));
      if ((flags & elfFlag.fixedAddress) !== 0) this.#fixedAddress.add(watchedFile(path, node));
    }
  }

  /** Those whose head could not be looked at are a note on `system`. */
  facts(limits: Limits): Elf {
    const { count, path } = this.#unread;
    if (count > 0) limits.add("note", "system", path, "inspect.elf-not-read", { count, path });
    const [executableStack, fixedAddress] = [this.#executableStack.end(), this.#fixedAddress.end()];
    return { examined: this.#examined, executableStack, fixedAddress };
  }
}
