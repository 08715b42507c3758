// What the window asks and hears about the data that judges: the shapes of those channels of contract.ts.
import { z } from "zod";

/** `force`: also where the source was asked within a day. */
export const RefreshQuestion = z.strictObject({ force: z.boolean() });

/** The one thing that is told of a refresh while it runs: whom is asked. */
export const RefreshStep = z.object({ step: z.literal("asking"), address: z.string() });
