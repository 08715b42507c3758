// Actions that lead somewhere: screens, sources, the search field.
import { routes } from "../routes.ts";
import type { Action } from "./action.ts";

export const searchFieldId = "image-search";

export const openImages: Action = {
  id: "open-images",
  group: "go",
  title: ({ say }) => say("action.openImages"),
  when: ({ isListInView }) => !isListInView,
  run: ({ navigate }) => navigate(routes.images),
};

export const openSurroundings: Action = {
  id: "open-surroundings",
  group: "go",
  title: ({ say }) => say("action.openSurroundings"),
  when: () => true,
  run: ({ navigate }) => navigate(routes.surroundings),
};

export const openReminders: Action = {
  id: "open-reminders",
  group: "go",
  title: ({ say }) => say("action.openReminders"),
  when: () => true,
  run: ({ navigate }) => navigate(routes.reminders),
};

export const openLifecycle: Action = {
  id: "open-lifecycle",
  group: "go",
  title: ({ say }) => say("action.openLifecycle"),
  when: () => true,
  run: ({ navigate }) => navigate(routes.lifecycle),
};

export const openWaivers: Action = {
  id: "open-waivers",
  group: "go",
  title: ({ say }) => say("action.openWaivers"),
  when: () => true,
  run: ({ navigate }) => navigate(routes.waivers),
};

export const openSettings: Action = {
  id: "open-settings",
  group: "go",
  title: ({ say }) => say("action.openSettings"),
  when: () => true,
  run: ({ navigate }) => navigate(routes.settings),
};

export const searchImages: Action = {
  id: "search-images",
  group: "go",
  key: "/",
  title: ({ say }) => say("action.searchImages"),
  when: ({ isListInView, images }) => isListInView && images.table !== null,
  run: () => document.getElementById(searchFieldId)?.focus(),
};

export const readListAgain: Action = {
  id: "refresh",
  group: "go",
  title: ({ say }) => say("action.refresh"),
  when: ({ audit }) => !audit.isRunning,
  run: ({ images }) => images.refresh(),
};

export const openSample: Action = {
  id: "open-sample",
  group: "go",
  title: ({ say }) => say("action.openSample"),
  when: ({ source, audit }) => source.source.kind !== "sample" && !audit.isRunning,
  run: ({ source, navigate }) => {
    source.switchTo({ kind: "sample" });
    navigate(routes.images);
  },
};

export const openEngine: Action = {
  id: "open-engine",
  group: "go",
  title: ({ say }) => say("action.openEngine"),
  when: ({ source, audit }) => source.source.kind !== "engine" && !audit.isRunning,
  run: ({ source, navigate }) => {
    source.switchTo(source.opened.kind === "engine" ? source.opened : { kind: "engine" });
    navigate(routes.images);
  },
};
