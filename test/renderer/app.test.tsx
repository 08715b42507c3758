// @vitest-environment happy-dom
import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { imagePlace } from "../../renderer/routes.ts";
import { addDays } from "../../shared/calendar-day.ts";
import { fakeImage, fakeToday } from "../support/fake-images.ts";
import { removeApp, renderApp } from "../support/render-app.tsx";

afterEach(removeApp);

const rowOf = async (name: string | RegExp) => {
  const link = await screen.findByRole("link", { name });
  const row = link.closest('[role="row"]');
  if (!(row instanceof HTMLElement)) throw new Error(`no row for ${String(name)}`);
  return row;
};

describe("the list of images", () => {
  test("shows kept verdicts, and says so where there are none", async () => {
    renderApp({ images: 4, audited: 3 });
    expect(await rowOf("shop/api:1.0")).toHaveProperty(
      "textContent",
      expect.stringContaining("3 fail, 2 needs a person"),
    );
    expect((await rowOf("legacy/cron:1.3")).textContent).toContain("not audited");
  });

  test("holds a thousand images and draws a few", async () => {
    renderApp({ images: 1000 });
    const grid = await screen.findByRole("grid", { name: "Images" });
    expect(grid.getAttribute("aria-rowcount")).toBe("1001");
    const rows = (await within(grid).findAllByRole("row")).length;
    expect(rows).toBeGreaterThan(20);
    expect(rows).toBeLessThan(60);
  });

  test("lists what was left out, with the reason", async () => {
    const { user } = renderApp({ images: 3 });
    await user.click(await screen.findByRole("button", { name: "2 left out" }));
    expect(screen.getByText("windows/amd64 images are not read")).toBeDefined();
  });

  test("names a dangling image by its digest and shows a hostile name plainly", async () => {
    renderApp({ images: 12 });
    expect(await screen.findByRole("link", { name: /^<none> sha256:/ })).toBeDefined();
    expect(screen.getByRole("link", { name: "media/thumbnailer:\\u202e1.9" })).toBeDefined();
  });

  test("without an engine says what failed and leads to the sample pair", async () => {
    const { user } = renderApp({ noEngine: true });
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("unix:///var/run/docker.sock");
    await user.click(within(alert).getByRole("button", { name: "Look at the sample pair" }));
    expect(await screen.findByRole("link", { name: "shop/api:1.0" })).toBeDefined();
  });

  test("of an empty source says that it is empty", async () => {
    renderApp({ images: 0 });
    expect(await screen.findByRole("heading", { name: "No image here" })).toBeDefined();
  });

  test("that a filter empties offers to show all again", async () => {
    const { user } = renderApp({ images: 3 }, "/images?q=nothing-like-this");
    await user.click(await screen.findByRole("button", { name: "Show all" }));
    expect(await screen.findByRole("link", { name: "shop/api:1.0" })).toBeDefined();
    expect(window.location.hash).toBe("#/images");
  });
});

describe("the keyboard", () => {
  test("moves, selects, audits the selection and copies the same as a command", async () => {
    const { user, bridge } = renderApp({ images: 4 });
    const grid = await screen.findByRole("grid");
    grid.focus();
    await user.keyboard("{ArrowDown} ");
    expect(screen.getByRole("button", { name: "Audit 1 selected" })).toBeDefined();
    await user.keyboard("c");
    await waitFor(() => expect(bridge.written.clipboard).toEqual(["plimsoll audit legacy/cron:1.3"]));
    await user.keyboard("a");
    await waitFor(() => expect(bridge.written.audits).toEqual([[fakeImage(3).key]]));
  });

  test("opens with Enter, searches with a slash, and types letters into the search field", async () => {
    const { user, bridge } = renderApp({ images: 4 });
    await screen.findByRole("grid");
    await user.keyboard("/");
    expect(document.activeElement).toBe(screen.getByRole("searchbox", { name: "Search images" }));
    await user.keyboard("web a");
    expect(bridge.written.audits).toEqual([]);
    expect(window.location.hash).toContain("q=web");
    screen.getByRole("button", { name: /^Image/ });
    await user.clear(screen.getByRole("searchbox"));
    (await screen.findByRole("grid")).focus();
    await user.keyboard("{End}{Enter}");
    expect(await screen.findByRole("heading", { level: 1, name: "shop/web:1.1" })).toBeDefined();
  });
});

describe("an audit", () => {
  test("fills every row, then offers the report", async () => {
    const { user, bridge } = renderApp({ images: 4 });
    await user.click(await screen.findByRole("button", { name: "Audit all" }));
    expect(await screen.findAllByText("Audit finished: 4 images audited.")).not.toHaveLength(0);
    expect((await rowOf("legacy/cron:1.3")).textContent).toContain("ended 2024-06-30");
    await user.click(screen.getByRole("button", { name: "Export signed report" }));
    const dialog = await screen.findByRole("dialog", { name: "Signed report" });
    await user.click(await within(dialog).findByRole("button", { name: "Show in folder" }));
    expect(bridge.written.reports).toEqual(["run-1 en"]);
    await waitFor(() => expect(bridge.written.revealed).toEqual(["/home/ada/Plimsoll/2026-11-23 default/report.pdf"]));
  });

  test("that could not read an image says why in its row and in the outcome", async () => {
    const { user } = renderApp({ images: 3, unreadable: [1] });
    await user.click(await screen.findByRole("button", { name: "Audit all" }));
    expect(await screen.findByText(/2 audited, 1 could not be read/)).toBeDefined();
    expect((await rowOf("shop/web:1.1")).textContent).toContain("layer 3 of 6: the layer ends early");
  });

  test("can be cancelled, and keeps nothing that was read in part", async () => {
    const { user } = renderApp({ images: 6, stall: true });
    await user.click(await screen.findByRole("button", { name: "Audit all" }));
    await screen.findByRole("progressbar");
    expect((await screen.findByText(/^[\d.]+\s[kMG]B of [\d.]+\s[kMG]B$/)).textContent).not.toContain("NaN");
    await waitFor(() => expect(screen.getAllByText("reading layers …").length).toBeGreaterThan(0));
    await user.click(screen.getByRole("button", { name: "Cancel audit" }));
    expect(await screen.findByText(/^Audit cancelled after/)).toBeDefined();
    expect(screen.queryByText("reading layers …")).toBeNull();
    expect(screen.queryByRole("progressbar")).toBeNull();
  });

  test("whose report cannot be written says what failed", async () => {
    const failure = { kind: "not-writable", path: "/full", cause: "no space left on device" } as const;
    const { user } = renderApp({ images: 2, audited: 2, reportFailure: failure });
    await user.click(await screen.findByRole("button", { name: "Export signed report" }));
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("cannot write /full: no space left on device");
  });
});

describe("the page of an image", () => {
  const key = fakeImage(0).key;

  test("shows failing verdicts first and unfolds the one in the address", async () => {
    const { user } = renderApp({ images: 2, audited: 2 }, imagePlace(key, "verdicts", { open: "cis-docker:4.8" }));
    expect(await screen.findByText("/usr/bin/passwd")).toBeDefined();
    expect(screen.getByText(/chmod a-s/)).toBeDefined();
    const [firstVerdict] = screen.getAllByRole("button", { expanded: false, name: /severity/ });
    expect(firstVerdict?.textContent).toContain("4.1");
    await user.click(screen.getByRole("button", { name: /4\.2/ }));
    expect(screen.getByText(/a person has to decide/)).toBeDefined();
    expect(window.location.hash).toContain("open=cis-docker%3A4.2");
  });

  test("tells whose each layer is where a base is proven, and says where none is", async () => {
    renderApp({ images: 2, audited: 2 }, imagePlace(fakeImage(1).key, "layers"));
    expect(await screen.findByText(/^The lowest 2 layers are proven.* debian:12\.$/)).toBeDefined();
    expect(screen.getAllByText("base debian:12")).toHaveLength(2);
    expect(screen.getAllByText("own")).toHaveLength(4);
    removeApp();
    renderApp({ images: 2, audited: 2 }, imagePlace(key, "layers"));
    expect(await screen.findByText(/is not proven/)).toBeDefined();
    expect(screen.queryByText("own")).toBeNull();
  });

  test("says titles, remedies and rules in the language of the window", async () => {
    const place = imagePlace(key, "verdicts", { open: "cis-docker:4.1" });
    renderApp({ images: 2, audited: 2, settings: { language: "de" } }, place);
    expect(await screen.findByText("Das Image läuft unter einem anderen Benutzer als root")).toBeDefined();
    expect(screen.getByText(/^Im Dockerfile ein Konto anlegen/)).toBeDefined();
    expect(screen.getByText(/^Liest, wovon 4\.1 handelt/)).toBeDefined();
    expect(screen.getByText("Schwere hoch: Ein Prozess hat ein Recht, das er nicht haben sollte.")).toBeDefined();
    expect(screen.queryByText("The image runs as a user other than root")).toBeNull();
  });

  test("keeps a verdict's own words where the rules of today do not hold its control", async () => {
    const place = imagePlace(key, "verdicts", { open: "cis-docker:4.1" });
    renderApp({ images: 2, audited: 2, settings: { language: "de" }, goneControls: ["cis-docker:4.1"] }, place);
    expect(await screen.findByText("The image runs as a user other than root")).toBeDefined();
    expect(screen.getByText(/^Create an account in the Dockerfile/)).toBeDefined();
    expect(screen.queryByText("Was geprüft wird")).toBeNull();
    expect(screen.getByText("COPY statt ADD")).toBeDefined();
  });

  test("locates secrets and never shows one", async () => {
    renderApp({ images: 2, audited: 2 }, imagePlace(key, "contents", { section: "secrets" }));
    expect(await screen.findByText("/app/.ssh/id_ed25519")).toBeDefined();
    expect(screen.getByText("private key (OpenSSH), 411 characters")).toBeDefined();
  });

  test("says that it was never audited, and audits it", async () => {
    const { user, bridge } = renderApp({ images: 2 }, imagePlace(key));
    await screen.findByRole("heading", { name: "Not audited yet" });
    const [button] = screen.getAllByRole("button", { name: "Audit this image" });
    if (button === undefined) throw new Error("no button");
    await user.click(button);
    expect(await screen.findByRole("tab", { name: /Verdicts/ })).toBeDefined();
    expect(bridge.written.audits).toEqual([[key]]);
  });

  test("of an image that is gone says so", async () => {
    renderApp({ images: 2 }, imagePlace("sha256:gone"));
    expect(await screen.findByRole("heading", { name: "No such image" })).toBeDefined();
  });
});

describe("settings", () => {
  test("change the language, the colours and the rows at once", async () => {
    const { user } = renderApp({ images: 2, audited: 2 }, "/settings");
    await user.click(await screen.findByRole("radio", { name: "Deutsch" }));
    expect(await screen.findByRole("heading", { name: "Einstellungen" })).toBeDefined();
    await user.click(screen.getByRole("radio", { name: "Dunkel" }));
    await user.click(screen.getByRole("radio", { name: "Eng" }));
    await waitFor(() => {
      expect(document.documentElement.getAttribute("data-mantine-color-scheme")).toBe("dark");
      expect(document.documentElement.dataset["density"]).toBe("compact");
    });
    expect(document.documentElement.lang).toBe("de");
  });

  test("say that the runtime is a stand-in", async () => {
    renderApp({ oldRuntime: true }, "/settings");
    expect(await screen.findByText(/stand-in engine/)).toBeDefined();
  });
});

describe("engine, host and containers", () => {
  test("are checked on demand, each with its verdicts, and what was not reached is said", async () => {
    const { user } = renderApp({ images: 2 }, "/surroundings");
    await user.click(await screen.findByRole("button", { name: "Check engine, host and containers" }));
    const subjects = await screen.findByRole("navigation", { name: "Subjects" });
    const links = within(subjects).getAllByRole("link");
    expect(links).toHaveLength(4);
    expect(links[1]?.textContent).toContain("not reached");
    expect(await screen.findByRole("button", { name: /2\.1/ })).toBeDefined();
    await user.click(within(subjects).getByRole("link", { name: /web/ }));
    expect(await screen.findByRole("button", { name: /5\.10/ })).toBeDefined();
    expect(screen.queryByRole("button", { name: /2\.1/ })).toBeNull();
  });
});

describe("waivers and answers", () => {
  const verdictOf = (control: string) => imagePlace(fakeImage(0).key, "verdicts", { open: control });

  test("are asked for at the verdict, listed, and approved by another person", async () => {
    const { user } = renderApp({ images: 2, audited: 2 }, verdictOf("cis-docker:4.8"));
    await user.click(await screen.findByRole("button", { name: "Ask for a waiver" }));
    const dialog = await screen.findByRole("dialog", { name: "Ask for a waiver" });
    const ask = await within(dialog).findByRole("button", { name: "Ask for the waiver" });
    expect(within(dialog).getByLabelText("Asked for by")).toHaveProperty("value", "ada");
    expect(within(dialog).getByLabelText("Until")).toHaveProperty("value", addDays(fakeToday, 180));
    await user.click(ask);
    expect(within(dialog).getByText("This is needed.")).toBeDefined();
    await user.type(within(dialog).getByLabelText("Why it can be lived with"), "the mail queue needs it");
    await user.click(within(dialog).getByRole("radio", { name: /^every image named shop\/api:\*/ }));
    await user.click(within(dialog).getByRole("radio", { name: "only these places" }));
    await user.click(ask);
    expect(within(dialog).getByText("Choose at least one place.")).toBeDefined();
    await user.click(within(dialog).getByRole("checkbox", { name: "/usr/bin/su" }));
    await user.click(ask);
    expect(await screen.findByText(/^Asked for\. Once another person/)).toBeDefined();
    await user.click(screen.getByRole("link", { name: "Waivers and answers" }));
    const row = (await screen.findByText("the mail queue needs it")).closest("tr");
    expect(row?.textContent).toContain("image shop/api:*; path /usr/bin/su");
    expect(row?.textContent).toContain("not approved");
    await user.click(screen.getByRole("button", { name: "Approve: cis-docker:4.8" }));
    const approval = await screen.findByRole("dialog", { name: "Approve a waiver" });
    const name = await within(approval).findByLabelText("Approved by");
    // Who asked is not proposed, and is refused.
    expect(name).toHaveProperty("value", "");
    await user.type(name, " ADA ");
    await user.click(within(approval).getByRole("button", { name: "Approve" }));
    expect(within(approval).getByText(/^Who asked for it cannot approve it/)).toBeDefined();
    await user.clear(name);
    await user.type(name, "Ben");
    await user.click(within(approval).getByRole("button", { name: "Approve" }));
    expect(await screen.findByText("approved by Ben")).toBeDefined();
    expect(screen.getByText("applies")).toBeDefined();
  });

  test("are given where a person decides, with the digest of what was looked at, and taken back", async () => {
    const { user } = renderApp({ images: 2, audited: 2 }, verdictOf("cis-docker:4.2"));
    await user.click(await screen.findByRole("button", { name: "Answer" }));
    const dialog = await screen.findByRole("dialog", { name: "Answer in person" });
    const keep = await within(dialog).findByRole("button", { name: "Keep the answer" });
    // No answer is proposed.
    for (const radio of within(dialog).getAllByRole("radio", { name: /^(pass|fail|not applicable)$/ }))
      expect(radio).toHaveProperty("checked", false);
    await user.click(keep);
    expect(within(dialog).getAllByText("This is needed.")).toHaveLength(2);
    await user.click(within(dialog).getByRole("radio", { name: "pass" }));
    await user.type(within(dialog).getByLabelText("What you looked at and found"), "our own base");
    const file = document.querySelector('input[type="file"]');
    if (!(file instanceof HTMLInputElement)) throw new Error("no field for a file");
    await user.upload(file, new File(["abc"], "review.txt"));
    expect(
      await within(dialog).findByText(/^ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad$/),
    ).toBeDefined();
    await user.click(keep);
    expect(
      await screen.findByText("Written down. It takes effect with the next audit.", { exact: false }),
    ).toBeDefined();
    await user.click(screen.getByRole("link", { name: "Waivers and answers" }));
    const row = (await screen.findByText("our own base")).closest("tr");
    expect(row?.textContent).toContain("review.txt");
    await user.click(screen.getByRole("button", { name: "Take back: cis-docker:4.2" }));
    const back = await screen.findByRole("dialog", { name: "Take an answer back" });
    await user.click(await within(back).findByRole("button", { name: "Take back" }));
    expect(await screen.findByText("revoked")).toBeDefined();
    expect(screen.queryByRole("button", { name: "Take back: cis-docker:4.2" })).toBeNull();
  });

  test("are not offered where nothing failed and nobody is needed", async () => {
    renderApp({ images: 2, audited: 2 }, verdictOf("cis-docker:4.7"));
    await screen.findByText("update and install stand in one step");
    expect(screen.queryByRole("button", { name: /^(Ask for a waiver|Answer)$/ })).toBeNull();
  });

  test("are listed with their states in words, and what needs care on top", async () => {
    renderApp({ decisions: true }, "/waivers");
    const care = await screen.findByRole("region", { name: "What needs care" });
    expect(within(care).getByText("same requester and approver")).toBeDefined();
    for (const state of ["applies", "not approved", "self-approved", "other rules"])
      expect((await screen.findAllByText(state)).length).toBeGreaterThan(0);
    const [table] = screen.getAllByRole("table");
    const ends = within(table ?? expect.fail("no table"))
      .getAllByRole("row")
      .slice(1)
      .map((row) => within(row).getAllByRole("cell")[4]?.textContent);
    // What has not ended comes first.
    expect([ends[0], ends.at(-2), ends.at(-1)]).toEqual([addDays(fakeToday, 9), "2027-01-31", "2026-11-10"]);
  });

  test("are explained where there are none", async () => {
    const { user } = renderApp({ images: 2 }, "/images");
    await user.click(await screen.findByRole("button", { name: /Search and commands/ }));
    await user.type(await screen.findByPlaceholderText("Find an image or a command"), "open waivers");
    await user.keyboard("{Enter}");
    expect(await screen.findByRole("heading", { name: "No waiver and no answer yet" })).toBeDefined();
    expect(screen.getByText(/^A waiver says that a failed control is lived with/)).toBeDefined();
  });

  test("of files at fault say file, line and column, and take nothing new", async () => {
    renderApp({ images: 2, audited: 2, brokenDecisions: true }, "/waivers");
    const [first, second] = await screen.findAllByRole("alert");
    expect(first?.textContent).toContain("waivers.yaml");
    expect(first?.textContent).toContain("14");
    expect(second?.textContent).toContain("answers.yaml");
    removeApp();
    const { user } = renderApp({ images: 2, audited: 2, brokenDecisions: true }, verdictOf("cis-docker:4.8"));
    await user.click(await screen.findByRole("button", { name: "Ask for a waiver" }));
    const dialog = await screen.findByRole("dialog");
    expect((await within(dialog).findByRole("alert")).textContent).toContain("waivers.yaml");
    expect(within(dialog).queryByLabelText("Asked for by")).toBeNull();
  });
});
