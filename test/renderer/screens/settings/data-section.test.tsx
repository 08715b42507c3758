// @vitest-environment happy-dom
// The part "Data" of the settings: what is asked of whom before it is asked, how it ended, and every fault in words.
import { screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { FakeOptions } from "../../../support/fake-bridge.ts";
import { removeApp, renderApp } from "../../../support/render-app.tsx";

afterEach(removeApp);

async function opened(options: FakeOptions = {}) {
  const { user } = renderApp(options, "/settings");
  const name = options.language === "de" ? "Daten" : "Data";
  const section = await screen.findByRole("region", { name });
  const asking = options.language === "de" ? "endoflife.date fragen" : "Ask endoflife.date";
  return { user, section: within(section), asking };
}

describe("the data in the settings", () => {
  it("says its age, calls old data old, and whom a refresh asks for what", async () => {
    const { section, asking } = await opened();
    expect(await section.findAllByText("93 days old")).toHaveLength(2);
    expect(section.getByText(/moved ends are missing from every judgement/)).toBeTruthy();
    expect(section.getByRole("button", { name: asking })).toBeTruthy();
    expect(section.getByText(/One request to https:\/\/endoflife\.date.*nothing about this machine/)).toBeTruthy();
    expect(section.getByText("The source was never asked from here.")).toBeTruthy();
  });

  it("asks when the button is pressed, and shows the newer state with what changed", async () => {
    const { user, section, asking } = await opened();
    await user.click(await section.findByRole("button", { name: asking }));
    expect(await section.findByText("Debian 12: Debian LTS moved from 2028-06-30 to 2028-12-31")).toBeTruthy();
    expect(await section.findByText("3 days old")).toBeTruthy();
    expect(section.getByText("data of 2026-11-20 with 464 products was taken")).toBeTruthy();
  });

  it("asks nobody within a day, and all the same where a person insists", async () => {
    const { user, section, asking } = await opened({ refresh: "recent" });
    await user.click(await section.findByRole("button", { name: asking }));
    expect(await section.findByText(/so nobody was asked now/)).toBeTruthy();
    await user.click(section.getByRole("button", { name: "Ask all the same" }));
    expect(await section.findByText("3 days old")).toBeTruthy();
  });

  it("says why a refresh failed, and that the data is kept", async () => {
    const why = { key: "data.page" };
    const failure = { kind: "data-refused", source: "https://endoflife.date/x", why } as const;
    const { user, section, asking } = await opened({ refresh: { failure } });
    await user.click(await section.findByRole("button", { name: asking }));
    expect((await section.findByRole("alert")).textContent).toMatch(
      /answers with a page.*the data that is here is kept/,
    );
    expect(section.queryByRole("button", { name: "Ask all the same" })).toBeNull();
  });

  it("says all that is wrong with what is here, in German too", async () => {
    const { section } = await opened({ data: "troubled", language: "de", settings: { language: "de" } });
    expect(await section.findByText(/wurden beiseitegelegt/)).toBeTruthy();
    expect(section.getByText(/3 Versuche in Folge gescheitert/)).toBeTruthy();
    expect(section.getByText(/wird nichts beurteilt: .*lifecycle\.yaml:14:9/)).toBeTruthy();
  });

  it("takes a file, and keeps the switch for refreshing by itself", async () => {
    const { user, section } = await opened();
    await user.click(await section.findByRole("button", { name: "Choose a file …" }));
    expect(await section.findByText("3 days old")).toBeTruthy();
    expect(section.getByText("Nothing is asked unless you press the button.")).toBeTruthy();
    await user.click(section.getByRole("radio", { name: "Once a day" }));
    expect(await section.findByText(/at most once a day/)).toBeTruthy();
  });

  it("says why the state cannot be read, with a way to try again", async () => {
    const { section } = await opened({ brokenData: true });
    expect((await section.findByRole("alert")).textContent).toContain("permission denied");
    expect(section.getByRole("button", { name: "Try again" })).toBeTruthy();
  });
});
