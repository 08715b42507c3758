// Checks of containers: adding one is a file and a line here.
import type { SurroundingCheck } from "../../define-surrounding-check.ts";

export const containerChecks: readonly SurroundingCheck[] = [];
