// All checks of what lies around images.
import type { SurroundingCheck } from "../define-surrounding-check.ts";
import { containerChecks } from "./containers/index.ts";
import { engineChecks } from "./engine/index.ts";
import { hostChecks } from "./host/index.ts";

export const surroundingChecks: readonly SurroundingCheck[] = [...engineChecks, ...hostChecks, ...containerChecks];
