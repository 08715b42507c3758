// Sentences on cryptography, signatures, origin and form of an image, and on the profile as a whole, part of image-srg.ts.
import type { PhraseTable } from "./table.ts";

export const srgTrustPhrases = {
  "srg.apk-no-keys": {
    en: "apk has no keys in /etc/apk/keys, so it can verify no index",
    de: "apk hat keine Schlüssel in /etc/apk/keys und kann daher keinen Index prüfen",
  },
  "srg.apk-http": {
    en: "a repository is used over plain http: {line}",
    de: "eine Paketquelle wird über einfaches http benutzt: {line}",
  },
  "srg.signatures-on": {
    en: "{count} files of settings, none of them and no build step switches signature checking off",
    de: "{count} Dateien mit Einstellungen, keine davon und kein Bauschritt schaltet die Signaturprüfung ab",
  },
  "srg.signatures-person": {
    en: "the image has a package manager and no settings for it; a person must look at which repositories and keys it uses by default",
    de: "das Image hat einen Paketmanager, aber keine Einstellungen dafür; ein Mensch muss ansehen, welche Quellen und Schlüssel er von sich aus benutzt",
  },
  "srg.fips-not-included": {
    en: "FIPS is asked for, but fipsmodule.cnf is not included",
    de: "FIPS ist verlangt, aber fipsmodule.cnf ist nicht eingebunden",
  },
  "srg.fips-no-section": {
    en: "FIPS is asked for, but the section of the provider is missing",
    de: "FIPS ist verlangt, aber der Abschnitt des Providers fehlt",
  },
  "srg.fips-no-default": {
    en: "the provider is set up, but default_properties does not ask for fips=yes, so other providers are used as well",
    de: "der Provider ist eingerichtet, aber default_properties verlangt kein fips=yes, andere Provider gelten also auch",
  },
  "srg.fips-no-module-config": {
    en: "FIPS is asked for, but the image has no fipsmodule.cnf",
    de: "FIPS ist verlangt, aber das Image hat keine fipsmodule.cnf",
  },
  "srg.fips-no-provider": {
    en: "FIPS is asked for, but the image has no FIPS provider",
    de: "FIPS ist verlangt, aber das Image hat keinen FIPS-Provider",
  },
  "srg.fips-led-away": {
    en: "leads OpenSSL to {path}, away from the settings that switch FIPS on",
    de: "führt OpenSSL zu {path}, weg von den Einstellungen, die FIPS einschalten",
  },
  "srg.fips-active": {
    en: "OpenSSL's FIPS provider is installed and is the default",
    de: "der FIPS-Provider von OpenSSL ist installiert und die Voreinstellung",
  },
  "srg.fips-provider": { en: "a FIPS provider of OpenSSL", de: "ein FIPS-Provider von OpenSSL" },
  "srg.fips-package": {
    en: "version {version}: brings a FIPS module",
    de: "Version {version}: bringt ein FIPS-Modul mit",
  },
  "srg.fips-host": {
    en: "the FIPS mode of its kernel and the certificate of the module are not seen in an image",
    de: "der FIPS-Modus seines Kernels und das Zertifikat des Moduls sind in einem Image nicht zu sehen",
  },
  "srg.fips-not-active": {
    en: "a FIPS module is there, and nothing in the image switches it on; a person must say whether the host does (fips=1) or the system needs none",
    de: "ein FIPS-Modul ist da, und nichts im Image schaltet es ein; ein Mensch muss sagen, ob der Host es tut (fips=1) oder das System keines braucht",
  },
  "srg.fips-absent": {
    en: "no FIPS module was found in OpenSSL's settings and the packages; a person must say whether the system needs one, and look at what the application brings along itself",
    de: "in den Einstellungen von OpenSSL und den Paketen wurde kein FIPS-Modul gefunden; ein Mensch muss sagen, ob das System eines braucht, und ansehen, was die Anwendung selbst mitbringt",
  },
  "srg.anchors-none": {
    en: "the image has no bundle of trusted certificates",
    de: "das Image hat kein Bündel vertrauter Zertifikate",
  },
  "srg.anchors-elsewhere": {
    en: "leads programs to other certificates: {path}",
    de: "führt Programme zu anderen Zertifikaten: {path}",
  },
  "srg.bundle-approved": {
    en: "the policy approves this bundle (SHA-256 {sha256})",
    de: "die Richtlinie billigt dieses Bündel (SHA-256 {sha256})",
  },
  "srg.bundle-unapproved": {
    en: "the policy does not approve this bundle (SHA-256 {sha256})",
    de: "die Richtlinie billigt dieses Bündel nicht (SHA-256 {sha256})",
  },
  "srg.anchor-added": {
    en: "was added to the certificates of the system, and no approved bundle covers it",
    de: "wurde den Zertifikaten des Systems hinzugefügt, und kein gebilligtes Bündel deckt es",
  },
  "srg.anchor-covered": {
    en: "was added to the certificates of the system; the bundle as a whole is approved",
    de: "wurde den Zertifikaten des Systems hinzugefügt; das Bündel als Ganzes ist gebilligt",
  },
  "srg.anchors-person": {
    en: "nobody has approved a bundle yet; a person must compare the digests below with those of the distribution's own package, and enter them in the policy",
    de: "noch hat niemand ein Bündel gebilligt; ein Mensch muss die unten genannten Digests mit denen des Pakets der Distribution vergleichen und in die Richtlinie eintragen",
  },
  "srg.anchors-approved": {
    en: "{count} bundles of trusted certificates, each approved by the policy",
    de: "{count} Bündel vertrauter Zertifikate, jedes von der Richtlinie gebilligt",
  },
  "srg.elf-unread": {
    en: "the programs of the image were not looked at for their protections",
    de: "die Programme des Images wurden nicht auf ihren Schutz hin angesehen",
  },
  "srg.elf-none": {
    en: "the image has no programs or libraries of the ELF format in the usual folders",
    de: "das Image hat in den üblichen Ordnern keine Programme oder Bibliotheken im ELF-Format",
  },
  "srg.elf-stack": { en: "asks for an executable stack", de: "verlangt einen ausführbaren Stack" },
  "srg.elf-fixed": {
    en: "its code can be placed at one address only",
    de: "sein Code kann nur an einer Adresse liegen",
  },
  "srg.elf-more": { en: "{count} more are not listed", de: "{count} weitere sind nicht aufgeführt" },
  "srg.elf-person": {
    en: "{count} programs are not position independent, as static Go programs often are; a person must say whether they can be built so",
    de: "{count} Programme sind nicht positionsunabhängig, wie es statische Go-Programme oft nicht sind; ein Mensch muss sagen, ob sie so gebaut werden können",
  },
  "srg.elf-protected": {
    en: "{count} programs and libraries: no executable stack, and code that can be placed anywhere, but for what the policy allows",
    de: "{count} Programme und Bibliotheken: kein ausführbarer Stack und frei platzierbarer Code, außer was die Richtlinie erlaubt",
  },
  "srg.registries-no-list": {
    en: "the policy names no approved registries, so there is nothing to hold the image's origin against",
    de: "die Richtlinie nennt keine gebilligten Registries, es gibt also nichts, womit die Herkunft zu vergleichen wäre",
  },
  "srg.image-no-name": {
    en: "the image has no name, so it is not known which repository it came from",
    de: "das Image hat keinen Namen; aus welchem Repository es kam, ist nicht bekannt",
  },
  "srg.registry-approved": {
    en: "comes from a registry or repository that the policy approves",
    de: "kommt aus einer Registry oder einem Repository, das die Richtlinie billigt",
  },
  "srg.registry-unlisted": {
    en: "comes from no registry or repository that the policy approves",
    de: "kommt aus keiner Registry und keinem Repository, das die Richtlinie billigt",
  },
  "srg.attestation": {
    en: "a statement about this digest: {kind}",
    de: "eine Erklärung zu diesem Digest: {kind}",
  },
  "srg.attestation-broken": {
    en: "the statement {kind} does not hold for this image",
    de: "die Erklärung {kind} gilt nicht für dieses Image",
  },
  "srg.provenance-absent": {
    en: "a list of contents lies beside the image, but no provenance; a person must look in the registry whether one was kept there",
    de: "beim Image liegt eine Stückliste, aber keine Herkunftserklärung; ein Mensch muss in der Registry nachsehen, ob dort eine liegt",
  },
  "srg.sbom-absent": {
    en: "provenance lies beside the image, but no list of contents; a person must look in the registry whether one was kept there",
    de: "beim Image liegt eine Herkunftserklärung, aber keine Stückliste; ein Mensch muss in der Registry nachsehen, ob dort eine liegt",
  },
  "srg.attestations-absent": {
    en: "neither a list of contents nor provenance lies beside the image; engines drop them, so a person must look in the registry for attestations of this digest",
    de: "beim Image liegt weder Stückliste noch Herkunftserklärung; Engines lassen sie weg, ein Mensch muss daher in der Registry nach Erklärungen zu diesem Digest sehen",
  },
  "srg.format-engine": {
    en: "the engine told the config in its own form; the image's own document was not read",
    de: "die Engine hat die Konfiguration in ihrer eigenen Form genannt; das Dokument des Images wurde nicht gelesen",
  },
  "srg.format-known": {
    en: "an image config of the {format} format, bound to its digest, with the digests of {layers} layers",
    de: "eine Image-Konfiguration im Format {format}, an ihren Digest gebunden, mit den Digests von {layers} Schichten",
  },
  "srg.format-no-layer": { en: "names no layer", de: "nennt keine Schicht" },
  "srg.format-no-platform": {
    en: "does not say which system and architecture it is for: {platform}",
    de: "sagt nicht, für welches System und welche Architektur es ist: {platform}",
  },
  "srg.profile-unread": {
    en: "nothing fails, but {count} controls of this profile are not assessed: {controls}",
    de: "nichts ist nicht erfüllt, aber {count} Regeln dieses Profils sind ungeprüft: {controls}",
  },
  "srg.profile-fails": { en: "fails", de: "ist nicht erfüllt" },
  "srg.profile-open": { en: "waits for a person", de: "wartet auf einen Menschen" },
  "srg.profile-person": {
    en: "nothing fails, but a person must first decide the {count} controls below",
    de: "nichts ist nicht erfüllt, aber ein Mensch muss erst die {count} unten genannten Regeln entscheiden",
  },
  "srg.profile-holds": {
    en: "of {count} controls of CAT I and II that concern images none is open",
    de: "von {count} Regeln der CAT I und II, die Images betreffen, ist keine offen",
  },
} as const satisfies PhraseTable;
