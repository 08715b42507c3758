// The renderer, built by vite with the project's own configuration into a folder of our choice.
import { existsSync } from "node:fs";
import { join } from "node:path";

/**
 * Builds renderer/ into `out`/renderer; with `partial`, a missing renderer is left out and said.
 * @returns {Promise<string[]>} the files that were taken in
 */
export async function buildWindow({ root, out, partial, say }) {
  if (partial && !existsSync(join(root, "renderer", "index.html"))) {
    say("the window is left out: there is no renderer/index.html yet");
    return [];
  }
  const { build } = await import("vite");
  const { output } = await build({
    configFile: join(root, "vite.config.ts"),
    logLevel: "error",
    build: { outDir: join(out, "renderer"), emptyOutDir: true },
  });
  return output.flatMap((piece) => (piece.type === "chunk" ? piece.moduleIds : piece.originalFileNames));
}
