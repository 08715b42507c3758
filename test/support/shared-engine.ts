// How a test file gets at the one daemon of the run.
import { inject, type TestContext } from "vitest";
import { type Engine, engineAt } from "./engine.ts";
import "./engine-setup.ts";

/** The running engine; without one the test is skipped with the reason. */
export function sharedEngine({ skip }: Pick<TestContext, "skip">): Engine {
  const engine = inject("engine");
  if ("problem" in engine) return skip(engine.problem);
  return engineAt(engine.dir);
}
