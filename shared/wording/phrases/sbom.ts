// Sentences about lists of software that others wrote, and about what they say otherwise than the image.
import type { PhraseTable } from "./table.ts";

export const sbomPhrases = {
  "sbom.too-large": {
    en: "the SBOM has {bytes} bytes; no more than {limit} are read",
    de: "die SBOM hat {bytes} Bytes; mehr als {limit} werden nicht gelesen",
  },
  "sbom.over-bounds": {
    en: "the SBOM was not read: {cause}",
    de: "die SBOM wurde nicht gelesen: {cause}",
  },
  "sbom.no-json": {
    en: "the SBOM is no JSON",
    de: "die SBOM ist kein JSON",
  },
  "sbom.no-sbom": {
    en: "this is neither CycloneDX nor SPDX in JSON",
    de: "das ist weder CycloneDX noch SPDX in JSON",
  },
  "sbom.version": {
    en: "{format} {version} is not read; known are CycloneDX 1.4 to 1.6 and SPDX 2.2 and 2.3",
    de: "{format} {version} wird nicht gelesen; bekannt sind CycloneDX 1.4 bis 1.6 sowie SPDX 2.2 und 2.3",
  },
  "sbom.too-many": {
    en: "the SBOM lists more than {limit} components and was not read",
    de: "die SBOM führt mehr als {limit} Komponenten auf und wurde nicht gelesen",
  },
  "sbom.same": {
    en: "nothing differs; packages in both, in the same version: {count}",
    de: "keine Abweichung; Pakete in beiden, in gleicher Version: {count}",
  },
  "sbom.different": {
    en: "the SBOM and the image differ in {differ} places; packages in both, in the same version: {count}",
    de: "SBOM und Image weichen an {differ} Stellen ab; Pakete in beiden, in gleicher Version: {count}",
  },
  "sbom.only-ours": {
    en: "in the image and not in the SBOM: {count}",
    de: "im Image und nicht in der SBOM: {count}",
  },
  "sbom.only-theirs": {
    en: "in the SBOM and not found in the image: {count}",
    de: "in der SBOM und nicht im Image gefunden: {count}",
  },
  "sbom.other-version": {
    en: "in both, in other versions: {count}",
    de: "in beiden, in anderer Version: {count}",
  },
  "sbom.without-version": {
    en: "in both, but the SBOM states no version to compare: {count}",
    de: "in beiden, aber die SBOM nennt keine Version zum Vergleichen: {count}",
  },
  "sbom.by-name": {
    en: "matched by name alone, because the SBOM states no package URL: {count}",
    de: "nur am Namen zugeordnet, weil die SBOM keine Paket-URL nennt: {count}",
  },
  "sbom.not-read": {
    en: "of kinds that are not read from images ({kinds}), so neither confirmed nor missing: {count}",
    de: "von Arten, die aus Images nicht gelesen werden ({kinds}), also weder bestätigt noch vermisst: {count}",
  },
  "sbom.malformed": {
    en: "entries of the SBOM without a name or of another form, of which nothing is known: {count}",
    de: "Einträge der SBOM ohne Namen oder in anderer Form, über die nichts bekannt ist: {count}",
  },
  "sbom.ours-empty": {
    en: "no package was found in the image, so there is nothing to confirm the SBOM by",
    de: "im Image wurde kein Paket gefunden, also bestätigt nichts die SBOM",
  },
  "sbom.theirs-empty": {
    en: "the SBOM lists no package that could be compared",
    de: "die SBOM führt kein Paket auf, das sich vergleichen ließe",
  },
  "sbom.ours-incomplete": {
    en: "not everything that lists packages in the image was read; what is missing there may be in it all the same",
    de: "im Image wurde nicht alles gelesen, was Pakete aufführt; was dort fehlt, kann trotzdem darin sein",
  },
  "sbom.theirs-incomplete": {
    en: "the SBOM calls itself incomplete; what it lacks is no contradiction",
    de: "die SBOM nennt sich selbst unvollständig; was in ihr fehlt, ist kein Widerspruch",
  },
} as const satisfies PhraseTable;
