// Checks of images aligned with the DHI GPOS profile: adding one is a file and a line here.
import type { Check } from "../../define-check.ts";

export const gposChecks: readonly Check[] = [];
