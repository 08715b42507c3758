// What an image mainly is, so that something can take the place of its base: told by proof first (chain id, shared layers),
// then by its name where its contents bear that out, then by what runs in it, and last by its operating system.
import type { LifecycleEntry } from "../../../shared/model/lifecycle.ts";
import type { MainThing } from "../../../shared/model/move.ts";
import { splitTag } from "../../../shared/reference.ts";
import { phrase } from "../../../shared/wording/say.ts";
import { dhiProductFor } from "../dhi-names.ts";
import { commandWords } from "./command-line.ts";
import { hardenedFor, isJava, lifecycleFor, programs } from "./counterparts.ts";
import { heldProduct, type Judged, type Knowledge } from "./knowledge.ts";

/** The main thing as the rules of this room use it. */
export interface Thing {
  readonly by: MainThing["by"];
  readonly product: string | null;
  readonly version: string | null;
  /** The tag by which a registry's image is known; absent = only the version is. */
  readonly tag?: string | null;
  readonly edition?: "sdk";
  /** The component of the lifecycle that it is; null = none is. */
  readonly entry: LifecycleEntry | null;
  readonly phrase: MainThing["phrase"];
}

/** Components of the image's own: no packages of a distribution, which follow their system. */
export function ownParts(audit: Pick<Judged, "lifecycle">): LifecycleEntry[] {
  return audit.lifecycle.filter(
    ({ component }) => (component.kind === "runtime" || component.kind === "app") && component.distroPackaged !== true,
  );
}

/** The main thing of an image. Labels count only as far as layers and catalogue bear them out. */
export function mainThing(audit: Judged, known: Knowledge): Thing {
  return hardenedBase(audit, known) ?? namedBase(audit) ?? namedItself(audit) ?? running(audit) ?? system(audit);
}

const bounded = (text: string): string => text.slice(0, 200);

function hardenedBase({ hardened, facts, lifecycle }: Judged, known: Knowledge): Thing | null {
  const { product, family, state } = hardened;
  if (family !== "dhi" || product === undefined || (state !== "hardened" && state !== "derived")) return null;
  if (heldProduct(product, known) === null) return null;
  const version = facts.config.labels["com.docker.dhi.version"] ?? null;
  const id = lifecycleFor(product);
  return {
    by: "chain-id",
    product,
    version: version === null ? null : bounded(version),
    entry: lifecycle.find(({ component }) => component.product === id && component.distroPackaged !== true) ?? null,
    phrase: phrase("move.thing-chain", {
      product: bounded(product),
      version: bounded(version ?? hardened.line ?? "?"),
    }),
  };
}

/** The image that its lowest layers are, under a name that is known. */
function namedBase(audit: Judged): Thing | null {
  for (const reference of audit.image.base?.references ?? []) {
    const found = fromName(reference, audit);
    if (found === null) continue;
    return { ...found, by: "shared-layers", phrase: phrase("move.thing-base", { reference: bounded(reference) }) };
  }
  return null;
}

/** Its own name, which anybody may give: it counts where the contents show the same, or cannot show it. */
function namedItself(audit: Judged): Thing | null {
  for (const reference of audit.image.references) {
    const found = fromName(reference, audit);
    if (found === null || found.product === null) continue;
    const id = lifecycleFor(found.product);
    if (id !== null && found.entry === null) continue;
    if (id === null && audit.facts.os === null && ownParts(audit).length === 0) continue;
    const key = found.entry === null ? "move.thing-name-alone" : "move.thing-name";
    return { ...found, by: "name", phrase: phrase(key, { reference: bounded(reference) }) };
  }
  return null;
}

function fromName(reference: string, audit: Judged): Omit<Thing, "by" | "phrase"> | null {
  const [name = ""] = reference.split("@", 1);
  const { repository, tag } = splitTag(name);
  const known = dhiProductFor(repository);
  if (known === null || known.product === "static") return null;
  const id = lifecycleFor(known.product);
  const fits = ({ component }: LifecycleEntry) =>
    component.distroPackaged !== true &&
    (component.product === id || (isJava(known.product) && isJava(component.product)));
  const entry = audit.lifecycle.find(fits) ?? null;
  const version = entry?.component.version ?? null;
  const edition = known.edition === undefined ? {} : { edition: known.edition };
  // A name by digest alone says nothing of the version.
  const asked = tag === null && reference.includes("@") ? {} : { tag };
  return { product: known.product, version, ...asked, ...edition, entry };
}

/** What the command line starts, else a server before a language, for a server is there for its own sake. */
function running(audit: Judged): Thing | null {
  const parts = ownParts(audit).filter(({ component }) => hardenedOf(component) !== null);
  const started = commandWords(audit.facts).flatMap((word) => programs.get(word) ?? []);
  const named = parts.find(({ component }) => component.product !== null && started.includes(component.product));
  const compiled = named === undefined ? compiledProgram(audit) : null;
  if (compiled !== null) return compiled;
  const toolkits = parts.filter(({ component }) => component.product !== "go" || isToolchain(component.evidence));
  const entry = named ?? toolkits.find(({ component }) => component.kind === "app") ?? toolkits[0];
  if (entry === undefined) return null;
  const { component } = entry;
  const params = { label: bounded(component.label), evidence: bounded(component.evidence) };
  return {
    by: "runtime",
    product: hardenedOf(component),
    version: component.version ?? component.cycle,
    entry,
    phrase: phrase(named === undefined ? "move.thing-runtime" : "move.thing-started", params),
  };
}

function hardenedOf({ product, label }: LifecycleEntry["component"]): string | null {
  if (product !== null) return hardenedFor(product);
  // Java whose vendor nobody names: Temurin is the builds that Docker's own images moved to.
  return /^Java \d/.test(label) ? "eclipse-temurin" : null;
}

/** The Go tool chain itself, and no program that was built with it. */
const isToolchain = (evidence: string): boolean => /\/go\/VERSION$|^env |^label /.test(evidence);

/** A Go program that is all there is: nothing else runs here, and no operating system of its own, or a bare one. */
function compiledProgram(audit: Judged): Thing | null {
  const parts = ownParts(audit);
  const go = parts.find(({ component }) => component.product === "go" && !isToolchain(component.evidence));
  if (go === undefined || parts.some((part) => part !== go && part.component.product !== "go")) return null;
  if (parts.some(({ component }) => isToolchain(component.evidence))) return null;
  const params = { evidence: bounded(go.component.evidence), version: bounded(go.component.version ?? "?") };
  return {
    by: "program",
    product: "static",
    version: go.component.version,
    entry: go,
    phrase: phrase("move.thing-program", params),
  };
}

function system({ lifecycle, facts }: Judged): Thing {
  const entry = lifecycle.find(({ component }) => component.kind === "os") ?? null;
  if (facts.os === null || entry === null) {
    const unread = facts.limits.some(({ fact, weight }) => fact === "os" && weight === "gap");
    const why = phrase(unread ? "move.thing-unread" : "move.thing-nothing");
    return { by: "nothing", product: null, version: null, entry: null, phrase: why };
  }
  const { product, cycle, label, evidence } = entry.component;
  return {
    by: "os",
    product: product === null ? null : hardenedFor(product),
    version: cycle ?? facts.os.versionId,
    entry,
    phrase: phrase("move.thing-os", { label: bounded(label), evidence: bounded(evidence) }),
  };
}
