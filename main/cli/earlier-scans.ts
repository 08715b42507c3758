// What kept audits know of an image's vulnerabilities: those of the same image, and of the image that had one of its names before.
import type { External } from "../../shared/model/facts.ts";
import type { ImageIdentity } from "../../shared/model/image.ts";
import type { AuditStore } from "../store/audits.ts";

/** External facts of the newest audit of each such image; the runs are listed once, later ones are not seen. */
export function earlierScans(
  store: Pick<AuditStore, "runs" | "newestAudits">,
): (image: Pick<ImageIdentity, "id" | "references">) => Promise<readonly External[]> {
  let opened: ReturnType<typeof open> | null = null;
  const open = async () => ({ runs: await store.runs(), newest: await store.newestAudits() });
  return async ({ id, references }) => {
    opened ??= open();
    const { runs, newest } = await opened;
    const former = runs
      .flatMap(({ images }) => images)
      .filter((kept) => !kept.ids.includes(id) && kept.references.some((name) => references.includes(name)))
      .at(-1)?.ids[0];
    const ids = [id, ...(former === undefined ? [] : [former])];
    const audits = await Promise.all(ids.map((one) => newest(one)));
    return audits.flatMap((kept) => kept?.audit.facts.external ?? []);
  };
}
