// The scan process's side: opens sources, lists and inspects, one job a message, each cancellable.
import { failureOf } from "../../shared/model/failure.ts";
import type { SourceSpec } from "../../shared/model/source-spec.ts";
import type { Scanner } from "../scanner.ts";
import { type FromWorker, ToWorker, type Wire } from "./protocol.ts";

/** Serves scanners over a wire. `open` makes the scanner of a source; it is kept until the source is listed again. */
export function serveScanner(wire: Wire, open: (spec: SourceSpec) => Promise<Scanner>): void {
  const jobs = new Map<number, AbortController>();
  const scanners = new Map<string, Promise<Scanner>>();
  const post = (message: FromWorker): void => wire.post(message);

  const scannerOf = async (spec: SourceSpec, fresh: boolean): Promise<Scanner> => {
    const key = JSON.stringify(spec);
    const known = scanners.get(key);
    if (known !== undefined && !fresh) return known;
    scanners.delete(key);
    // A source that can no longer be closed is only forgotten; its connections end with it.
    void known?.then((scanner) => scanner.close()).catch(() => undefined);
    const opened = open(spec);
    scanners.set(key, opened);
    opened.catch(() => scanners.delete(key));
    return opened;
  };

  const work = async (message: Exclude<ToWorker, { do: "cancel" }>, signal: AbortSignal): Promise<void> => {
    const scanner = await scannerOf(message.spec, message.do === "list");
    if (message.do === "list") {
      const list = await scanner.list(signal);
      post({
        say: "list",
        job: message.job,
        list: { ...list, images: [...list.images], excluded: [...list.excluded], failures: [...list.failures] },
      });
      return;
    }
    if (message.do === "surroundings") {
      const surroundings = await scanner.surroundings(message.scopes, signal);
      post({ say: "surroundings", job: message.job, surroundings });
      return;
    }
    for await (const event of scanner.inspect(message.keys, signal)) post({ say: "event", job: message.job, event });
    post({ say: "end", job: message.job });
  };

  wire.listen((raw) => {
    const message = ToWorker.parse(raw);
    if (message.do === "cancel") {
      jobs.get(message.job)?.abort(new DOMException("cancelled", "AbortError"));
      return;
    }
    const controller = new AbortController();
    jobs.set(message.job, controller);
    work(message, controller.signal)
      .catch((error) => post({ say: "failed", job: message.job, failure: failureOf(error) }))
      .finally(() => jobs.delete(message.job));
  });
}
