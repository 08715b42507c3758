import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditHeadless, reportFolder } from "../../scripts/start/headless.mjs";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "plimsoll-headless-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Plays the command line: what `images` answers, what `audit` ends with; notes what it was asked. */
function commandLine(
  images: { code: number; stdout: string; stderr?: string },
  audit: { code: number; report: boolean },
) {
  const asked: string[] = [];
  const run = async (_: string, args: readonly string[]) => {
    const words = args.slice(1);
    asked.push(words.join(" "));
    if (words[0] === "images") return { stderr: "", ...images };
    if (audit.report) await writeFile(join(folder, "report.pdf"), "%PDF");
    return { code: audit.code, stdout: "", stderr: "" };
  };
  const said: string[] = [];
  const printed: string[] = [];
  const world = {
    root: "/checkout",
    folder,
    run,
    say: (line: string) => void said.push(line),
    print: (line: string) => void printed.push(line),
  };
  return { world, asked, said, printed };
}

const list = (images: unknown[]) => ({ code: 0, stdout: JSON.stringify({ images }) });
const fine = { code: 0, report: true };

describe("the headless start", () => {
  it("audits what the engine holds and prints the path of the report last", async () => {
    const { world, asked, printed } = commandLine(list([{ id: "sha256:1" }]), fine);
    expect(await auditHeadless([], world)).toBe(0);
    expect(asked).toEqual(["images --format json", `audit --output ${folder}`]);
    expect(printed).toEqual([join(folder, "report.pdf")]);
  });

  it("audits the sample pair where no engine answers, and says why", async () => {
    const { world, asked, said } = commandLine({ code: 2, stdout: "", stderr: "plimsoll: no engine at x" }, fine);
    expect(await auditHeadless([], world)).toBe(0);
    expect(asked.at(-1)).toBe(`audit --sample --output ${folder}`);
    expect(said).toEqual(["no engine at x", "auditing the built-in sample pair instead"]);
  });

  it("audits the sample pair where the engine is empty", async () => {
    const { world, asked } = commandLine(list([]), fine);
    await auditHeadless([], world);
    expect(asked.at(-1)).toBe(`audit --sample --output ${folder}`);
  });

  it("still audits an engine of which one image cannot be listed", async () => {
    const { world, asked } = commandLine({ ...list([{ id: "sha256:1" }]), code: 2 }, fine);
    await auditHeadless([], world);
    expect(asked.at(-1)).toBe(`audit --output ${folder}`);
  });

  it.each([[["--sample"]], [["--archive=x.tar"]], [["--archive", "x.tar"]], [["--context", "far"]]])(
    "asks no engine when a source is named: %j",
    async (words) => {
      const { world, asked } = commandLine(list([]), fine);
      await auditHeadless(words, world);
      expect(asked).toEqual([`audit ${words.join(" ")} --output ${folder}`]);
    },
  );

  it.each([
    ["the audit's own exit code, with the report", { code: 2, report: true }, 2, 1],
    ["2 when no report came of it", { code: 0, report: false }, 2, 0],
  ])("ends with %s", async (_, audit, code, lines) => {
    const { world, printed } = commandLine(list([{ id: "sha256:1" }]), audit);
    expect(await auditHeadless([], world)).toBe(code);
    expect(printed).toHaveLength(lines);
  });
});

it("evidence of a run lies in a folder of its own, named by local time", () => {
  expect(reportFolder("/state", new Date(2026, 2, 4, 5, 6, 7))).toBe(resolve("/state", "reports", "2026-03-04-050607"));
});
