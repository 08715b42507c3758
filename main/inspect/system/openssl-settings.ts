// What OpenSSL is set to as far as FIPS 140 is concerned: fips_module(7), config(5). Lines that are no comment count, in any
// section: OpenSSL's own tools write them in the same way everywhere.
import type { SystemFacts } from "../../../shared/model/system-facts.ts";
import type { ImageFiles } from "../layer/image-files.ts";
import { mostListed } from "./first-by-path.ts";
import { isOpensslConfig } from "./system-texts.ts";

type Openssl = SystemFacts["openssl"];

/** Where builds of the distributions look, links followed. */
const places = ["/etc/ssl", "/usr/lib/ssl", "/usr/local/ssl", "/usr/local/etc/openssl", "/etc/pki/tls"];
/** Settings files that are read; a system has two. */
const maxConfigs = 100;

/** Gathers paths while the view is walked, and reads their files at the end. */
export class OpensslSettings {
  readonly #found: string[] = [];
  readonly #modules: string[] = [];
  readonly #providers: string[] = [];
  #more = 0;

  /** Takes one entry of the view that is no folder. */
  see(path: string): void {
    if (path.endsWith(".cnf")) {
      if (isOpensslConfig(path)) this.#take(path.endsWith("/fipsmodule.cnf") ? this.#modules : this.#found, path);
    } else if (path.endsWith(".so") && /\/ossl-modules\/[^/]*fips[^/]*$/.test(path)) this.#take(this.#providers, path);
  }

  /** `chosen` is the value of OPENSSL_CONF in the image's environment, null where there is none. */
  facts(files: ImageFiles, chosen: string | null): Openssl {
    const own = places.map((folder) => `${folder}/openssl.cnf`).filter((path) => files.exists(path));
    const named = chosen?.startsWith("/") === true ? [chosen] : [];
    const configs: Openssl["configs"] = [];
    const seen = new Set<string>();
    for (const path of new Set([...named, ...own, ...this.#found.sort()])) {
      const file = seen.size < maxConfigs ? files.text(path, "system", "settings") : this.#leftOut();
      if (file === null || seen.has(file.path)) continue;
      // The path that OPENSSL_CONF names stands under its own name as well.
      if (path !== chosen) seen.add(file.path);
      configs.push({ path, layer: file.layer, ...readConfig(file.content) });
    }
    if (this.#more > 0) files.limits.add("note", "system", "openssl", "inspect.more-files", { count: this.#more });
    configs.sort((a, b) => (a.path < b.path ? -1 : 1));
    return { configs, moduleConfigs: this.#modules.sort(), providers: this.#providers.sort() };
  }

  #take(list: string[], path: string): void {
    if (list.length < mostListed) list.push(path);
    else this.#more++;
  }

  #leftOut(): null {
    this.#more++;
    return null;
  }
}

function readConfig(content: string): Omit<Openssl["configs"][number], "path" | "layer"> {
  const lines = content
    .split(/\r?\n/)
    .filter((line) => line.length <= 4096)
    .map((line) => line.replace(/#.*/, "").trim());
  const some = (pattern: RegExp) => lines.some((line) => pattern.test(line));
  return {
    includesFipsModule: some(/^\.include[\s=]+(?:\S*\/)?fipsmodule\.cnf$/),
    fipsSection: some(/^fips\s*=\s*fips_sect$/),
    defaultProperties: some(/^default_properties\s*=\s*["']?fips\s*=\s*yes["']?$/),
  };
}
