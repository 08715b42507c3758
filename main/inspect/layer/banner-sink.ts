// Searches a program for the version that it states about itself, while it streams by: no more is held than the seam
// between two pieces, and the search ends with the first find.
import { bannerReach, bannersOf } from "../runtimes/program-signs.ts";

interface BannerSink {
  push(piece: Buffer): void;
  end(): { readonly kind: "text"; readonly text: Buffer };
}

/** What is kept are the banners found, as `programCandidate` reads them; an empty text when there is none. */
export function bannerSink(path: string): BannerSink {
  const wanted = new Set(bannersOf(path));
  const lines: string[] = [];
  let tail: Buffer = Buffer.alloc(0);
  const search = (bytes: Buffer) => {
    for (const banner of wanted) {
      if (banner.literal !== undefined && !bytes.includes(banner.literal, 0, "latin1")) continue;
      // What touches an end may go on beyond it, and be another version: the seam shows it whole.
      const whole = [...bytes.toString("latin1").matchAll(banner.pattern)].find(
        ({ index, 0: match }) => index > 0 && index + match.length < bytes.length,
      );
      if (whole?.[1] === undefined) continue;
      lines.push(`${banner.product} ${whole[1]}`);
      wanted.delete(banner);
    }
  };
  return {
    push(piece) {
      if (wanted.size === 0) return;
      // The seam twice the reach, so that what stands before and behind a banner is seen as well.
      const seam = Buffer.concat([tail, piece.subarray(0, 2 * bannerReach)]);
      search(seam);
      if (piece.length > 2 * bannerReach) search(piece);
      tail = Buffer.from((piece.length >= 2 * bannerReach ? piece : seam).subarray(-2 * bannerReach));
    },
    end: () => ({ kind: "text", text: Buffer.from(lines.join("\n")) }),
  };
}
