// Actions that change how the window looks and speaks; each is kept in the settings.
import type { Settings } from "../../shared/settings.ts";
import type { Action, ActionContext } from "./action.ts";

function setting(id: string, title: (say: ActionContext["say"]) => string, part: Partial<Settings>): Action {
  const [[name, value] = ["", ""]] = Object.entries(part);
  return {
    id,
    group: "view",
    title: ({ say }) => title(say),
    when: ({ settings }) => settings.settings[name as keyof Settings] !== value,
    run: ({ settings }) => settings.change(part),
  };
}

export const viewActions: readonly Action[] = [
  setting("light", (say) => say("action.light"), { appearance: "light" }),
  setting("dark", (say) => say("action.dark"), { appearance: "dark" }),
  setting("system", (say) => say("action.systemAppearance"), { appearance: "system" }),
  setting("comfortable", (say) => say("action.comfortable"), { density: "comfortable" }),
  setting("compact", (say) => say("action.compact"), { density: "compact" }),
  setting("english", () => "Switch to English", { language: "en" }),
  setting("german", () => "Auf Deutsch umstellen", { language: "de" }),
];
