// Which settings files of package managers the image has, and whether they let unsigned packages in.
import type { TrustSetting } from "../../../shared/model/facts.ts";
import type { ImageFile, ImageFiles } from "../layer/image-files.ts";
import { readApkConfig, readRepositories } from "./trust-apk.ts";
import { readAptConf, readSourcesFile, readSourcesList } from "./trust-apt.ts";
import { readRpmSettings } from "./trust-rpm.ts";
import { type TrustReading, trustSettings } from "./trust-setting.ts";

interface Place {
  readonly manager: TrustSetting["manager"];
  /** Files, and folders of which the files with a name that fits count. */
  readonly files: readonly string[];
  readonly folders: readonly { readonly path: string; readonly name: RegExp }[];
  readonly read: (text: string, files: ImageFiles) => TrustReading;
}

/** apt takes only such names from its folders (apt.conf(5)). */
const aptConfName = /\/[A-Za-z0-9_-]+(?:\.conf)?$/;

const places: readonly Place[] = [
  {
    manager: "apt",
    files: ["/etc/apt/sources.list"],
    folders: [{ path: "/etc/apt/sources.list.d", name: /\.list$/ }],
    read: readSourcesList,
  },
  {
    manager: "apt",
    files: [],
    folders: [{ path: "/etc/apt/sources.list.d", name: /\.sources$/ }],
    read: readSourcesFile,
  },
  {
    manager: "apt",
    files: ["/etc/apt/apt.conf"],
    folders: [{ path: "/etc/apt/apt.conf.d", name: aptConfName }],
    read: readAptConf,
  },
  {
    manager: "apk",
    files: ["/etc/apk/repositories"],
    folders: [{ path: "/etc/apk/repositories.d", name: /\.list$/ }],
    read: (text, files) => readRepositories(text, files.list("/etc/apk/keys", "packageTrust").length > 0),
  },
  { manager: "apk", files: ["/etc/apk/config"], folders: [], read: readApkConfig },
  {
    manager: "rpm",
    files: ["/etc/yum.conf", "/etc/dnf/dnf.conf", "/etc/zypp/zypp.conf"],
    folders: [
      { path: "/etc/yum.repos.d", name: /\.repo$/ },
      { path: "/etc/distro.repos.d", name: /\.repo$/ },
      { path: "/etc/zypp/repos.d", name: /\.repo$/ },
    ],
    read: readRpmSettings,
  },
];
const maxFiles = 500;

/** The settings by path. A file that several paths lead to (`/etc/yum.conf` -> `dnf/dnf.conf`) is read once. */
export function packageTrustOf(files: ImageFiles): TrustSetting[] {
  const settings: TrustSetting[] = [];
  const seen = new Set<string>();
  for (const { manager, files: single, folders, read } of places) {
    for (const path of [...single, ...folders.flatMap((folder) => inFolder(files, folder))]) {
      const file = seen.size < maxFiles ? files.text(path, "packageTrust", "settings") : cut(files, path);
      if (file === null || seen.has(file.path)) continue;
      seen.add(file.path);
      settings.push(...trustSettings(manager, { path, layer: file.layer }, read(file.content, files)));
    }
  }
  return settings.sort((a, b) => (`${a.path}\0${a.detail}` < `${b.path}\0${b.detail}` ? -1 : 1));
}

function inFolder(files: ImageFiles, folder: Place["folders"][number]): string[] {
  return files.list(folder.path, "packageTrust").filter((path) => folder.name.test(path));
}

function cut(files: ImageFiles, path: string): ImageFile<string> | null {
  files.limits.add("gap", "packageTrust", path, "inspect.too-many", { path, limit: maxFiles });
  return null;
}
