// Whether a container still runs what its tag names today, on this engine: no registry is asked. A container that was started
// by digest or by id is meant to stay as it is.
import { pointAt, verdictOf } from "../../containers/verdict-of.ts";
import { words } from "../../control-phrase.ts";
import { defineSurroundingCheck } from "../../define-surrounding-check.ts";

export const currentImage = defineSurroundingCheck({
  decides: ["cis-docker:5.28"],
  needs: ["container.inspect", "container.image"],
  lacks: ({ container: { image } }) =>
    image.current === null && !isPinned(image)
      ? words("container.image-name-gone", { reference: image.reference })
      : null,
  judge({ container: { image } }) {
    const { reference, id, current } = image;
    if (isPinned(image)) return { status: "not-applicable", reason: words("container.image-pinned", { reference }) };
    const params = { reference, id: short(id), current: short(current ?? "") };
    return verdictOf({
      fails: bare(id) === bare(current ?? "") ? [] : [pointAt("Image", "container.image-stale", params)],
      passes: pointAt("Image", "container.image-current", params),
    });
  },
});

/** A reference with a digest, or an image id, also shortened. */
function isPinned({ reference, id }: { readonly reference: string; readonly id: string }): boolean {
  if (/@[a-z0-9]+:[0-9a-f]{32,}$/i.test(reference)) return true;
  const hex = bare(reference);
  return /^[0-9a-f]{64}$/.test(hex) || (/^[0-9a-f]{4,63}$/.test(hex) && bare(id).startsWith(hex));
}

function bare(id: string): string {
  return id.replace(/^sha256:/, "");
}

function short(id: string): string {
  return bare(id).slice(0, 12);
}
