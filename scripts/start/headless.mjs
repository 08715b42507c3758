// The app's job where no window can be shown: audit what the local engine holds, else the built-in sample pair, through
// the command line of this checkout; print its table and, as the very last line, where the signed report is.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { runProgram } from "../setup/run-program.mjs";

const sourceOptions = ["--sample", "--archive", "--layout", "--context", "--engine"];

/**
 * Audits headless.
 * @param {readonly string[]} words options for `plimsoll audit`; a source among them replaces the search for an engine
 * @param {{root: string, folder: string, say: (line: string) => void, print: (line: string) => void, run?: typeof runProgram}} world
 *   `folder` is where the evidence goes, absolute
 * @returns {Promise<number>} the exit code: that of the audit
 */
export async function auditHeadless(words, { root, folder, say, print, run = runProgram }) {
  const plimsoll = (args, stdio) => run(process.execPath, [join(root, "scripts", "plimsoll.mjs"), ...args], { stdio });
  const source = namesSource(words) ? [] : await findImages(plimsoll, say);
  const { code } = await plimsoll(["audit", ...source, ...words, "--output", folder], "inherit");
  const report = join(folder, "report.pdf");
  if (!existsSync(report)) {
    say("no report was written");
    return code === 0 ? 2 : code;
  }
  print(report);
  return code;
}

function namesSource(words) {
  return words.some((word) => sourceOptions.some((option) => word === option || word.startsWith(`${option}=`)));
}

/** The options that choose what to audit: none for the local engine's images, `--sample` where there is nothing. */
async function findImages(plimsoll, say) {
  const { stdout, stderr } = await plimsoll(["images", "--format", "json"], "gather");
  const images = readImages(stdout);
  if (images === null) {
    say(
      stderr
        .trim()
        .split("\n")
        .at(-1)
        ?.replace(/^plimsoll: /, "") || "no engine answered",
    );
    say("auditing the built-in sample pair instead");
    return ["--sample"];
  }
  if (images.length > 0) return [];
  say("the local engine holds no image: auditing the built-in sample pair instead");
  return ["--sample"];
}

/** The images of the answer; null when there is no answer. */
function readImages(stdout) {
  try {
    const { images } = JSON.parse(stdout);
    return Array.isArray(images) ? images : null;
  } catch {
    return null;
  }
}

/** The folder for this run's evidence below the state folder; `now` gives its name, `2026-11-24-063010`. */
export function reportFolder(state, now) {
  const two = (number) => String(number).padStart(2, "0");
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join("-");
  return resolve(state, "reports", `${day}-${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`);
}
