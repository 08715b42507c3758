// What no page of this app may ever do, set once for every session and every web contents. List: Electron's own security
// guide. Image text (labels, paths, history) is attacker-controlled and sits next to a root-equivalent socket.
import { app, type Session, session } from "electron";
import { appOrigin } from "./app-address.ts";

/**
 * To be called before `ready`: every page runs in the sandbox, whatever its window says. As root Chromium has none and must
 * be told so (`--no-sandbox`, which only tests and the set-up script do); enforcing it then would start no page at all.
 */
export function enforceSandbox(): void {
  if (!app.commandLine.hasSwitch("no-sandbox")) app.enableSandbox();
}

/** Denies permissions, devices, downloads and every request that is not our own page's. */
export function closeSession(target: Session = session.defaultSession): void {
  target.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  target.on("will-download", (event) => event.preventDefault());
  target.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !details.url.startsWith(`${appOrigin}/`) && !details.url.startsWith("devtools://") });
  });
}

/** Pages never navigate, never open windows, never embed a webview. */
export function closeNavigation(): void {
  app.on("web-contents-created", (_event, contents) => {
    contents.on("will-navigate", (event) => event.preventDefault());
    contents.on("will-redirect", (event) => event.preventDefault());
    contents.on("will-attach-webview", (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: "deny" }));
  });
}
