// The researched reference beside the repository: on our own CI and with its developers, nowhere else.
import { existsSync } from "node:fs";
import type { TestContext } from "vitest";

export const referenceFolder = "../shared/reference";
export const hasReference = existsSync(referenceFolder);

/** Skips a test, with the reason, where the reference is not there. */
export function needsReference({ skip }: Pick<TestContext, "skip">): void {
  if (!hasReference) skip("../shared is not beside this checkout");
}
