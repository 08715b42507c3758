// Names by which a layer hides what lies below it (OCI image specification, "layer", whiteouts): `.wh.NAME` hides NAME,
// `.wh..wh..opq` all that lower layers have in the folder. Other names that begin with `.wh..wh.` are left from aufs.

export type Mark =
  | { readonly kind: "hides"; readonly name: string }
  | { readonly kind: "opaque" }
  | { readonly kind: "none" }
  | { readonly kind: "malformed" };

const prefix = ".wh.";
const metaPrefix = ".wh..wh.";

/** What the name of an entry marks; null = it is an ordinary name. `none` hides nothing and is shown by no container. */
export function markOf(name: string): Mark | null {
  if (!name.startsWith(prefix)) return null;
  if (name === ".wh..wh..opq") return { kind: "opaque" };
  if (name.startsWith(metaPrefix)) return { kind: "none" };
  const hidden = name.slice(prefix.length);
  return hidden === "" || hidden === "." || hidden === ".." ? { kind: "malformed" } : { kind: "hides", name: hidden };
}
