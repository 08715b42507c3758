// Searches a program for the version that it states about itself, while it streams by: no more is held than the seam
// between two pieces, and the search ends with the first find.
import { bannerReach, bannersOf } from "../runtimes/program-signs.ts";
import type { FileSink } from "./file-sink.ts";

/** What is kept are the banners found, as `programCandidate` reads them; an empty text when there is none. */
export function bannerSink(path: string): FileSink {
  const wanted = new Set(bannersOf(path));
  const lines: string[] = [];
  let tail: Buffer = Buffer.alloc(0);
  const search = (bytes: Buffer, reach: number) => {
    for (const banner of wanted) {
      if (banner.literal !== undefined && !bytes.includes(banner.literal, 0, "latin1")) continue;
      const version = banner.pattern.exec(bytes.toString("latin1", 0, reach))?.[1];
      if (version === undefined) continue;
      lines.push(`${banner.product} ${version}`);
      wanted.delete(banner);
    }
  };
  return {
    push(piece) {
      if (wanted.size === 0) return;
      // The seam twice the reach, so that what stands before and behind a banner is seen as well.
      const seam = Buffer.concat([tail, piece.subarray(0, 2 * bannerReach)]);
      search(seam, seam.length);
      if (piece.length > 2 * bannerReach) search(piece, piece.length);
      tail = Buffer.from((piece.length >= 2 * bannerReach ? piece : seam).subarray(-2 * bannerReach));
    },
    end: () => ({ kind: "text", text: Buffer.from(lines.join("\n")) }),
  };
}
