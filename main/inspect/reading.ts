// One image on its way to facts: first from its config alone, then with its layers, again when bodies had to be fetched.
import type { InspectEvent, Inspected } from "../../shared/model/inspection.ts";
import { stepsOf } from "./history/steps.ts";
import { configFacts, layeredFacts } from "./image-facts.ts";
import { identityOf } from "./image-identity.ts";
import { inBreaths } from "./in-breaths.ts";
import type { Absence, MissingBody } from "./layer/image-files.ts";
import type { LayerFacts } from "./layer/layer-facts.ts";
import type { LayerShelf } from "./layer-shelf.ts";
import { Limits } from "./limit.ts";
import type { Opened } from "./opened-image.ts";

export interface Reading {
  readonly opened: Opened;
  readonly inspected: Inspected;
  /** Bodies without which the facts are not complete. */
  readonly missing: readonly MissingBody[];
  /** Everything that was wanted was there: another look would find the same. */
  readonly isWhole: boolean;
}

/** What config and history say, before any layer. */
export function configEvent(opened: Opened): InspectEvent {
  const limits = new Limits();
  const steps = stepsOf(opened.masked.history, opened.image.config.diffIds.length, limits);
  const facts = configFacts(opened.masked, steps, limits);
  return { kind: "config", key: opened.key, inspected: { image: identityOf(opened.image, steps, null), facts } };
}

/** What all layers say. Throws the signal's reason when cancelled. */
export async function readingOf(
  opened: Opened,
  layers: readonly LayerFacts[],
  absence: Absence,
  signal: AbortSignal,
): Promise<Reading> {
  const limits = new Limits();
  const steps = stepsOf(opened.masked.history, layers.length, limits);
  const { facts, missing } = await inBreaths(layeredFacts(opened.masked, steps, layers, limits, absence), signal);
  const inspected = { image: identityOf(opened.image, steps, layers), facts };
  return { opened, inspected, missing, isWhole: absence.fetch && missing.length === 0 };
}

/** The same reading with what was fetched since. */
export async function retry(
  reading: Reading,
  shelf: LayerShelf,
  absence: Absence,
  signal: AbortSignal,
): Promise<Reading> {
  const layers = shelf.all(reading.opened.image.config.diffIds);
  // The shelf keeps a layer until the last image that needs it is done.
  if (layers === null) throw new Error("a layer was let go while an image still needed it");
  return readingOf(reading.opened, layers, absence, signal);
}
