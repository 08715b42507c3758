// Signs that paid extended support is in use, as files of the image state them: the status of the Ubuntu Pro client, apt
// sources of Ubuntu's ESM, and the content manifests of Red Hat's images. After anchore/syft's feature detection.
import { createHash } from "node:crypto";
import type { External } from "../../../shared/model/facts.ts";
import type { ImageFile, ImageFiles } from "../layer/image-files.ts";
import { stanzas } from "../packages/stanzas.ts";
import { manifestFolder, proStatus } from "./support-signs.ts";

const aptFolder = "/etc/apt/sources.list.d";

/** More of these than any image has; what is beyond them is a limit. */
const maxFiles = 50;
const maxTexts = 500;
const maxLength = 300;

/** What the files say, bounded and without anything else that stands in them. One that is no JSON is noted. */
export function extendedSupportSigns(files: ImageFiles): External[] {
  const signs: External[] = [];
  const add = (kind: string, file: ImageFile<string>, path: string, data: Readonly<Record<string, string[]>>) => {
    if (Object.values(data).every((list) => list.length === 0)) return;
    const digest = `sha256:${createHash("sha256").update(file.content).digest("hex")}`;
    signs.push({ kind, source: path, digest, date: null, verified: false, data });
  };
  const status = files.text(proStatus, "external", "settings");
  if (status !== null)
    add("ubuntu-pro", status, proStatus, { services: enabledServices(parsed(status, proStatus, files)) });
  for (const path of some(files, ["/etc/apt/sources.list", ...listed(files, aptFolder, /\.(?:list|sources)$/)])) {
    const file = files.text(path, "external", "settings");
    if (file !== null) add("ubuntu-pro", file, path, { sources: esmSources(path, file.content) });
  }
  for (const path of some(files, listed(files, manifestFolder, /\.json$/))) {
    const file = files.text(path, "external", "text");
    if (file !== null)
      add("rhel-content-manifest", file, path, { content_sets: contentSets(parsed(file, path, files)) });
  }
  return signs;
}

function listed(files: ImageFiles, folder: string, name: RegExp): string[] {
  return files.list(folder, "external").filter((path) => name.test(path));
}

function some(files: ImageFiles, paths: readonly string[]): readonly string[] {
  if (paths.length > maxFiles) {
    const folder = paths.at(-1)?.replace(/\/[^/]*$/, "") ?? "";
    files.limits.add("note", "external", folder, "inspect.too-many", { path: folder, limit: maxFiles });
  }
  return paths.slice(0, maxFiles);
}

function parsed(file: ImageFile<string>, path: string, files: ImageFiles): unknown {
  try {
    return JSON.parse(file.content);
  } catch {
    files.limits.add("note", "external", path, "inspect.no-json", { path }, file.layer);
    return null;
  }
}

/** Names of the services that the client calls enabled. */
function enabledServices(status: unknown): string[] {
  const names = listIn(status, "services").flatMap((service) => {
    if (!isRecord(service) || service["status"] !== "enabled") return [];
    return typeof service["name"] === "string" ? [service["name"]] : [];
  });
  return bounded(names);
}

function contentSets(manifest: unknown): string[] {
  const sets = listIn(manifest, "content_sets").filter((set): set is string => typeof set === "string");
  // Of very many, those of extended updates are the ones that are asked for.
  return bounded([...sets.filter((set) => set.includes("-eus-")), ...sets.filter((set) => !set.includes("-eus-"))]);
}

/** Addresses of ESM in a list of apt sources that are in use, in either form. */
function esmSources(path: string, text: string): string[] {
  const found: string[] = [];
  if (path.endsWith(".sources")) {
    for (const fields of stanzas(text)) {
      if (/^(?:no|false|without|off|disable|0)$/i.test(fields.get("enabled") ?? "")) continue;
      found.push(...(fields.get("uris") ?? "").split(/\s+/).filter(isEsmAddress));
    }
  } else {
    for (const line of text.split(/\r?\n/)) {
      const words = line.replace(/#.*/, "").trim().split(/\s+/);
      if (words[0] === "deb" || words[0] === "deb-src") found.push(...words.filter(isEsmAddress));
    }
  }
  return bounded(found);
}

function isEsmAddress(word: string): boolean {
  return /^https?:\/\/(?:\*\*\*@)?esm\.ubuntu\.com(?::\d{1,5})?\/(?:infra|apps)(?:\/|$)/.test(word);
}

function bounded(texts: readonly string[]): string[] {
  const short = texts.map((text) => text.replace("://***@", "://").slice(0, maxLength));
  return [...new Set(short)].slice(0, maxTexts);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function listIn(value: unknown, key: string): readonly unknown[] {
  const list = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return Array.isArray(list) ? list : [];
}
