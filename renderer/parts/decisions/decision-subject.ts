// What a decision made in the window can be about: the subject in view, narrowly or more widely, and places of a finding.
// Names come out of images and engines: one that holds a `*` would be a pattern and cover what nobody meant, so such a name
// is never offered. Shapes: shared/model/decision-scope.ts.
import type { SubjectScope, WaiverScope } from "../../../shared/model/decision-scope.ts";
import { PackageType } from "../../../shared/model/facts.ts";
import type { Evidence } from "../../../shared/model/finding.ts";
import type { Surrounding } from "../../../shared/model/surroundings.ts";
import { splitTag } from "../../../shared/reference.ts";

export type DecisionSubject =
  | { readonly kind: "image"; readonly id: string; readonly references: readonly string[] }
  | { readonly kind: Surrounding; readonly id: string; readonly name: string };

export interface SubjectChoice {
  readonly key: "image" | "repository" | "container" | "container-name" | "engine" | "host";
  /** What the scope names, as it will stand in the file. */
  readonly name: string;
  readonly scope: SubjectScope;
}

/** The narrowest first; empty where the subject has no name that can be written down safely. */
export function subjectChoices(subject: DecisionSubject): SubjectChoice[] {
  switch (subject.kind) {
    case "image": {
      const choices: SubjectChoice[] = [];
      if (/^sha256:[0-9a-f]{64}$/.test(subject.id))
        choices.push({ key: "image", name: subject.id, scope: { digests: [subject.id] } });
      const patterns = new Set(subject.references.flatMap(anyTagOf));
      for (const name of patterns) choices.push({ key: "repository", name, scope: { references: [name] } });
      return choices.slice(0, 6);
    }
    case "container":
      return [
        ...named("container-name", subject.name, (name) => ({ containers: [name] })),
        ...named("container", subject.id, (id) => ({ containers: [id] })),
      ];
    case "engine":
      return named("engine", subject.id, (id) => ({ engines: [id] }));
    case "host":
      return named("host", subject.id, (id) => ({ hosts: [id] }));
  }
}

function named(key: SubjectChoice["key"], name: string, scopeOf: (name: string) => SubjectScope): SubjectChoice[] {
  return isPlainName(name) ? [{ key, name, scope: scopeOf(name) }] : [];
}

/** `shop/api:*` of `shop/api:1.0`. */
function anyTagOf(reference: string): string[] {
  const [name = ""] = reference.split("@", 1);
  const { repository } = splitTag(name);
  return isPlainName(repository) && !repository.includes("<") ? [`${repository}:*`] : [];
}

export interface Places {
  /** Each once, in the order of the evidence. */
  readonly offered: readonly string[];
  /** Places that are too many, or whose names hold a `*`. */
  readonly left: number;
}

const mostPlaces = 200;

/** The places of a failure that a waiver can be for; what is only said beside it is none. */
export function placesOf(evidence: readonly Evidence[]): Places {
  const all = [...new Set(evidence.filter(({ beside }) => beside !== true).map(({ where }) => where))];
  const offered = all.filter(isPlainName).slice(0, mostPlaces);
  return { offered, left: all.length - offered.length };
}

/** The lists that name these places: paths, packages (`deb curl`) and whatever else the evidence calls them. */
export function placeScope(places: readonly string[]): Pick<WaiverScope, "paths" | "packages" | "places"> {
  const paths = places.filter((place) => place.startsWith("/"));
  const packages = places.flatMap((place) => packageIn(place) ?? []);
  const others = places.filter((place) => !place.startsWith("/") && packageIn(place) === null);
  return {
    ...(paths.length === 0 ? {} : { paths }),
    ...(packages.length === 0 ? {} : { packages: [...new Set(packages)] }),
    ...(others.length === 0 ? {} : { places: others }),
  };
}

function packageIn(place: string): string | null {
  const [type, name, ...rest] = place.split(" ");
  return name !== undefined && rest.length === 0 && PackageType.options.some((one) => one === type) ? name : null;
}

function isPlainName(name: string): boolean {
  return name.length > 0 && name.length <= 900 && !name.includes("*");
}
