// What is mounted where, as the kernel lists it. docs: proc_pid_mountinfo(5).
import type { HostFacts } from "../../shared/model/surroundings.ts";
import type { HostReader } from "./host-reader.ts";
import { type SurroundingLimits, sentence } from "./limits.ts";
import { masked } from "./mask-texts.ts";

const path = "/proc/self/mountinfo";
const maxBytes = 16 * 1024 * 1024;
const maxMounts = 20_000;

/** The mounts in the kernel's order, options of the mount and of the file system as one. */
export async function readMounts(
  host: HostReader,
  limits: SurroundingLimits,
  signal: AbortSignal,
): Promise<HostFacts["mounts"]> {
  const read = await host.text(path, maxBytes);
  if (!read.ok) {
    limits.gap("host.mounts", path, read.cause);
    return [];
  }
  const lines = read.value.split("\n").filter((line) => line !== "");
  const mounts = lines.slice(0, maxMounts).flatMap((line) => {
    const [before = "", after = ""] = line.split(/ - (.*)/s, 2);
    const [, , , , target, own = ""] = before.split(" ");
    const [type = "", source = "", shared = ""] = after.split(" ");
    if (target === undefined || type === "") return [];
    const options = [...new Set([...own.split(","), ...shared.split(",")])].filter((option) => option !== "");
    return [{ target: unescaped(target), source: unescaped(source), type, options }];
  });
  if (mounts.length === 0) limits.gap("host.mounts", path, sentence("surroundings.no-mounts", { path }));
  if (lines.length > maxMounts) {
    limits.gap("host.mounts", path, sentence("surroundings.too-many", { path, limit: maxMounts }));
  }
  // A network share's options may hold a password, and its source may name a user.
  return masked(
    (see) =>
      mounts.map(({ target, source, type, options }) => ({
        target,
        source: see(source),
        type,
        options: options.map((option) => see(option)).join(","),
      })),
    signal,
  );
}

/** Blanks, tabs, line ends and backslashes stand as three octal digits. */
function unescaped(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}
