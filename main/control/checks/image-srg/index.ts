// Checks of images aligned with the SRGs: adding one is a file and a line here.
import type { Check } from "../../define-check.ts";

export const imageSrgChecks: readonly Check[] = [];
