// Where a file that cannot be used is put: beside itself, under a name that says so and when, never over another.
import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** `config.broken-DAY.json` beside `config.json`, or with the next number that is free. */
export async function asideName(path: string, day: string): Promise<string> {
  const taken = new Set(await readdir(dirname(path)));
  const name = basename(path).replace(/\.json$/, "");
  for (let number = 1; ; number += 1) {
    const free = `${name}.broken-${day}${number === 1 ? "" : `-${number}`}.json`;
    if (!taken.has(free)) return join(dirname(path), free);
  }
}
