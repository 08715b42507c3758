// Which format a list of software has that others wrote, and the list. It may lie in an in-toto statement, as attestations do.
import type { Phrase } from "../../../shared/model/phrase.ts";
import type { ReadSbom } from "../../../shared/model/sbom.ts";
import { phrase } from "../../../shared/wording/say.ts";
import { maxComponents } from "./foreign-component.ts";
import { memberOf, textOf } from "./json-value.ts";
import { readCycloneDx } from "./read-cyclonedx.ts";
import { readSpdx } from "./read-spdx.ts";

export type SbomAnswer =
  | { readonly ok: true; readonly sbom: ReadSbom }
  | { readonly ok: false; readonly reason: Phrase };

/** The list in parsed JSON. Signature and subject of a statement around it are not looked at here. */
export function readSbom(json: unknown): SbomAnswer {
  const document = unwrapped(json);
  const isCycloneDx = memberOf(document, "bomFormat") === "CycloneDX";
  const stated = textOf(memberOf(document, isCycloneDx ? "specVersion" : "spdxVersion"));
  if (!isCycloneDx && stated === null) return { ok: false, reason: phrase("sbom.no-sbom") };
  const read = isCycloneDx ? readCycloneDx(document) : readSpdx(document);
  const format = isCycloneDx ? "CycloneDX" : "SPDX";
  if (read === "version") return { ok: false, reason: phrase("sbom.version", { format, version: stated ?? "-" }) };
  if (read === "too-many") return { ok: false, reason: phrase("sbom.too-many", { limit: maxComponents }) };
  return { ok: true, sbom: read };
}

/** in-toto: the document is the predicate; cosign's first form has it one level below, under `Data`. */
function unwrapped(json: unknown): unknown {
  if (textOf(memberOf(json, "predicateType")) === null) return json;
  const predicate = memberOf(json, "predicate");
  return memberOf(predicate, "Data") ?? predicate;
}
