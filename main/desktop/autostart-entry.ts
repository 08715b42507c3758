// The file by which a Linux desktop starts the app at login: a desktop entry in the autostart folder, see the Desktop Entry
// Specification 1.5 (strings, the Exec key) and the Desktop Application Autostart Specification 0.5.
import { join } from "node:path";

/** What the system is to start. */
export interface StartCommand {
  /** Absolute path. */
  readonly program: string;
  readonly args: readonly string[];
}

/** Where the entry lies: `XDG_CONFIG_HOME` counts only when it is absolute, as the base directory specification says. */
export function autostartPath(configHome: string | undefined, home: string): string {
  const config = configHome?.startsWith("/") === true ? configHome : join(home, ".config");
  return join(config, "autostart", "plimsoll.desktop");
}

/**
 * The entry's text, or why none can be written: the specification has no way to write a control character, nor an equals sign
 * in a program's name, and a byte that is no UTF-8 cannot stand in the file.
 */
export function autostartEntry({
  program,
  args,
}: StartCommand): { readonly text: string } | { readonly fault: string } {
  for (const word of [program, ...args]) {
    if (/[\u0000-\u001f\u007f\ufffd]/.test(word))
      return { fault: "its path holds a character that no autostart file can hold" };
  }
  if (!program.startsWith("/")) return { fault: "its path is not absolute" };
  if (program.includes("=")) return { fault: "its path holds an equals sign, which no autostart file can hold" };
  const lines = [
    "[Desktop Entry]",
    "Type=Application",
    "Version=1.0",
    "Name=Plimsoll",
    "Comment=Reminds of ends of support",
    "Comment[de]=Erinnert an das Ende von Support",
    `Exec=${[program, ...args].map(execWord).join(" ")}`,
    "Terminal=false",
    "StartupNotify=false",
    "X-GNOME-Autostart-enabled=true",
  ];
  return { text: `${lines.join("\n")}\n` };
}

/** Whether a desktop would start what the entry names: tools switch entries off by keys instead of deleting them. */
export function isSwitchedOn(entry: string): boolean {
  return !/^(Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/m.test(entry);
}

/**
 * One word of the Exec key. In quotes a backslash stands before `"`, a grave accent, `$` and a backslash; then each
 * backslash is doubled, since the value is a string; a percent sign is doubled so that it begins no field code.
 */
function execWord(word: string): string {
  const isPlain = word !== "" && !/[\s"'\\><~|&;$*?#()`]/.test(word);
  const quoted = isPlain ? word : `"${word.replace(/["`$\\]/g, "\\$&")}"`;
  return quoted.replaceAll("\\", "\\\\").replaceAll("%", "%%");
}
