// What the bundles read beside themselves: fonts of the report, a colour profile, the zstd decoder, our own assets.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const fonts = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSans-Oblique.ttf", "DejaVuSansMono.ttf"];

// The colour profile of PDF/A. The metrics beside it are those of an older pdfkit; today's are in its code.
const pdfkitData = ["sRGB_IEC61966_2_1.icc"];

/**
 * Copies the side files into `out`: `fonts/`, `data/` (pdfkit looks for it beside the bundle), `zstd.wasm`, `assets/`.
 * @throws when a package lacks a file that it used to hold
 */
export function copySideFiles(root, out) {
  const packages = join(root, "node_modules");
  mkdirSync(join(out, "fonts"), { recursive: true });
  for (const name of fonts) cpSync(join(packages, "dejavu-fonts-ttf", "ttf", name), join(out, "fonts", name));
  mkdirSync(join(out, "data"));
  for (const name of pdfkitData) cpSync(join(packages, "pdfkit", "js", "data", name), join(out, "data", name));
  writeFileSync(join(out, "zstd.wasm"), zstdModule(packages));
  if (existsSync(join(root, "assets"))) cpSync(join(root, "assets"), join(out, "assets"), { recursive: true });
}

/** The decoder that zstddec carries as text inside its script and does not export, as the bytes of a WASM module. */
export function zstdModule(packages) {
  const script = readFileSync(join(packages, "zstddec", "dist", "zstddec-stream.mjs"), "utf8");
  const text = /\bwasm = "([A-Za-z0-9+/=]+)"/.exec(script)?.[1];
  const bytes = Buffer.from(text ?? "", "base64");
  if (!WebAssembly.validate(bytes)) throw new Error("zstddec no longer carries its decoder as this build expects");
  return bytes;
}
