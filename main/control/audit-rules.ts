// What the audit rules of a host watch: a path by itself or under a watched folder, until a later rule takes it back. Rules as
// auditctl(8) and audit.rules(7) write them; the kernel takes the first that matches. `-D` is passed over: augenrules(8) puts it
// before all rules, wherever it stands.

interface AuditRule {
  readonly text: string;
  readonly path: string;
  /** A watch of a folder covers what is below it; a `path=` field is that path alone. */
  readonly isDeep: boolean;
  readonly isNever: boolean;
}

/**
 * Says whether the rules are in force at all, and finds the rule that covers a path: the text of the rule, or null. `rules`
 * are lines in the order in which they are loaded.
 */
export interface AuditWatches {
  /** `-e 0` is the last word on whether auditing is on. */
  readonly isOff: boolean;
  readonly coverOf: (paths: readonly string[]) => string | null;
}

export function auditWatches(lines: readonly string[]): AuditWatches {
  let rules: AuditRule[] = [];
  let isOff = false;
  for (const line of lines) {
    const words = line
      .trim()
      .split(/\s+/)
      .map((word) => word.replace(/^(["'])(.*)\1$/, "$2"));
    const [first = ""] = words;
    if (first === "" || first.startsWith("#")) continue;
    const enabled = valueAfter(words, "-e");
    if (enabled !== null) isOff = enabled === "0";
    const removed = valueAfter(words, "-W");
    if (removed !== null) rules = rules.filter(({ path }) => path !== plain(removed));
    const found = watchedPath(words);
    if (found !== null) {
      const { path, isDeep } = found;
      rules.push({ text: line.trim(), path: plain(path), isDeep, isNever: isNever(words) });
    }
  }
  return { isOff, coverOf: (paths) => coverOf(rules, paths.map(plain)) };
}

function coverOf(rules: readonly AuditRule[], paths: readonly string[]): string | null {
  const first = rules.find(({ path, isDeep }) =>
    paths.some((wanted) => (isDeep ? isUnder(wanted, path) : wanted === path)),
  );
  return first === undefined || first.isNever ? null : first.text;
}

/** The path of `-w PATH`, or of `-F path=` and `-F dir=` in a rule of a syscall list. */
function watchedPath(words: readonly string[]): { path: string; isDeep: boolean } | null {
  const watch = valueAfter(words, "-w");
  if (watch !== null) return { path: watch, isDeep: true };
  const isSyscall = words.includes("-a") || words.includes("-A");
  const field = words.find((word, index) => words[index - 1] === "-F" && /^(path|dir)=\//.test(word));
  if (!isSyscall || field === undefined) return null;
  return { path: field.slice(field.indexOf("=") + 1), isDeep: field.startsWith("dir=") };
}

function isNever(words: readonly string[]): boolean {
  const list = valueAfter(words, "-a") ?? valueAfter(words, "-A") ?? "";
  return list.split(",").includes("never");
}

function valueAfter(words: readonly string[], option: string): string | null {
  const index = words.indexOf(option);
  return index < 0 ? null : (words[index + 1] ?? null);
}

/** One name for the folders that Linux systems join by links: /var/run is /run, /bin is /usr/bin. */
function plain(path: string): string {
  const short = path.replace(/\/{2,}/g, "/").replace(/(.)\/$/, "$1");
  return short.replace(/^\/var\/run(?=\/|$)/, "/run").replace(/^\/(s?bin|lib|lib64)(?=\/|$)/, "/usr/$1");
}

function isUnder(path: string, folder: string): boolean {
  return path === folder || folder === "/" || path.startsWith(`${folder}/`);
}
