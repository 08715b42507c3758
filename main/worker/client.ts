// The scanner over a wire: what a face uses instead of reading images in its own process.
import { type Failure, FailureError } from "../../shared/model/failure.ts";
import type { InspectEvent } from "../../shared/model/inspection.ts";
import type { SourceSpec } from "../../shared/model/source-spec.ts";
import type { ScanList, Scanner } from "../scanner.ts";
import { FromWorker, type ToWorker, type Wire } from "./protocol.ts";

type Answer = Exclude<FromWorker, { say: "warning" }>;

export interface ScanClient {
  /** A scanner of one source in the scan process. */
  scanner(spec: SourceSpec): Scanner;
  /** Tells every waiting job that the process is gone; the client is of no use afterwards. */
  lost(cause: string): void;
}

interface Job {
  push(message: Answer): void;
}

/** `warn` hears what stops no job. */
export function scanClient(wire: Wire, warn: (text: string) => void): ScanClient {
  let next = 0;
  let gone: Failure | null = null;
  const jobs = new Map<number, Job>();
  wire.listen((raw) => {
    const message = FromWorker.parse(raw);
    if (message.say === "warning") warn(message.text);
    else jobs.get(message.job)?.push(message);
  });

  /** Sends a job and yields its messages until `end`, `list` or `failed`; abandoning it cancels it. */
  async function* run(message: Exclude<ToWorker, { do: "cancel" }>, signal: AbortSignal): AsyncGenerator<Answer> {
    if (gone !== null) throw new FailureError(gone);
    const queue: Answer[] = [];
    let wake: (() => void) | null = null;
    const rouse = (): void => wake?.();
    jobs.set(message.job, {
      push: (answer) => {
        queue.push(answer);
        rouse();
      },
    });
    const cancel = (): void => {
      wire.post({ do: "cancel", job: message.job } satisfies ToWorker);
      rouse();
    };
    signal.addEventListener("abort", cancel, { once: true });
    wire.post(message);
    let ended = false;
    try {
      for (;;) {
        if (signal.aborted) throw signal.reason;
        const answer = queue.shift();
        if (answer === undefined) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
          continue;
        }
        if (answer.say === "failed") {
          ended = true;
          throw new FailureError(answer.failure);
        }
        ended = answer.say !== "event";
        yield answer;
        if (ended) return;
      }
    } finally {
      jobs.delete(message.job);
      signal.removeEventListener("abort", cancel);
      if (!ended && !signal.aborted) wire.post({ do: "cancel", job: message.job } satisfies ToWorker);
    }
  }

  return {
    scanner: (spec) => ({
      async list(signal): Promise<ScanList> {
        next += 1;
        for await (const answer of run({ do: "list", job: next, spec }, signal)) {
          if (answer.say === "list") return answer.list;
        }
        throw new FailureError({ kind: "internal", cause: "the scan process gave no list" });
      },
      async *inspect(keys, signal): AsyncGenerator<InspectEvent> {
        next += 1;
        for await (const answer of run({ do: "inspect", job: next, spec, keys: [...keys] }, signal)) {
          if (answer.say === "event") yield answer.event;
        }
      },
      async surroundings(scopes, signal) {
        next += 1;
        for await (const answer of run({ do: "surroundings", job: next, spec, scopes: [...scopes] }, signal)) {
          if (answer.say === "surroundings") return answer.surroundings;
        }
        throw new FailureError({ kind: "internal", cause: "the scan process said nothing of the surroundings" });
      },
      close: async () => undefined,
    }),
    lost(cause) {
      gone = { kind: "internal", cause };
      for (const [job, { push }] of jobs) push({ say: "failed", job, failure: gone });
    },
  };
}
