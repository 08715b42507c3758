// Programs of the machine that judge our output from outside. A test that needs a missing one is skipped with its name.
import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";

/** Null when all are there, else the reason to skip with. */
export async function missingTools(tools: readonly string[]): Promise<string | null> {
  const missing: string[] = [];
  for (const tool of tools) if (!(await isInstalled(tool))) missing.push(tool);
  return missing.length === 0 ? null : `not installed: ${missing.join(", ")}`;
}

async function isInstalled(tool: string): Promise<boolean> {
  for (const folder of (process.env["PATH"] ?? "").split(delimiter)) {
    const found = await access(join(folder, tool), constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return true;
  }
  return false;
}
