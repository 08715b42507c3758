// Refreshing by itself, with a clock that the test moves: only where it is wanted, asked hourly, never twice at once.
import { describe, expect, it } from "vitest";
import { dataRefresher } from "../../../main/desktop/data-refresher.ts";
import { FailureError } from "../../../shared/model/failure.ts";

/** Timers that run when the test says that time has passed. */
function fakeTime() {
  let now = 0;
  let timers: { at: number; run: () => void }[] = [];
  return {
    after(ms: number, run: () => void) {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    async pass(ms: number) {
      const end = now + ms;
      await new Promise((resolve) => setImmediate(resolve));
      for (;;) {
        const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        timers = timers.filter((one) => one !== next);
        now = next.at;
        next.run();
        await new Promise((resolve) => setImmediate(resolve));
      }
      now = end;
    },
    waiting: () => timers.length,
  };
}
const hour = 3_600_000;

function started(options: { wanted?: boolean; refresh?: (signal: AbortSignal) => Promise<unknown> } = {}) {
  const time = fakeTime();
  const heard = { asked: 0, looked: 0, said: [] as string[], signals: [] as AbortSignal[] };
  const state = { wanted: options.wanted ?? true };
  const refresher = dataRefresher({
    isWanted: () => state.wanted,
    refresh: (signal) => {
      heard.asked += 1;
      heard.signals.push(signal);
      return options.refresh?.(signal) ?? Promise.resolve();
    },
    after: time.after,
    looked: () => {
      heard.looked += 1;
    },
    report: (line) => heard.said.push(line),
  });
  return { time, heard, state, refresher };
}

describe("dataRefresher", () => {
  it("does nothing before it is started, and asks at once and hourly from then on", async () => {
    const { time, heard, refresher } = started();
    await time.pass(5 * hour);
    expect(heard.asked).toBe(0);
    refresher.start();
    await time.pass(0);
    expect(heard.asked).toBe(1);
    await time.pass(3 * hour);
    expect(heard).toMatchObject({ asked: 4, looked: 4 });
  });

  it("asks nobody until it is switched on, and nobody once it is off again", async () => {
    const { time, heard, state, refresher } = started({ wanted: false });
    refresher.start();
    await time.pass(48 * hour);
    expect(heard).toMatchObject({ asked: 0, looked: 0 });
    state.wanted = true;
    refresher.check();
    expect(heard.asked).toBe(1);
    state.wanted = false;
    await time.pass(48 * hour);
    expect(heard.asked).toBe(1);
  });

  it("never has two looks at once", async () => {
    let end = (): void => undefined;
    const { time, heard, refresher } = started({ refresh: () => new Promise<void>((resolve) => (end = resolve)) });
    refresher.start();
    refresher.check();
    await time.pass(2 * hour);
    expect(heard.asked).toBe(1);
    end();
    await time.pass(hour);
    expect(heard.asked).toBe(2);
  });

  it("goes on after a failure; what the source did wrong is kept elsewhere, the rest is said", async () => {
    const refused = new FailureError({ kind: "data-refused", source: "s", why: { key: "data.page" } });
    const failures: Error[] = [refused, new FailureError({ kind: "not-writable", path: "/x", cause: "disk full" })];
    const { time, heard, refresher } = started({ refresh: () => Promise.reject(failures.shift() ?? refused) });
    refresher.start();
    await time.pass(3 * hour);
    expect(heard).toMatchObject({ asked: 4, looked: 4, said: ["data: cannot write /x: disk full"] });
  });

  it("ends for good: what runs is cancelled, nothing is said or planned any more", async () => {
    const { time, heard, refresher } = started({
      refresh: (signal) =>
        new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true })),
    });
    refresher.start();
    refresher.stop();
    await time.pass(3 * hour);
    refresher.check();
    expect(heard).toMatchObject({ asked: 1, looked: 0, said: [] });
    expect(heard.signals[0]?.aborted).toBe(true);
    expect(time.waiting()).toBe(0);
  });
});
