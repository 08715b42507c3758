import { describe, expect, test } from "vitest";
import { isForPlaces, meansPlace, meansSubject } from "../../../main/control/decided-subject.ts";
import { placeScope, placesOf, subjectChoices } from "../../../renderer/parts/decisions/decision-subject.ts";
import { WaiverScope } from "../../../shared/model/decision-scope.ts";

const id = `sha256:${"ab".repeat(32)}`;

describe("whom a decision made in the window can be about", () => {
  test("is an image alone first, then every tag of its names", () => {
    const references = ["shop/api:1.0", "shop/api:latest", `registry.test:5000/api@${id}`];
    const choices = subjectChoices({ kind: "image", id, references });
    expect(choices.map(({ key, scope }) => [key, scope])).toEqual([
      ["image", { digests: [id] }],
      ["repository", { references: ["shop/api:*"] }],
      ["repository", { references: ["registry.test:5000/api:*"] }],
    ]);
    // What the window writes is what the rules understand.
    const other = { kind: "image", digests: [], references: ["shop/api:2.0"] } as const;
    expect(choices.map(({ scope }) => meansSubject(scope, other))).toEqual([false, true, false]);
  });

  test("is never a name that would be a pattern", () => {
    expect(subjectChoices({ kind: "image", id: "x", references: ["**:1", "<none>:<none>", "shop/*"] })).toEqual([]);
    expect(subjectChoices({ kind: "container", id: "c0ffee", name: "*" })).toEqual([
      { key: "container", name: "c0ffee", scope: { containers: ["c0ffee"] } },
    ]);
    expect(subjectChoices({ kind: "engine", id: "", name: "" })).toEqual([]);
  });

  test("is what lies around images, by name or id", () => {
    expect(subjectChoices({ kind: "container", id: "c0ffee", name: "web" }).map(({ scope }) => scope)).toEqual([
      { containers: ["web"] },
      { containers: ["c0ffee"] },
    ]);
    expect(subjectChoices({ kind: "host", id: "build-07", name: "host" })[0]?.scope).toEqual({ hosts: ["build-07"] });
  });
});

describe("the places of a failure", () => {
  const at = (where: string) => ({ where, detail: "seen" });

  test("are offered once each; patterns, too many, and what is said beside it are not", () => {
    const evidence = [at("/bin/su"), at("/bin/su"), at("/**"), { ...at("/excused"), beside: true as const }];
    expect(placesOf(evidence)).toEqual({ offered: ["/bin/su"], left: 1 });
    const many = placesOf(Array.from({ length: 1000 }, (_, n) => at(`/bin/${n}`)));
    expect([many.offered.length, many.left]).toEqual([200, 800]);
  });

  test("are named as the rules name them: path, package, or as the evidence calls them", () => {
    const places = ["/bin/su", "deb curl", "env DB_PASSWORD", "config User"];
    const scope = WaiverScope.parse(placeScope(places));
    expect(scope).toEqual({ paths: ["/bin/su"], packages: ["curl"], places: ["env DB_PASSWORD", "config User"] });
    expect(isForPlaces(scope)).toBe(true);
    expect([...places, "/bin/sh", "deb zip", "env X"].map((place) => meansPlace(scope, place))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
