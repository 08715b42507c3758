// apt's settings that switch signature checks off: sources.list(5) in both forms, apt.conf(5), apt-secure(8).
import { stanzas } from "../packages/stanzas.ts";
import type { TrustReading } from "./trust-setting.ts";

const yes = /^(?:yes|true|with|on|enable|1)$/i;
const weakOptions = /^(?:trusted|allow-insecure|allow-weak|allow-downgrade-to-insecure)$/i;
const weakSettings =
  /^(?:APT::Get::AllowUnauthenticated|Acquire::(?:Allow(?:Insecure|Weak)Repositories|AllowDowngradeToInsecureRepositories))$/i;

/** `deb [trusted=yes] URL ...`: one line a source. */
export function readSourcesList(text: string): TrustReading {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/#.*/, "").trim());
  const sources = lines.filter((line) => /^deb(?:-src)?\s/.test(line));
  const disabled = sources.filter((line) => {
    const options = /^deb(?:-src)?\s+\[([^\]]*)\]/.exec(line)?.[1] ?? "";
    return options.split(/\s+/).some((option) => {
      const [name = "", value = ""] = option.split("=", 2);
      return weakOptions.test(name) && yes.test(value);
    });
  });
  return { disabled, otherwise: `${sources.length} sources, signatures are checked` };
}

/** deb822 form: paragraphs with `URIs`, `Trusted` and so on. */
export function readSourcesFile(text: string): TrustReading {
  const disabled: string[] = [];
  let sources = 0;
  for (const fields of stanzas(text)) {
    if (/^(?:no|false|without|off|disable|0)$/i.test(fields.get("enabled") ?? "")) continue;
    sources++;
    for (const [name, value] of fields) {
      if (weakOptions.test(name) && yes.test(value))
        disabled.push(`${name}: ${value} (${fields.get("uris") ?? "no URI"})`);
    }
  }
  return { disabled, otherwise: `${sources} sources, signatures are checked` };
}

/** apt.conf: `A::B "value";`, or `A { B "value"; };` nested. */
export function readAptConf(text: string): TrustReading {
  const disabled = aptSettings(text)
    .filter(({ name, value }) => weakSettings.test(name) && yes.test(value))
    .map(({ name, value }) => `${name} "${value}"`);
  return { disabled, otherwise: null };
}

const longestName = 200;

/** All settings with their full names, but for names longer than any that is asked for. */
function aptSettings(text: string): { name: string; value: string }[] {
  const plain = withoutComments(text).replace(/^[^\S\n]*(?:#(?!clear|include)|\/\/).*$/gm, "");
  const settings: { name: string; value: string }[] = [];
  const scopes: string[] = [];
  let name = "";
  for (const [token] of plain.matchAll(/"[^"\n]*"|[{};]|[^\s{};"]+/g)) {
    if (token === "{") {
      scopes.push(name);
      name = "";
      if (scopes.length > 100) break;
    } else if (token === "}") {
      scopes.pop();
      name = "";
    } else if (token === ";") name = "";
    else if (name === "" && !token.startsWith('"')) name = token;
    else {
      const parts = [...scopes, name].filter((part) => part !== "");
      // A file can be made in which each of many settings has a name as long as the file.
      if (parts.reduce((sum, part) => sum + part.length, 0) > longestName) continue;
      settings.push({ name: parts.join("::"), value: token.replace(/^"|"$/g, "") });
    }
  }
  return settings;
}

/** By hand: an expression would look for the end of each comment of a file that closes none, again and again. */
function withoutComments(text: string): string {
  const kept: string[] = [];
  for (let at = 0; ; ) {
    const from = text.indexOf("/*", at);
    const to = from < 0 ? -1 : text.indexOf("*/", from + 2);
    if (to < 0) return kept.concat(text.slice(at)).join(" ");
    kept.push(text.slice(at, from));
    at = to + 2;
  }
}
