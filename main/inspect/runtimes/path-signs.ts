// Paths that show a runtime and its version by their mere presence in the merged view.
import type { Candidate } from "./candidate.ts";
import { isSystemPath } from "./candidate.ts";

// Each pattern meets one or two entries of an installation, the folder itself or one file that is always in it (not
// every layer lists its folders), so that the paths kept stay few.
const pathSigns: readonly { readonly product: string; readonly path: RegExp }[] = [
  { product: "python", path: /^\/(?:usr\/local|usr|opt\/[^/]+)\/lib(?:64)?\/libpython(\d\.\d{1,2})\.so(?:\.[\d.]+)?$/ },
  { product: "perl", path: /^\/(?:usr\/local|opt\/[^/]+)\/lib\/perl5\/(\d\.\d{1,3}\.\d{1,3})(?:\/perl5db\.pl)?\/?$/ },
  {
    product: "dotnet",
    path: /\/shared\/Microsoft\.NETCore\.App\/(\d{1,3}\.\d{1,3}\.\d{1,4}(?:-[\w.]{1,40})?)(?:\/System\.Private\.CoreLib\.dll)?\/?$/,
  },
  { product: "rust", path: /\/rustup\/toolchains\/(\d\.\d{1,3}\.\d{1,3})-[^/]+\/bin\/rustc$/ },
  { product: "rabbitmq", path: /\/rabbitmq\/(?:[^/]+\/)?plugins\/rabbit-(\d+\.\d+\.\d+)(?:\.ez|\/ebin\/rabbit\.app)$/ },
  { product: "apache-cassandra", path: /\/cassandra\/lib\/apache-cassandra-(\d+\.\d+(?:\.\d+)?)\.jar$/ },
];

/** Whether a path by itself shows a runtime. */
export function isPathSign(path: string): boolean {
  return pathSigns.some((sign) => sign.path.test(path));
}

/** What one path says; null when it says nothing. */
export function pathCandidate(path: string, layer: number): Candidate | null {
  for (const sign of pathSigns) {
    const version = sign.path.exec(path)?.[1];
    if (version !== undefined) {
      return { product: sign.product, version, evidence: path, by: "file", layer, systemPath: isSystemPath(path) };
    }
  }
  return null;
}
