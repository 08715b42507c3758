import { describe, expect, test } from "vitest";
import {
  type AuditState,
  type AuditStep,
  idleAudit,
  isRunning,
  nextAuditState,
} from "../../../renderer/bridge/audit-state.ts";
import { isShownBy } from "../../../renderer/screens/images/filter.ts";
import { linesOf } from "../../../renderer/screens/images/image-line.ts";
import type { AuditEvent } from "../../../shared/model/audit-event.ts";
import { fakeAudit } from "../../support/fake-audits.ts";
import { fakeImage, fakeToday } from "../../support/fake-images.ts";

const source = { kind: "engine" } as const;
const images = [0, 1, 2].map(fakeImage);
const [first, second, third] = images.map(({ key }) => key) as [string, string, string];

function fold(...steps: AuditStep[]): AuditState {
  return steps.reduce(nextAuditState, idleAudit);
}
const start: AuditStep = { do: "start", source, keys: null };
const events = (...list: AuditEvent[]): AuditStep => ({ do: "events", events: list, on: fakeToday });
const found: AuditEvent = { kind: "found", source: { kind: "engine", name: "default" }, images, excluded: [] };
const audited = (index: number, depth: "config" | "full"): AuditEvent => ({
  kind: "audited",
  key: fakeImage(index).key,
  depth,
  audit: fakeAudit(index, depth),
});

describe("a running audit", () => {
  test("of everything waits for each image that was found", () => {
    const state = fold(start, events(found));
    expect(isRunning(state)).toBe(true);
    expect([...state.rows.keys()]).toEqual([first, second, third]);
    expect(state.total).toBe(3);
  });

  test("of a selection waits for that selection alone, though the source holds more", () => {
    const state = fold({ do: "start", source, keys: [second] }, events(found));
    expect([...state.rows]).toEqual([[second, { kind: "waiting" }]]);
  });

  test("fills rows first from the config, then in full", () => {
    const early = fold(start, events(found, audited(0, "config")));
    expect(early.rows.get(first)).toMatchObject({ kind: "config" });
    const full = nextAuditState(early, events(audited(0, "full")));
    expect(full.rows.get(first)).toMatchObject({ kind: "full", last: { on: fakeToday } });
  });

  test("keeps what failed with its reason", () => {
    const failure = { kind: "image-unreadable", reference: "x", cause: "cut" } as const;
    const state = fold(start, events(found, { kind: "failed", key: first, reference: "x", failure }));
    expect(state.rows.get(first)).toEqual({ kind: "failed", failure });
  });

  test("that ends early leaves no verdict, since it is not kept, but what could not be read", () => {
    const failure = { kind: "image-unreadable", reference: "x", cause: "cut" } as const;
    const failed: AuditEvent = { kind: "failed", key: third, reference: "x", failure };
    const state = fold(start, events(found, audited(0, "full"), audited(1, "config"), failed), {
      do: "end",
      result: { ok: false, failure: { kind: "cancelled" } },
    });
    expect(state.phase).toBe("failed");
    expect([...state.rows.keys()]).toEqual([third]);
  });

  test("cannot be cancelled when it does not run", () => {
    expect(fold({ do: "cancel" }).phase).toBe("idle");
    expect(fold(start, { do: "cancel" }).phase).toBe("cancelling");
  });
});

describe("lines of the list", () => {
  const rows = images.map((listed) => ({ listed }));

  test("from the config alone are marked, and count as unread and not as ending", () => {
    const [line] = linesOf(rows, fold(start, events(found, audited(0, "config"))), source);
    expect(line).toMatchObject({ isFirst: true });
    expect(line !== undefined && isShownBy("unread", line, fakeToday)).toBe(true);
    expect(line !== undefined && isShownBy("ending", line, fakeToday)).toBe(false);
  });

  test("keep a kept audit while first verdicts come in", () => {
    const kept = fakeAudit(0);
    const last = { on: fakeToday, finishedAt: "", summary: kept.summary, os: "kept" };
    const [line] = linesOf(
      [{ listed: images[0] ?? fakeImage(0), last }],
      fold(start, events(found, audited(0, "config"))),
      source,
    );
    expect(line).toMatchObject({ isFirst: false, last: { os: "kept" } });
  });

  test("of another source take nothing from the run", () => {
    const [line] = linesOf(rows, fold(start, events(found, audited(0, "full"))), { kind: "sample" });
    expect(line).toMatchObject({ last: null, progress: null });
  });
});
