// Checks of hosts: adding one is a file and a line here.
import type { SurroundingCheck } from "../../define-surrounding-check.ts";

export const hostChecks: readonly SurroundingCheck[] = [];
