// As much of the POSIX shell as is needed to know that a command is plain words: anything else is "not safe", which is
// never a guess. https://pubs.opengroup.org/onlinepubs/9699919799/utilities/V3_chap02.html

/** Words that only a shell knows. */
const builtins = new Set(
  ". : [ alias bg break cd command continue eval exec exit export false fg hash if for case while until function read readonly return set shift source test times trap true type ulimit umask unset wait".split(
    " ",
  ),
);

/** The words of `command` where it is one program with plain arguments; null where a shell has to read it. */
export function plainWords(command: string): string[] | null {
  const words: string[] = [];
  let rest = command.trim();
  while (rest !== "") {
    let word = "";
    let piece = nextPiece(rest);
    if (piece === null) return null;
    while (piece !== null) {
      word += piece.text;
      rest = rest.slice(piece.length);
      if (rest === "" || /^\s/.test(rest)) break;
      piece = nextPiece(rest);
      if (piece === null) return null;
    }
    words.push(word);
    rest = rest.trimStart();
  }
  if (words[0] === "exec") words.shift();
  const program = words[0];
  return program === undefined || program === "" || builtins.has(program) || /^\w+=/.test(program) ? null : words;
}

function nextPiece(text: string): { text: string; length: number } | null {
  const found = /^(?:'([^'\n]*)'|"([^"\\$`\n]*)"|([\w./:@%+,^=-]+))/.exec(text);
  return found === null ? null : { text: found[1] ?? found[2] ?? found[3] ?? "", length: found[0].length };
}

/** The commands of a RUN that is one list joined by `&&` (or `;`), trimmed; null where it holds more shell than that. */
export function commandList(script: string): string[] | null {
  if (/["'`$(){}<>|#\\\n]|\bthen\b|\bdo\b/.test(script.replace(/\|\|\s*true\b/g, ""))) return null;
  const commands = script.split(/&&|;/).map((one) => one.trim());
  return commands.some((one) => one === "" || one.includes("&")) ? null : commands;
}

/** `["a", "b"]` as an exec form holds it; null where the arguments are in shell form. */
export function execForm(args: string): string[] | null {
  const text = args.trim();
  if (!text.startsWith("[")) return null;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((one) => typeof one === "string") ? value : null;
  } catch {
    // Docker as well takes a broken array for a shell command.
    return null;
  }
}
