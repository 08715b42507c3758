// @vitest-environment happy-dom
// The calendar's button: what it says for every way the export may end.

import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { I18nextProvider } from "react-i18next";
import { afterEach, expect, test } from "vitest";
import { BridgeContext } from "../../../../renderer/bridge/bridge.ts";
import { createWords } from "../../../../renderer/i18n/i18n.ts";
import { CalendarButton } from "../../../../renderer/screens/lifecycle/calendar-button.tsx";
import { type FakeOptions, fakeBridge, fakeCalendar } from "../../../support/fake-bridge.ts";

afterEach(cleanup);

async function press(options: FakeOptions = {}, language: "en" | "de" = "en"): Promise<void> {
  render(
    <I18nextProvider i18n={createWords(language)}>
      <MantineProvider env="test">
        <QueryClientProvider client={new QueryClient()}>
          <BridgeContext.Provider value={fakeBridge(options)}>
            <CalendarButton />
          </BridgeContext.Provider>
        </QueryClientProvider>
      </MantineProvider>
    </I18nextProvider>,
  );
  await userEvent.click(screen.getByRole("button", { name: language === "en" ? "Calendar…" : "Kalender…" }));
}

test("says where the file lies, what it holds, and what is next", async () => {
  await press();
  expect(await screen.findByText("The calendar is written.")).toBeDefined();
  expect(screen.getByText("/home/k/Documents/plimsoll-support.ics")).toBeDefined();
  expect(screen.getByText("It holds 14 ends, 41 notices before an end, 3 events called off.")).toBeDefined();
  expect(screen.getByText("Next: Debian 12, last day 2028-06-30.")).toBeDefined();
  expect(screen.getByText("2 images are not in it: no source dates their end.")).toBeDefined();
});

test("says which kept audit could not be read, and what was set aside", async () => {
  const failure = { kind: "state-unusable", path: "/s/x.json", cause: "the file is missing" } as const;
  const unread = [{ name: "shop/api:7", failure }];
  await press({ calendar: { ...fakeCalendar, unread, next: null, undated: 0, setAside: "/s/calendar.broken.json" } });
  expect(await screen.findByText(/^1 kept audit could not be read \(shop\/api:7: .*the file is missing/)).toBeDefined();
  expect(screen.getByText("No end lies ahead.")).toBeDefined();
  expect(screen.getByText(/lies now in \/s\/calendar\.broken\.json/)).toBeDefined();
});

test("speaks German", async () => {
  await press({}, "de");
  expect(await screen.findByText("Enthalten: 14 Enden, 41 Vorankündigungen, 3 entfallene Termine.")).toBeDefined();
});

test("says nothing when the person closed the system's dialog", async () => {
  await press({ calendar: { outcome: "dismissed" } });
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("says that there is nothing to write, and what to do", async () => {
  await press({ calendar: { outcome: "no-images" } });
  expect(await screen.findByText(/No audit is kept yet\. Audit the images of a source first/)).toBeDefined();
});

test("says why it failed, and tries again", async () => {
  await press({ calendar: { failure: { kind: "not-writable", path: "/ro/x.ics", cause: "permission denied" } } });
  expect((await screen.findByRole("alert")).textContent).toContain("permission denied");
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("alert")).toBeDefined();
  await userEvent.click(screen.getAllByRole("button", { name: "Close" }).at(-1) as HTMLElement);
  expect(screen.queryByRole("alert")).toBeNull();
});
