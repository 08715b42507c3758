import { describe, expect, it } from "vitest";
import { answer, isKind, refused } from "../../../main/desktop/ipc/answer.ts";
import { channels } from "../../../shared/ipc/channels.ts";
import { contract } from "../../../shared/ipc/contract.ts";
import { FailureError } from "../../../shared/model/failure.ts";

describe("a question of the page", () => {
  const said: string[] = [];
  const report = (line: string): void => void said.push(line);

  it("reaches its handler parsed, and its answer is a Result", async () => {
    const result = await answer("clipboard.write", { text: "x", more: 1 }, report, async (input) => {
      expect(input).toEqual({ text: "x" });
      return null;
    });
    expect(result).toEqual({ ok: true, value: null });
  });

  it.each([
    ["audit.get", { image: 5 }],
    ["report.export", { run: "a", language: "fr" }],
    ["images.list", { source: { kind: "archive", path: 1 } }],
    ["images.list", null],
    ["settings.set", { language: "klingon" }],
  ] as const)("is refused when %s is asked with %j, and the handler never hears of it", async (channel, input) => {
    said.length = 0;
    const result = await answer(channel, input, report, async () => expect.unreachable());
    expect(result).toMatchObject({ ok: false, failure: { kind: "usage" } });
    expect(said).toHaveLength(1);
  });

  it("gets a failure as a failure, and an unexpected error without its stack", async () => {
    const failure = { kind: "not-writable", path: "/x", cause: "no space left on the device" } as const;
    expect(
      await answer("clipboard.write", { text: "" }, report, () => Promise.reject(new FailureError(failure))),
    ).toEqual({ ok: false, failure });
    expect(await answer("clipboard.write", { text: "" }, report, () => Promise.reject(new TypeError("boom")))).toEqual({
      ok: false,
      failure: { kind: "internal", cause: "boom" },
    });
  });

  it("gets no answer that breaks the contract", async () => {
    const result = await answer("audit.get", { image: "x" }, report, async () => ({ run: 1 }));
    expect(result.ok).toBe(false);
  });
});

it("every channel of the table has its schemas, and no other", () => {
  expect(Object.keys(contract).sort()).toEqual(Object.keys(channels).sort());
});

it("names that stand on every object are no channels", () => {
  for (const name of ["constructor", "__proto__", "toString", "", 1, null]) expect(isKind(name, "ask")).toBe(false);
  expect(isKind("app.info", "ask")).toBe(true);
  expect(isKind("audit.run", "ask")).toBe(false);
  expect(refused().ok).toBe(false);
});

it("a partial change of the settings resets nothing", () => {
  expect(contract["settings.set"].in.parse({ language: "de" })).toEqual({ language: "de" });
});
