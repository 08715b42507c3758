// @vitest-environment happy-dom
// Bought support in the window: what is listed and in which state, what a dialog refuses, and what it writes.
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { I18nextProvider } from "react-i18next";
import { afterEach, expect, test } from "vitest";
import { BridgeContext } from "../../../../renderer/bridge/bridge.ts";
import { createWords } from "../../../../renderer/i18n/i18n.ts";
import { Entitlements } from "../../../../renderer/screens/lifecycle/entitlements/entitlements.tsx";
import { type FakeOptions, fakeBridge } from "../../../support/fake-bridge.ts";

afterEach(cleanup);

function show(options: FakeOptions = {}, language: "en" | "de" = "en") {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <I18nextProvider i18n={createWords(language)}>
      <MantineProvider env="test">
        <QueryClientProvider client={client}>
          <BridgeContext.Provider value={fakeBridge({ ...options, language, settings: { language } })}>
            <Entitlements />
          </BridgeContext.Provider>
        </QueryClientProvider>
      </MantineProvider>
    </I18nextProvider>,
  );
}

async function openAdd(): Promise<HTMLElement> {
  await userEvent.click(await screen.findByRole("button", { name: "Record support" }));
  return screen.findByRole("dialog");
}

test("says what is so, why, and the next thing to do where nothing is recorded", async () => {
  show();
  expect(await screen.findByText("No extended support is recorded.")).toBeDefined();
  expect(screen.getByText(/counts as cover only where a contract is recorded here/)).toBeDefined();
  expect(screen.getByRole("button", { name: "Record support" })).toBeDefined();
});

test("lists every entry with its state in words, what ends first on top and what is over below", async () => {
  show({ entitlements: true });
  const table = await screen.findByRole("table");
  const rows = within(table).getAllByRole("row").slice(1);
  const states = rows.map((row) => within(row).getAllByRole("cell")[5]?.textContent ?? "");
  expect(states).toEqual([
    expect.stringMatching(/^matches nothing known.*nothing in the kept images/),
    expect.stringMatching(/^holds.*counts in 3 images$/),
    expect.stringMatching(/^not yet.*it begins on 2026-12-13$/),
    expect.stringMatching(/^matches nothing known.*know no product debain$/),
    expect.stringMatching(/^removed.*removed by Carla Weiss on 2026-01-15.*Terminated early\.$/),
    expect.stringMatching(/^ended.*3 days ago$/),
  ]);
  expect(table.textContent).toContain("\\u202e");
  expect(within(rows[4] as HTMLElement).queryByRole("button")).toBeNull();
});

test("records what was bought, after everything that is missing or wrong was said at its field", async () => {
  show();
  const dialog = await openAdd();
  const submit = () => userEvent.click(within(dialog).getByRole("button", { name: "Record support" }));
  const field = (name: RegExp) => within(dialog).getByLabelText(name);
  await userEvent.type(field(/^Cycle/), "10");
  await userEvent.type(field(/^First day/), "2027-07-01");
  await userEvent.type(field(/^Last day/), "2027-06-30");
  await submit();
  expect(within(dialog).getAllByText("This is needed.")).toHaveLength(2);
  expect(within(dialog).getByText("Name a product or images.")).toBeDefined();
  expect(within(dialog).getByText("A cycle needs its product.")).toBeDefined();
  expect(within(dialog).getByText("It lies before the first day.")).toBeDefined();
  await userEvent.clear(field(/^First day/));
  await userEvent.type(field(/^From whom/), "Freexian");
  await userEvent.type(field(/^Product/), "debain");
  await userEvent.type(field(/^Contract/), "FX-9");
  await submit();
  expect((await within(dialog).findByRole("alert")).textContent).toMatch(/Nothing was written: .*near to it: debian/);
  await userEvent.clear(field(/^Product/));
  await userEvent.type(field(/^Product/), "debian");
  await submit();
  const row = (await screen.findByText("debian 10")).closest("tr");
  expect(row?.textContent).toMatch(/^Freexiandebian 10FX-9recorded by ada, 2026-11-23when support ends2027-06-30holds/);
});

test("removes an entry, which stays listed with who said so and why", async () => {
  show({ entitlements: true });
  await userEvent.click(await screen.findByRole("button", { name: "Remove: FX-2024-0931" }));
  const dialog = await screen.findByRole("dialog");
  expect(dialog.textContent).toContain("The entry stays in the file");
  await userEvent.type(within(dialog).getByLabelText(/^Reason/), "not renewed");
  await userEvent.click(within(dialog).getByRole("button", { name: "Remove" }));
  expect(await screen.findByText("not renewed")).toBeDefined();
  expect(screen.queryByRole("button", { name: "Remove: FX-2024-0931" })).toBeNull();
});

test("says why the file cannot be used, in German too", async () => {
  show({ brokenEntitlements: true }, "de");
  expect((await screen.findByRole("alert")).textContent).toMatch(
    /entitlements\.yaml:14:12.*läuft daneben keine Prüfung/,
  );
  expect(screen.queryByRole("button", { name: "Support eintragen" })).toBeNull();
});
