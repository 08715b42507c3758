// Files whose text states the version of a runtime, as their makers' build systems write them.
import type { Candidate } from "./candidate.ts";
import { isSystemPath } from "./candidate.ts";

interface FileSign {
  readonly product: string;
  readonly path: RegExp;
  /** The version in the text; null when the text is not what the path promised. */
  version(text: string): string | null;
}

function defined(text: string, name: string): string | null {
  return new RegExp(`^[^\\S\\n]*#\\s*define\\s+${name}\\s+"?(\\d[\\w.+-]*)"?`, "m").exec(text)?.[1] ?? null;
}

function definedParts(text: string, names: readonly string[]): string | null {
  const parts = names.map((name) => defined(text, name));
  return parts.includes(null) ? null : parts.join(".");
}

function first(text: string, pattern: RegExp): string | null {
  return pattern.exec(text)?.[1] ?? null;
}

const fileSigns: readonly FileSign[] = [
  {
    product: "nodejs",
    path: /\/include\/node\/node_version\.h$/,
    version: (text) => definedParts(text, ["NODE_MAJOR_VERSION", "NODE_MINOR_VERSION", "NODE_PATCH_VERSION"]),
  },
  {
    product: "python",
    path: /\/include\/python\d\.\d{1,2}\/patchlevel\.h$/,
    version: (text) => defined(text, "PY_VERSION"),
  },
  {
    product: "php",
    path: /\/include\/php\/main\/php_version\.h$/,
    version: (text) => defined(text, "PHP_VERSION"),
  },
  {
    product: "ruby",
    path: /\/lib\/ruby\/\d\.\d\.\d\/[^/]+\/rbconfig\.rb$/,
    version: (text) => {
      const parts = ["MAJOR", "MINOR", "TEENY"].map((key) =>
        first(text, new RegExp(`CONFIG\\["${key}"\\] = "(\\d+)"`)),
      );
      return parts.includes(null) ? null : parts.join(".");
    },
  },
  { product: "go", path: /\/go\/VERSION$/, version: (text) => first(text, /^go(\d[\w.]*)/) },
  {
    product: "erlang",
    path: /\/lib\/erlang\/releases\/\d+\/OTP_VERSION$/,
    version: (text) => first(text, /^(\d+(?:\.\d+)*)[^\S\n]*$/m),
  },
  {
    product: "elixir",
    path: /\/lib\/elixir\/lib\/elixir\/ebin\/elixir\.app$/,
    version: (text) => first(text, /\{vsn,\s*"(\d[\w.+-]*)"\}/),
  },
  {
    product: "tomcat",
    path: /\/tomcat[^/]*\/RELEASE-NOTES$/,
    version: (text) => first(text, /Apache Tomcat Version (\d+(?:\.\d+)+)/),
  },
  {
    product: "apache-http-server",
    path: /\/include\/ap_release\.h$/,
    version: (text) =>
      definedParts(text, [
        "AP_SERVER_MAJORVERSION_NUMBER",
        "AP_SERVER_MINORVERSION_NUMBER",
        "AP_SERVER_PATCHLEVEL_NUMBER",
      ]),
  },
];

/** Whether a file's text may state a version (Java's `release` files are told by java.ts). */
export function isFileSign(path: string): boolean {
  return fileSigns.some((sign) => sign.path.test(path));
}

/** What one file says; null when it is none of these files or does not hold what its name promises. */
export function fileCandidate(path: string, text: string, layer: number): Candidate | null {
  const sign = fileSigns.find((each) => each.path.test(path));
  const version = sign?.version(text) ?? null;
  if (sign === undefined || version === null) return null;
  return { product: sign.product, version, evidence: path, by: "file", layer, systemPath: isSystemPath(path) };
}
