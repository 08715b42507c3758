import { describe, expect, test } from "vitest";
import { commandFor } from "../../../renderer/actions/command-for.ts";
import type { SourceSpec } from "../../../shared/model/source-spec.ts";

const id = `sha256:${"a".repeat(64)}`;

describe("the command that does the same", () => {
  test.each<[SourceSpec, string]>([
    [{ kind: "engine" }, "plimsoll audit"],
    [{ kind: "engine", context: "colima" }, "plimsoll audit --context colima"],
    [
      { kind: "engine", url: "tcp://10.0.0.5:2375", insecure: true },
      "plimsoll audit --engine tcp://10.0.0.5:2375 --insecure",
    ],
    [{ kind: "archive", path: "/home/ada/my image.tar" }, "plimsoll audit --archive '/home/ada/my image.tar'"],
    [{ kind: "layout", path: "/srv/oci" }, "plimsoll audit --layout '/srv/oci'"],
    [{ kind: "sample" }, "plimsoll audit --sample"],
  ])("names the source of %o", (source, command) => {
    expect(commandFor(source, null)).toBe(command);
  });

  test("names chosen images by reference, and those without one by id", () => {
    const images = [
      { id, references: ["shop/api:7.2", "shop/api:latest"] },
      { id, references: [] },
    ];
    expect(commandFor({ kind: "engine" }, images)).toBe(`plimsoll audit shop/api:7.2 ${id}`);
  });

  test.each(["x;rm -rf ~", "$(id)", "`id`", "-h", "a b", "a\nb", "a'b", "\u202ex"])(
    "falls back to the id for a name that a shell could misread: %j",
    (name) => {
      expect(commandFor({ kind: "engine" }, [{ id, references: [name] }])).toBe(`plimsoll audit ${id}`);
    },
  );

  test("quotes what has no safe other name, quotes included", () => {
    expect(commandFor({ kind: "engine", context: "it's" }, null)).toBe("plimsoll audit --context 'it'\\''s'");
    expect(commandFor({ kind: "engine" }, [{ id: "$(id)", references: [] }])).toBe("plimsoll audit '$(id)'");
  });
});
