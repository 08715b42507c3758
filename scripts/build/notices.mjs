// The licence texts of everything that a build took in: their terms ask that the texts go where the code goes.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Side files come from these without being imported. */
export const copiedPackages = ["dejavu-fonts-ttf", "zstddec"];

/**
 * The folders of packages that hold the given files, sorted, relative to `root`: `node_modules/a/node_modules/@b/c`.
 * @param {readonly string[]} paths of bundled files, absolute or relative to the root, with either slash
 */
export function packageFolders(paths) {
  const folders = new Set();
  for (const path of paths) {
    // The innermost package of the path, and where the outermost node_modules begins.
    const found = /(?:^|\/)(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(
      path.replaceAll("\\", "/"),
    );
    if (found?.[1] !== undefined) folders.add(found[1]);
  }
  return [...folders].sort();
}

/** One text with name, version, licence and licence file of each package. Throws for one that names no licence at all. */
export function noticeText(root, folders) {
  const parts = folders.map((folder) => {
    const { name, version, license, licenses } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
    const text = licenceFile(join(root, folder));
    const terms = license?.type ?? license ?? licenses?.map?.(({ type }) => type).join(" or ");
    if (terms === undefined && text === null) throw new Error(`${name} ${version} names no licence`);
    return `${name} ${version}\nLicence: ${terms ?? "see below"}\n\n${text ?? "(The package holds no licence text.)"}\n`;
  });
  return `Plimsoll holds parts of these works.\n\n${parts.join(`\n${"-".repeat(80)}\n\n`)}`;
}

function licenceFile(folder) {
  const names = readdirSync(folder).filter(
    (name) => /^(licen[cs]e|copying|notice)/i.test(name) && !/\.(js|ts|json)$/.test(name),
  );
  const texts = names.sort().map((name) => readFileSync(join(folder, name), "utf8").trim());
  return texts.length === 0 ? null : texts.join("\n\n");
}
