// Secrets in files that are trees: JSON (docker, podman, Composer, gcloud, Azure) and YAML (kubeconfig, Rails). Parsed whole
// within a bound; a file that does not parse is said to be none and still searched as text.
import { parseDocument } from "yaml";
import { maximumCredentials, type NamedSecret, type ParseCredentials } from "./credential-lines.ts";
import { isHarmlessValue, kindOfName, secretWordOf } from "./secret-name.ts";

/** Nesting that no credential file has. */
const deepest = 20;
const mostNodes = 50_000;
const largestYaml = 256 * 1024;
const deepestFlow = 100;

/** Members of a JSON file by what stands above them: `path` is the names from the root, joined by a slash. */
export function jsonMembers(names: RegExp, kind: string | null): ParseCredentials {
  return (text) => {
    const tree = parsedJson(text);
    return tree === undefined ? null : stringsOf(tree, (path) => names.test(path), kind);
  };
}

/** Members of a YAML file; what each is called stands behind its path. */
export function yamlMembers(members: readonly (readonly [path: RegExp, kind: string])[]): ParseCredentials {
  return (text) => {
    const tree = parsedYaml(text);
    if (tree === undefined) return null;
    return members.flatMap(([names, kind]) => stringsOf(tree, (path) => names.test(path), kind));
  };
}

/** Whatever the name rule takes for a secret in a YAML file, such as Rails' database.yml. */
export const yamlSecrets: ParseCredentials = (text) => {
  const tree = parsedYaml(text);
  if (tree === undefined) return null;
  return stringsOf(tree, (path) => secretWordOf(path.slice(path.lastIndexOf("/") + 1)) === "password", null);
};

/** A docker log-in is USER:PASSWORD in base64; one without a password (a credential helper's mark) is none. */
export const dockerLogins: ParseCredentials = (text) => {
  const tree = parsedJson(text);
  if (tree === undefined) return null;
  const logins = stringsOf(
    tree,
    (path) => /\/(?:auth|identitytoken|registrytoken)$/.test(path),
    "registry credentials",
  );
  return logins.filter(({ name, value }) => {
    return name !== "auth" || /^[^:]*:[\s\S]+$/.test(Buffer.from(value, "base64").toString("latin1"));
  });
};

/** Undefined where the text is no JSON. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the file only has the name. The caller says so.
    return undefined;
  }
}

/**
 * No kubeconfig is so large or so deep. The parser calls itself for every level and keeps an error for every bracket left
 * open, so what is meant to wear it out does not get there. Undefined where the text was not read.
 */
function parsedYaml(text: string): unknown {
  if (text.length > largestYaml || nestingOf(text) > deepestFlow || /(?:[-?:][ \t]+){50}/.test(text)) return undefined;
  try {
    const options = { logLevel: "silent", prettyErrors: false, schema: "failsafe", uniqueKeys: false } as const;
    const document = parseDocument(text, options);
    const tree: unknown = document.toJS({ maxAliasCount: 50 });
    return document.errors.length > 0 && (typeof tree !== "object" || tree === null) ? undefined : tree;
  } catch {
    // Aliases that unfold without measure, or a form that the parser does not take. The caller says so.
    return undefined;
  }
}

/** Most brackets that are open at once, those in texts counted as well. */
function nestingOf(text: string): number {
  let open = 0;
  let most = 0;
  for (const { 0: bracket } of text.matchAll(/[[{\]}]/g)) {
    open = bracket === "[" || bracket === "{" ? open + 1 : Math.max(0, open - 1);
    most = Math.max(most, open);
  }
  return most;
}

function stringsOf(root: unknown, isMeant: (path: string) => boolean, kind: string | null): NamedSecret[] {
  const found: NamedSecret[] = [];
  let nodes = 0;
  const walk = (value: unknown, path: string, depth: number): void => {
    if (depth > deepest || found.length >= maximumCredentials || ++nodes > mostNodes) return;
    if (typeof value === "string") {
      const name = path.slice(path.lastIndexOf("/") + 1);
      if (isMeant(path) && !isHarmlessValue(value, "password"))
        found.push({ name, value, kind: kind ?? kindOfName(name) });
    } else if (typeof value === "object" && value !== null) {
      // Members of a list stand under the list's own name.
      const isList = Array.isArray(value);
      for (const [name, member] of Object.entries(value)) {
        walk(member, isList ? path : `${path}/${name.replaceAll("/", "|").slice(0, 300)}`, depth + 1);
      }
    }
  };
  walk(root, "", 0);
  return found;
}
