// `npm run measure`: the sizes that the house rules speak of, as a table: lines a file, tests to source, ways around the
// type checker a thousand lines.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./setup/places.mjs";

const longest = 300;
const areas = ["shared", "main", "renderer", "scripts", "test"];

/** All code files of a folder with their lines. */
function codeOf(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const text = readFileSync(path, "utf8");
      return { path: path.slice(root.length + 1), text, lines: text.trimEnd().split("\n").length };
    });
}

/** The value below which `share` of the sorted numbers lie. */
function quantile(numbers, share) {
  return numbers[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0;
}

function count(files, pattern) {
  return files.reduce((sum, { text }) => sum + (text.match(pattern)?.length ?? 0), 0);
}

function row(name, files) {
  const sizes = files.map(({ lines }) => lines).sort((a, b) => a - b);
  const total = sizes.reduce((sum, lines) => sum + lines, 0);
  return {
    area: name,
    files: files.length,
    lines: total,
    median: quantile(sizes, 0.5),
    p90: quantile(sizes, 0.9),
    max: sizes.at(-1) ?? 0,
    [`over ${longest}`]: sizes.filter((lines) => lines > longest).length,
    "any/kLOC": perThousand(count(files, /^(?!\s*(?:\/\/|\*|\/\*)).*(?::|<|\bas)\s?any\b/gm), total),
    "suppressions/kLOC": perThousand(count(files, /@ts-(ignore|expect-error|nocheck)|biome[-]ignore/g), total),
  };
}

function perThousand(number, lines) {
  return lines === 0 ? 0 : Number(((number * 1000) / lines).toFixed(2));
}

const files = Object.fromEntries(areas.map((area) => [area, codeOf(area)]));
const source = [...files.shared, ...files.main, ...files.renderer];
console.table([...areas.map((area) => row(area, files[area])), row("source", source)]);
const ratio = row("", files.test).lines / row("", source).lines;
console.log(`tests to source: ${ratio.toFixed(2)} to 1`);
for (const { path, lines } of Object.values(files)
  .flat()
  .filter(({ lines }) => lines > longest))
  console.log(`${lines}  ${path}`);
