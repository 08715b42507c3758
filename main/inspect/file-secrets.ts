// Secrets in files as facts: those a container sees, those a later layer took away, and those that lie in a layer
// without ever being seen. All of them can be read by whoever has the image.
import type { Secret } from "../../shared/model/facts.ts";
import type { SecretHit } from "./layer/layer-facts.ts";
import type { MergedView } from "./layer/merged-view.ts";
import type { ViewNode } from "./layer/view-node.ts";

/** Gathers while the view is walked. */
export class FileSecrets {
  readonly #view: MergedView;
  readonly #names = new Map<ViewNode, string[]>();

  constructor(view: MergedView) {
    this.#view = view;
  }

  see(path: string, node: ViewNode): void {
    if (!this.#view.hasSecret(node)) return;
    const names = this.#names.get(node);
    if (names === undefined) this.#names.set(node, [path]);
    else names.push(path);
  }

  /** By path, layer and kind. */
  facts(): Secret[] {
    const places = new Map<string, { path: string; removedInLayer?: number }>();
    for (const { path, node, removedInLayer } of this.#view.removed) {
      places.set(keyOf(node.layer, node.row), { path, removedInLayer });
    }
    // A file that is still there under another name was not taken away.
    for (const [node, names] of this.#names) places.set(keyOf(node.layer, node.row), { path: names.sort()[0] ?? "" });
    const secrets = this.#view.layers.flatMap((facts, layer) =>
      facts.secrets.map((hit) =>
        secretOf(
          hit,
          layer,
          places.get(keyOf(layer, hit.row)) ?? { path: facts.entries.path(hit.row), removedInLayer: layer },
        ),
      ),
    );
    const order = ({ path, layer, kind }: Secret) => `${path}\0${layer}\0${kind}`;
    return secrets.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
  }
}

function keyOf(layer: number, row: number): string {
  return `${layer} ${row}`;
}

function secretOf(hit: SecretHit, layer: number, place: { path: string; removedInLayer?: number }): Secret {
  const { kind, preview, ground, name } = hit;
  return { kind, where: "file", ...place, ...(name === undefined ? {} : { name }), layer, preview, ground };
}
