// The published JSON schemas of the SBOM formats, compiled: CycloneDX out of the kept library, SPDX beside the test cases.
import { existsSync, readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import formats from "ajv-formats";
import { referenceFolder } from "./reference-folder.ts";

const libraryFolder = "node_modules/@cyclonedx/cyclonedx-library/res/schema";

function strictAjv(): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  // Formats of drafts that ajv-formats does not know; nothing that is written here uses them.
  ajv.addFormat("idn-email", true);
  ajv.addFormat("iri-reference", /^\S+$/);
  return ajv;
}

const json = (path: string): object => JSON.parse(readFileSync(path, "utf8")) as object;

export function cycloneDxValidator(version: "1.4" | "1.5" | "1.6"): ValidateFunction {
  const ajv = strictAjv();
  for (const name of ["spdx", "jsf-0.82", "cryptography-defs"]) {
    const file = `${name}.SNAPSHOT.schema.json`;
    // The library's copies refer to each other by their file names, beside the published address.
    ajv.addSchema(json(`${libraryFolder}/${file}`), `http://cyclonedx.org/schema/${file}`);
  }
  return ajv.compile(json(`${libraryFolder}/bom-${version}.SNAPSHOT.schema.json`));
}

/** CycloneDX 1.6 as the reference keeps it; null where it is not there. */
export function referenceCycloneDxValidator(): ValidateFunction | null {
  const folder = `${referenceFolder}/schemas`;
  if (!existsSync(`${folder}/bom-1.6.schema.json`)) return null;
  const ajv = strictAjv();
  for (const name of ["spdx", "jsf-0.82"]) ajv.addSchema(json(`${folder}/${name}.schema.json`));
  return ajv.compile(json(`${folder}/bom-1.6.schema.json`));
}

/** SPDX 2.3, kept with the tests. */
export function spdxValidator(): ValidateFunction {
  return strictAjv().compile(json("test/cases/sbom/spdx-2.3.schema.json"));
}
