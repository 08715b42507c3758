// The whole window under happy-dom, over a fake bridge. happy-dom lays nothing out, so elements are given a height: without
// one a virtual list would show no row.
import { QueryClient } from "@tanstack/react-query";
import { cleanup, render } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { App } from "../../renderer/app.tsx";
import { type FakeBridge, type FakeOptions, fakeBridge } from "./fake-bridge.ts";

const laidOutHeight = 640;

export interface RenderedApp {
  readonly bridge: FakeBridge;
  readonly user: UserEvent;
}

/** Renders the window at a place (such as `/images?show=failing`). Call `removeApp` after each test. */
export function renderApp(options: FakeOptions = {}, place = "/images"): RenderedApp {
  for (const side of ["clientHeight", "clientWidth"] as const) {
    Object.defineProperty(HTMLElement.prototype, side, { configurable: true, value: laidOutHeight });
  }
  // happy-dom does not know it; scrolling is not what these tests look at.
  Element.prototype.scrollTo ??= () => {};
  window.location.hash = `#${place}`;
  const bridge = fakeBridge(options);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(<App bridge={bridge} client={client} styleNonce="" />);
  return { bridge, user: userEvent.setup() };
}

export function removeApp(): void {
  cleanup();
  window.location.hash = "";
}
