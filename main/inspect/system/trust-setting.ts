// One line or option of a package manager's settings, in the form that becomes a fact.
import type { TrustSetting } from "../../../shared/model/facts.ts";

/** What a reader of one settings file finds: options that switch a check off, and a word on the file otherwise. */
export interface TrustReading {
  readonly disabled: readonly string[];
  /** Said when nothing is disabled; null = the file has nothing to do with trust. */
  readonly otherwise: string | null;
}

const maxDetail = 300;
const maxPerFile = 50;

/** The facts of one file: each weakening option, or one `ok`. Users and passwords in addresses are taken out. */
export function trustSettings(
  manager: TrustSetting["manager"],
  file: { readonly path: string; readonly layer: number },
  reading: TrustReading,
): TrustSetting[] {
  const { path, layer } = file;
  const details = reading.disabled.slice(0, maxPerFile);
  if (details.length > 0) {
    return details.map((detail) => ({ manager, path, layer, state: "disabled", detail: withoutSecrets(detail) }));
  }
  return reading.otherwise === null
    ? []
    : [{ manager, path, layer, state: "ok", detail: withoutSecrets(reading.otherwise) }];
}

function withoutSecrets(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/(:\/\/)[^/@\s]*@/g, "$1***@")
    .replace(/([?&](?:token|password|secret|key|sig)[^=\s]*=)[^&\s]+/gi, "$1***")
    .trim()
    .slice(0, maxDetail);
}
