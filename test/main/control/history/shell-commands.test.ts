import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shellCommands } from "../../../../main/control/history/shell-commands.ts";

const commands = (script: string) =>
  shellCommands(script, (name) => name === "apk").map(({ program, args }) => [program, ...args].join(" "));

describe("the commands of a script", () => {
  it.each<[string, string[]]>([
    ["a b && c || d; e | f & g", ["a b", "c", "d", "e", "f", "g"]],
    ["a \\\n  b\nc", ["a b", "c"]],
    [`a 'b && c' "d; e" f\\ g`, ["a b && c d; e f g"]],
    ["a > /x 2>&1 < y && b &> z; c 2>/dev/null d", ["a", "b", "c d"]],
    ["A=1 B='2 3' /usr/bin/x y", ["x y"]],
    ["if a; then b; else c; fi", ["a", "b", "c", "fi"]],
    ["(a; b) && { c; }", ["a", "b", "c"]],
    ["sh -c 'a && b' && bash -ec \"c; d\"", ["a", "b", "c", "d"]],
    ["eval 'a; b'", ["a", "b"]],
    ["x=$(a | b) c `d`", ["a", "b", "d", "c $()"]],
    ['echo "$(a; b)" c', ["a", "b", "echo $() c"]],
    ["sudo -u root apk add x", ["apk add x"]],
    ["cat <<EOF > f\na && b\nEOF\nc", ["cat", "c"]],
    ["sh <<-'END'\n\ta\n\tb\n\tEND\nc", ["sh", "a", "b", "c"]],
    ["<<EOF\na\nEOF", ["a"]],
    ["a # b && c\nd#e", ["a", "d#e"]],
    ["a <<< 'b'", ["a"]],
    ["", []],
    ["'unclosed && a", ["unclosed && a"]],
  ])("%j", (script, expected) => expect(commands(script)).toEqual(expected));

  it("are found in any text without an end in nesting or a throw", () => {
    const piece = fc.constantFrom(
      "'",
      '"',
      "`",
      "$(",
      ")",
      "\\",
      "\n",
      "<<E",
      "E",
      ";",
      "sh -c ",
      "eval ",
      "a",
      " ",
      ">",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(Array.isArray(commands(pieces.join("")))).toBe(true);
      }),
    );
    expect(commands(`${"$(".repeat(5_000)}a`).length).toBeLessThan(20);
  });
});
