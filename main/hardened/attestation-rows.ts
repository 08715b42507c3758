// Results of verified attestations as rows of the hardened state. They come as `external` facts, so that a stored audit can be
// judged again; nothing is verified here.
import { parseDay } from "../../shared/calendar-day.ts";
import type { External } from "../../shared/model/facts.ts";
import type { HardenedState } from "../../shared/model/hardened.ts";

const kinds = new Set([
  "sbom",
  "slsa-provenance",
  "openvex",
  "stig",
  "fips",
  "secrets-scan",
  "malware-scan",
  "signature",
]);
const maxRows = 100;

/** One row an attestation, in the order of the facts. The result is `verified` only where the fact says so. */
export function attestationRows(external: readonly External[]): HardenedState["attestations"] {
  return external
    .filter(({ kind }) => kinds.has(kind))
    .slice(0, maxRows)
    .map(({ kind, verified, date, data }) => {
      const key = textIn(data, "key");
      const result = textIn(data, "result") ?? "unverified";
      const day = date === null ? null : parseDay(date);
      return {
        kind,
        result: verified ? "verified" : result === "verified" ? "unverified" : result,
        ...(key === undefined ? {} : { key }),
        ...(day === null ? {} : { date: day }),
      };
    });
}

function textIn(data: unknown, key: string): string | undefined {
  if (typeof data !== "object" || data === null || !Object.hasOwn(data, key)) return undefined;
  const value: unknown = (data as Readonly<Record<string, unknown>>)[key];
  return typeof value === "string" ? value.slice(0, 200) : undefined;
}
