// The address of the window: path and query after `#`, so that one file serves every place and every view can be linked.
// (wouter's own hash location puts the query before the `#`, which would ask the app scheme for another file.)
import { useSyncExternalStore } from "react";

export interface Place {
  readonly path: string;
  readonly query: string;
}

/** Splits `#/images?sort=size` into `/images` and `sort=size`. */
export function placeIn(hash: string): Place {
  const text = hash.replace(/^#?\/?/, "/");
  const mark = text.indexOf("?");
  return mark < 0 ? { path: text, query: "" } : { path: text.slice(0, mark), query: text.slice(mark + 1) };
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener("hashchange", onChange);
  window.addEventListener("popstate", onChange);
  return () => {
    window.removeEventListener("hashchange", onChange);
    window.removeEventListener("popstate", onChange);
  };
}

export function navigate(to: string, options: { readonly replace?: boolean } = {}): void {
  const hash = `#${to.startsWith("/") ? to : `/${to}`}`;
  if (window.location.hash === hash) return;
  if (options.replace === true) window.history.replaceState(null, "", hash);
  else window.history.pushState(null, "", hash);
  window.dispatchEvent(new Event("hashchange"));
}

/** For wouter's `Router hook=`. */
export function useHashPath(): [string, typeof navigate] {
  return [useSyncExternalStore(subscribe, () => placeIn(window.location.hash).path), navigate];
}
useHashPath.hrefs = (href: string) => `#${href}`;

/** For wouter's `Router searchHook=`. */
export function useHashQuery(): string {
  return useSyncExternalStore(subscribe, () => placeIn(window.location.hash).query);
}
