// The format of os-release(5): `KEY=value` lines as a shell would read them, without expansion. Also the older one-line
// files that name a release.

const assignment = /^\s*([A-Za-z_][A-Za-z0-9_]*)=(.*)$/;
const maxKeys = 200;
const maxValue = 1000;

/** All keys of the text; the last of a key wins. Lines that are no assignment are passed over, as systemd does. */
export function parseOsRelease(text: string): Record<string, string> {
  const release = new Map<string, string>();
  for (const line of text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/)) {
    const match = assignment.exec(line);
    if (match?.[1] === undefined || match[2] === undefined) continue;
    if (release.size >= maxKeys && !release.has(match[1])) continue;
    release.set(match[1], unquote(match[2].trim()).slice(0, maxValue));
  }
  return Object.fromEntries(release);
}

/** The value as a shell's assignment would give it: quotes taken off, backslash escapes resolved, no expansion. */
function unquote(raw: string): string {
  const quote = raw[0];
  if (quote === "'") {
    const end = raw.indexOf("'", 1);
    return end < 0 ? raw.slice(1) : raw.slice(1, end);
  }
  let value = "";
  for (let i = quote === '"' ? 1 : 0; i < raw.length; i++) {
    const character = raw[i] ?? "";
    if (character === "\\" && i + 1 < raw.length) {
      const next = raw[++i] ?? "";
      // Within double quotes a backslash is special before these alone.
      value += quote !== '"' || /["$`\\]/.test(next) ? next : `\\${next}`;
    } else if (quote === '"' && character === '"') break;
    else if (quote !== '"' && /\s/.test(character)) break;
    else value += character;
  }
  return value;
}

const oldIds: readonly (readonly [RegExp, string])[] = [
  [/^CentOS/i, "centos"],
  [/^Red Hat Enterprise Linux/i, "rhel"],
  [/^Oracle Linux/i, "ol"],
  [/^Fedora/i, "fedora"],
  [/^Rocky Linux/i, "rocky"],
  [/^AlmaLinux/i, "almalinux"],
  [/^Amazon Linux/i, "amzn"],
];

/**
 * `CentOS Linux release 7.9.2009 (Core)` of /etc/redhat-release as the keys of os-release; null for a name that is not
 * known. Form: the `-release` packages of these distributions before os-release.
 */
export function parseRedhatRelease(text: string): Record<string, string> | null {
  const line = text.split("\n")[0]?.trim().slice(0, maxValue) ?? "";
  const id = oldIds.find(([pattern]) => pattern.test(line))?.[1];
  if (id === undefined) return null;
  const version = /\brelease\s+(\d+(?:\.\d+)*)/i.exec(line)?.[1];
  const name = /^(.*?)\s+release\b/i.exec(line)?.[1] ?? line;
  return { ID: id, NAME: name, PRETTY_NAME: line, ...(version === undefined ? {} : { VERSION_ID: version }) };
}

/** `cpe:/o:redhat:enterprise_linux:6server` of /etc/system-release-cpe as the keys of os-release; null when it is none. */
export function parseReleaseCpe(text: string): Record<string, string> | null {
  const [, vendor = "", product = "", version = ""] =
    /^cpe:(?:2\.3:|\/)o:([^:]*):([^:]*):([^:\s]*)/.exec(text.trim()) ?? [];
  const id = cpeIds.get(`${vendor}:${product}`);
  if (id === undefined) return null;
  const number = /^\d+(?:\.\d+)*/.exec(version)?.[0];
  return { ID: id, CPE_NAME: text.trim().slice(0, maxValue), ...(number === undefined ? {} : { VERSION_ID: number }) };
}

const cpeIds: ReadonlyMap<string, string> = new Map([
  ["redhat:enterprise_linux", "rhel"],
  ["centos:linux", "centos"],
  ["centos:centos", "centos"],
  ["oracle:linux", "ol"],
  ["fedoraproject:fedora", "fedora"],
  ["amazon:linux", "amzn"],
]);
