// Takes a shell script apart into its simple commands, as far as a reader of build histories needs it: POSIX shell command
// language, section 2 (quoting, lists, pipes, here-documents), plus `bash -c` and eval. Nothing is expanded or run.

/** A simple command: the program's base name and its arguments, without assignments, redirections and wrappers. */
export interface ShellCommand {
  readonly program: string;
  readonly args: readonly string[];
}

const maximumNesting = 8;
const shells = new Set(["sh", "bash", "dash", "ash", "zsh", "ksh"]);
/** Words before a command that say how it runs or stand for the shell's own grammar. */
const grammar = new Set([
  "if",
  "then",
  "else",
  "elif",
  "do",
  "while",
  "until",
  "!",
  "{",
  "}",
  "time",
  "exec",
  "command",
]);
/** Programs that run the command among their arguments. */
const wrappers = new Set([
  "sudo",
  "env",
  "nice",
  "ionice",
  "nohup",
  "eatmydata",
  "xargs",
  "chroot",
  "timeout",
  "retry",
  "doas",
]);

/** The commands of a script in their order; `isProgram` tells which word behind a wrapper is the program it runs. */
export function shellCommands(script: string, isProgram: (name: string) => boolean, nesting = 0): ShellCommand[] {
  if (nesting > maximumNesting) return [];
  const commands: ShellCommand[] = [];
  const inner = (text: string) => commands.push(...shellCommands(text, isProgram, nesting + 1));
  let words: string[] = [];
  let word: string | null = null;
  let dropWord = false;
  let documents: { end: string; tabs: boolean; run: boolean }[] = [];
  let at = 0;

  const endWord = () => {
    if (word !== null && !dropWord) words.push(word);
    if (word !== null) dropWord = false;
    word = null;
  };
  const endCommand = () => {
    endWord();
    const command = commandOf(words, isProgram);
    words = [];
    if (command === null) return;
    const nested = scriptArgument(command);
    if (nested === null) commands.push(command);
    else inner(nested);
  };

  while (at < script.length) {
    const character = script.charAt(at);
    if (character === "\\") {
      if (script.charAt(at + 1) !== "\n") word = (word ?? "") + script.charAt(at + 1);
      at += 2;
    } else if (character === "'") {
      const end = closing(script, "'", at + 1);
      word = (word ?? "") + script.slice(at + 1, end);
      at = end + 1;
    } else if (character === '"') {
      const quoted = doubleQuoted(script, at + 1);
      word = (word ?? "") + quoted.text;
      quoted.substitutions.forEach(inner);
      at = quoted.end + 1;
    } else if (character === "`" || (character === "$" && script.charAt(at + 1) === "(")) {
      const end = character === "`" ? closing(script, "`", at + 1) : closingParenthesis(script, at + 2);
      inner(script.slice(at + (character === "`" ? 1 : 2), end));
      word = `${word ?? ""}$()`;
      at = end + 1;
    } else if (character === "#" && word === null) {
      at = closing(script, "\n", at);
    } else if (character === "<" && script.startsWith("<<", at) && script.charAt(at + 2) !== "<") {
      const header = /^<<(-?)[ \t]*(["']?)([\w.-]+)\2/.exec(script.slice(at, at + 200));
      const hasCommand = word !== null || words.length > 0;
      endWord();
      if (header !== null) {
        const program = commandOf(words, isProgram)?.program;
        const run = !hasCommand || (program !== undefined && shells.has(program));
        documents.push({ end: header[3] ?? "", tabs: header[1] === "-", run });
      }
      at += header?.[0].length ?? 2;
    } else if (character === "<" || character === ">" || (character === "&" && script.charAt(at + 1) === ">")) {
      if (word !== null && /^\d$/.test(word)) word = null;
      endWord();
      at += 1;
      while (/[<>&]/.test(script.charAt(at))) at += 1;
      dropWord = true;
    } else if (character === "\n") {
      endCommand();
      at += 1;
      for (const { end, tabs, run } of documents) {
        const body = documentBody(script, at, end, tabs);
        if (run) inner(body.text);
        at = body.next;
      }
      documents = [];
    } else if (/[;&|()]/.test(character)) {
      endCommand();
      at += 1;
    } else if (/\s/.test(character)) {
      endWord();
      at += 1;
    } else {
      const plain = /^[^\\'"`$#<>&\n;|()\s]+|^./.exec(script.slice(at, at + 256))?.[0] ?? character;
      word = (word ?? "") + plain;
      at += plain.length;
    }
  }
  endCommand();
  return commands;
}

function commandOf(words: readonly string[], isProgram: (name: string) => boolean): ShellCommand | null {
  let at = 0;
  while (at < words.length && (grammar.has(words[at] ?? "") || /^[A-Za-z_]\w*\+?=/.test(words[at] ?? ""))) at += 1;
  const program = baseName(words[at] ?? "");
  if (program === "") return null;
  if (!wrappers.has(program)) return { program, args: words.slice(at + 1) };
  const behind = words.findIndex(
    (word, index) => index > at && (isProgram(baseName(word)) || shells.has(baseName(word))),
  );
  return behind < 0
    ? { program, args: words.slice(at + 1) }
    : { program: baseName(words[behind] ?? ""), args: words.slice(behind + 1) };
}

/** The script that `bash -c` or eval was given; null for any other command. */
function scriptArgument({ program, args }: ShellCommand): string | null {
  if (program === "eval") return args.join(" ");
  if (!shells.has(program)) return null;
  const option = args.findIndex((arg) => /^-[a-z]*c$/.test(arg));
  return option < 0 ? null : (args[option + 1] ?? null);
}

function baseName(word: string): string {
  return word.slice(word.lastIndexOf("/") + 1);
}

function closing(script: string, mark: string, from: number): number {
  const end = script.indexOf(mark, from);
  return end < 0 ? script.length : end;
}

function closingParenthesis(script: string, from: number): number {
  let open = 1;
  for (let at = from; at < script.length; at += 1) {
    const character = script.charAt(at);
    if (character === "\\") at += 1;
    else if (character === "'") at = closing(script, "'", at + 1);
    else if (character === "(") open += 1;
    else if (character === ")") {
      open -= 1;
      if (open === 0) return at;
    }
  }
  return script.length;
}

function doubleQuoted(script: string, from: number): { text: string; end: number; substitutions: string[] } {
  const parts: string[] = [];
  const substitutions: string[] = [];
  let at = from;
  while (at < script.length && script.charAt(at) !== '"') {
    const character = script.charAt(at);
    if (character === "\\") {
      if (script.charAt(at + 1) !== "\n") parts.push(script.charAt(at + 1));
      at += 2;
    } else if (character === "$" && script.charAt(at + 1) === "(") {
      const end = closingParenthesis(script, at + 2);
      substitutions.push(script.slice(at + 2, end));
      parts.push("$()");
      at = end + 1;
    } else {
      parts.push(character);
      at += 1;
    }
  }
  return { text: parts.join(""), end: at, substitutions };
}

/** The body of a here-document that begins at `from`, and where the script goes on. */
function documentBody(script: string, from: number, end: string, tabs: boolean): { text: string; next: number } {
  const lines: string[] = [];
  let at = from;
  while (at < script.length) {
    const stop = closing(script, "\n", at);
    const line = tabs ? script.slice(at, stop).replace(/^\t+/, "") : script.slice(at, stop);
    at = stop + 1;
    if (line === end) break;
    lines.push(line);
  }
  return { text: lines.join("\n"), next: at };
}
