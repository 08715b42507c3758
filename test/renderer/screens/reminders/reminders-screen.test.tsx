// @vitest-environment happy-dom
// The list of reminders and their settings, as a person uses them.
import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { removeApp, renderApp } from "../../../support/render-app.tsx";

afterEach(removeApp);

const section = (name: RegExp) => screen.findByRole("region", { name });
const rowOf = async (name: RegExp, label: string) => {
  const row = within(await section(name))
    .getByText(label)
    .closest("tr");
  if (row === null) throw new Error(`no row ${label}`);
  return within(row);
};

describe("the list", () => {
  it("says what ends, when, in which images, and where the day is from", async () => {
    renderApp({ reminders: true }, "/reminders");
    const row = await rowOf(/^Due 4/, "Debian 10");
    row.getByText("end of cover");
    row.getByText("in 6 days");
    row.getByText("2026-11-29");
    row.getByText("7 days before");
    row.getByText("shop/api:1.0");
    row.getByText("endoflife.date (2026-11-20)");
    expect(row.queryByText("ops/log-router:1.4")).toBeNull();
    row.getByRole("button", { name: "4 more" }).click();
    await row.findByText("ops/log-router:1.4");
    (await rowOf(/^Due 4/, "PHP 8.2")).getByText("today, the last day");
    (await rowOf(/^Due 4/, "Debian 11")).getByText("85 days ago");
  });

  it("has one line for a subject that comes, with all its days", async () => {
    renderApp({ reminders: true }, "/reminders");
    const row = await rowOf(/^Upcoming 2/, "Node.js 22");
    row.getByText("2027-01-30");
    row.getByText("then: 30 days before; 7 days before; on the last day");
  });

  it("marks as done, says so, moves the focus to the way back, and takes it back", async () => {
    const { user } = renderApp({ reminders: true }, "/reminders");
    await user.click((await rowOf(/^Due 4/, "PHP 8.2")).getByRole("button", { name: "Done: PHP 8.2" }));
    await screen.findByText("Done: PHP 8.2.");
    await section(/^Due 3/);
    await rowOf(/^Done 2/, "PHP 8.2");
    const back = screen.getByRole("button", { name: "Take back" });
    await waitFor(() => expect(document.activeElement).toBe(back));
    await user.click(back);
    await section(/^Due 4/);
    expect(screen.queryByText("Done: PHP 8.2.")).toBeNull();
  });

  it("snoozes by a week, and all at once until a day", async () => {
    const { user } = renderApp({ reminders: true }, "/reminders");
    await user.click((await rowOf(/^Due 4/, "Debian 11")).getByRole("button", { name: "Snooze: Debian 11" }));
    await user.click(await screen.findByText("For 7 days, until 2026-11-30"));
    (await rowOf(/^Snoozed 2/, "Debian 11")).getByText("again from 2026-11-30");

    await user.click(screen.getByRole("button", { name: "Snooze all: 3 reminders" }));
    await user.click(await screen.findByText("Until a day …"));
    const dialog = within(await screen.findByRole("dialog", { name: "Snooze until a day" }));
    const field = dialog.getByRole("textbox", { name: "Remind again from" });
    await user.clear(field);
    await user.type(field, "2026-11-23");
    await user.click(dialog.getByRole("button", { name: "Snooze" }));
    await dialog.findByText("Give a day from 2026-11-24 to 2027-11-24.");
    await user.clear(field);
    await user.type(field, "2026-12-24");
    await user.click(dialog.getByRole("button", { name: "Snooze" }));
    await section(/^Snoozed 5/);
    await screen.findByText("Snoozed until 2026-12-24: 3 reminders.");
    await screen.findByText(/^Nothing is due\. The next reminder is of legacy\/cron:1, on 2026-12-11\.$/);
  });

  it("counts what is due in the rail, for screen readers as well", async () => {
    const { user } = renderApp({ reminders: true }, "/reminders");
    await screen.findByRole("link", { name: "Reminders 4 due" });
    await user.click(await screen.findByRole("button", { name: "All done" }));
    await screen.findByRole("link", { name: "Reminders" });
  });

  it("finds by name and by image", async () => {
    const { user } = renderApp({ reminders: true }, "/reminders");
    await user.type(await screen.findByRole("searchbox", { name: "Search reminders" }), "node");
    await section(/^Upcoming 1/);
    expect(screen.queryByText("PHP 8.2")).toBeNull();
    await user.type(screen.getByRole("searchbox"), "nothing like it");
    await screen.findByText("No reminder matches the search.");
  });

  it("tells of dates that moved", async () => {
    renderApp({ reminders: true }, "/reminders");
    const moved = within(await section(/^Dates that moved$/));
    moved.getByText(/moved earlier, from 2027-01-31 to 2026-12-31\./);
    moved.getByText(/moved later/);
  });

  it("draws a hundred lines of a thousand, and more when asked", async () => {
    const { user } = renderApp({ reminders: 1000 }, "/reminders");
    const due = await section(/^Due 1,?000/);
    expect(within(due).getAllByRole("row")).toHaveLength(101);
    await user.click(within(due).getByRole("button", { name: "Show 100 more" }));
    expect(within(due).getAllByRole("row")).toHaveLength(201);
  });
});

describe("where there is nothing", () => {
  it("says that nothing is kept, and leads to the images", async () => {
    const { user } = renderApp({}, "/reminders");
    await screen.findByRole("heading", { name: "Nothing to remind of yet" });
    await user.click(screen.getByRole("button", { name: "Go to images" }));
    expect(window.location.hash).toBe("#/images");
  });

  it("says that nothing ends, and of what nothing is known", async () => {
    renderApp({ nothingEnds: true }, "/reminders");
    await screen.findByRole("heading", { name: "Nothing here ends on a known day" });
    screen.getByText("3 components have no end with a date, so nothing reminds of them.");
    screen.getByText("Go 1.27, nginx 1.29, Wolfi");
  });

  it("says why nothing can be planned", async () => {
    renderApp({ brokenReminders: true }, "/reminders");
    await screen.findByRole("heading", { name: "Reminders cannot be planned" });
    screen.getByText(/permission denied/);
    screen.getByRole("button", { name: "Try again" });
  });

  it("says which files keep silent", async () => {
    renderApp({ reminders: true, reminderTroubles: true }, "/reminders");
    await screen.findByText(/^Nothing reminds of what this file holds: waivers\.yaml, line 7/);
    screen.getByText(/^Nothing reminds of shop\/api:7\.2: /);
  });
});

describe("the settings", () => {
  const group = async (name: string) => within(await screen.findByRole("group", { name }));
  const settingsOf = async (bridge: ReturnType<typeof renderApp>["bridge"]) => {
    const result = await bridge.ask("settings.get", null);
    if (!result.ok) throw new Error("no settings");
    return result.value;
  };

  it("add and remove lead times, and say what is no lead time", async () => {
    const { bridge, user } = renderApp({ reminders: true }, "/settings");
    const leads = await group("Lead times");
    await user.click(leads.getByRole("button", { name: "Remove 90 days" }));
    await user.type(leads.getByRole("textbox", { name: "Days before" }), "45{Enter}");
    await leads.findByRole("button", { name: "Remove 45 days" });
    expect((await settingsOf(bridge)).reminderLeads).toEqual([180, 45, 30, 7, 0]);
    for (const [text, fault] of [
      ["45", "This lead time is there already."],
      ["-3", "Give whole days from 0 to 3650."],
      ["1.5", "Give whole days from 0 to 3650."],
      ["9999", "Give whole days from 0 to 3650."],
    ] as const) {
      await user.clear(leads.getByRole("textbox"));
      await user.type(leads.getByRole("textbox"), `${text}{Enter}`);
      await leads.findByText(fault);
    }
    for (const name of ["Remove 180 days", "Remove 45 days", "Remove 30 days", "Remove 7 days"]) {
      await user.click(await leads.findByRole("button", { name }));
    }
    await user.click(await leads.findByRole("button", { name: "Remove last day" }));
    await leads.findByText("One lead time has to stay.");
    expect((await settingsOf(bridge)).reminderLeads).toEqual([0]);
  });

  it("give a component lead times of its own, also none", async () => {
    const { bridge, user } = renderApp({ reminders: true }, "/settings");
    const parts = await group("Lead times of single components");
    await parts.findByRole("option", { name: "debian, every version" });
    await user.selectOptions(parts.getByRole("combobox"), "support:php:8.2");
    await user.click(parts.getByRole("button", { name: "Add component" }));
    await parts.findByText("PHP 8.2: end of support", { selector: "span" });
    expect((await settingsOf(bridge)).componentLeads).toEqual({ "support:php:8.2": [180, 90, 30, 7, 0] });
    for (const name of ["180 days", "90 days", "30 days", "7 days", "last day"]) {
      await user.click(await parts.findByRole("button", { name: `Remove ${name}` }));
    }
    await parts.findByText("No reminder at all");
    await user.click(parts.getByRole("button", { name: /^Remove the lead times of PHP 8\.2/ }));
    await parts.findByText("None has lead times of its own.");
    expect((await settingsOf(bridge)).componentLeads).toEqual({});
  });

  it("keep the age of audits, or none", async () => {
    const { bridge, user } = renderApp({}, "/settings");
    const age = await group("Audits grow too old");
    const days = age.getByRole("textbox");
    await user.clear(days);
    await user.type(days, "0");
    await age.findByText("Give whole days from 1 to 3650.");
    await user.clear(days);
    await user.type(days, "14{Enter}");
    await waitFor(async () => expect((await settingsOf(bridge)).auditAgeDays).toBe(14));
    await user.click(age.getByRole("checkbox"));
    await waitFor(async () => expect((await settingsOf(bridge)).auditAgeDays).toBeNull());
  });

  it("switch tray and start at login, and say where it is written", async () => {
    const { bridge, user } = renderApp({}, "/settings");
    const login = await group("Start at login");
    expect(login.getByRole("checkbox")).toHaveProperty("checked", false);
    await user.click(login.getByRole("checkbox"));
    await login.findByText("/home/ada/.config/autostart/plimsoll.desktop");
    await user.click((await group("Tray")).getByRole("checkbox"));
    await (await group("Tray")).findByText(/^Quit in its menu ends Plimsoll/);
    expect(await settingsOf(bridge)).toMatchObject({ startAtLogin: true, tray: true });
  });

  it("say what the system cannot do", async () => {
    renderApp({ poorDesktop: true }, "/settings");
    const notifications = await group("Notifications");
    await notifications.findByText(/^This system takes no notifications/);
    expect(notifications.getByRole("button", { name: "Show a sample" })).toHaveProperty("disabled", true);
    const login = await group("Start at login");
    expect(login.getByRole("checkbox")).toHaveProperty("disabled", true);
    login.getByText("This platform does not let an app ask for that.");
  });

  it("say why the start at login could not be written", async () => {
    renderApp({ noAutostart: true, settings: { startAtLogin: true } }, "/settings");
    await (await group("Start at login")).findByText(/the file system is read-only/);
  });

  it("show a sample", async () => {
    const { user } = renderApp({}, "/settings");
    const notifications = await group("Notifications");
    await user.click(notifications.getByRole("button", { name: "Show a sample" }));
    await notifications.findByText(/^The system was asked to show a sample/);
  });
});
