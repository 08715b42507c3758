// docs/PROOF.md: what the long tests found, with date, machine and figures. Each long test replaces its own section, between
// marks that bear its name, and leaves those of the others as they are.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, release, totalmem } from "node:os";

const head = `# Proof

What the long tests (\`npm run test:long\`) found when they last ran. Each section is written by its test.
`;

/**
 * Replaces the section `name` of the file, or adds it at the end; `lines` are Markdown, the title among them.
 * @param {string} file
 * @param {string} name letters, digits and dashes
 * @param {readonly string[]} lines
 */
export function writeProof(file, name, lines) {
  const before = existsSync(file) ? readFileSync(file, "utf8") : head;
  writeFileSync(file, withSection(before, name, lines));
}

/**
 * The text with that section in place.
 * @param {string} text
 * @param {string} name
 * @param {readonly string[]} lines
 */
export function withSection(text, name, lines) {
  const [from, to] = [`<!-- proof: ${name} -->`, `<!-- end of ${name} -->`];
  const section = [from, "", ...lines, "", to].join("\n");
  const start = text.indexOf(from);
  const end = text.indexOf(to);
  if (start >= 0 && end > start) return text.slice(0, start) + section + text.slice(end + to.length);
  return `${text.trimEnd()}\n\n${section}\n`;
}

/** Day and machine in one line: no name of a host, no path. */
export function machineLine(day = new Date().toISOString().slice(0, 10)) {
  const processors = cpus();
  const model = (processors[0]?.model ?? "unknown processor").trim();
  const memory = Math.round(totalmem() / 2 ** 30);
  const system = `${process.platform} ${release().split("-")[0]}, Node ${process.versions.node}`;
  return `${day}; ${processors.length} × ${model}, ${memory} GiB; ${system}.`;
}
