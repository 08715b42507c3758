// Sentences of evidence/verify in both languages; `{name}` stands for a value of the phrase.
import type { PhraseTable } from "./table.ts";

export const verifyPhrases = {
  "verify.pdf-intact": {
    en: "the report is unchanged since it was signed, every byte of it",
    de: "der Bericht ist seit der Unterschrift unverändert, jedes Byte davon",
  },
  "verify.files-intact": {
    en: "all {count} files are as the signed statement lists them, and there are no others",
    de: "alle {count} Dateien sind so, wie die signierte Erklärung sie aufführt, und es gibt keine weiteren",
  },
  "verify.statement-alone": {
    en: "the statement is as it was signed; the {count} files it names were not looked at, give the folder for that",
    de: "die Erklärung ist so, wie sie signiert wurde; die {count} genannten Dateien wurden nicht geprüft, dafür den Ordner angeben",
  },
  "verify.pdf-form": {
    en: "the PDF does not have the form of a signed report: {cause}",
    de: "das PDF hat nicht die Form eines signierten Berichts: {cause}",
  },
  "verify.pdf-unsigned": { en: "the PDF carries no signature", de: "das PDF trägt keine Unterschrift" },
  "verify.not-whole": {
    en: "the signature does not cover the whole file: something was added, cut off, or left out of it",
    de: "die Unterschrift deckt nicht die ganze Datei: etwas wurde angefügt, abgeschnitten oder ausgelassen",
  },
  "verify.other-kind": {
    en: "the signature is not of the kind ETSI.CAdES.detached, which binds its certificate",
    de: "die Unterschrift ist nicht von der Art ETSI.CAdES.detached, die ihr Zertifikat bindet",
  },
  "verify.not-certified": {
    en: "the signature does not forbid later changes (DocMDP 1)",
    de: "die Unterschrift verbietet spätere Änderungen nicht (DocMDP 1)",
  },
  "verify.padding": {
    en: "the room reserved for the signature holds something else as well",
    de: "der Platz für die Unterschrift enthält noch etwas anderes",
  },
  "verify.cms-form": {
    en: "the signature does not have the form that Plimsoll writes: {cause}",
    de: "die Unterschrift hat nicht die Form, die Plimsoll schreibt: {cause}",
  },
  "verify.certificate-swapped": {
    en: "the certificates in the signature are not those that the signer named",
    de: "die Zertifikate in der Unterschrift sind nicht die, die der Unterzeichner genannt hat",
  },
  "verify.pdf-changed": {
    en: "the report was changed after it was signed",
    de: "der Bericht wurde nach der Unterschrift geändert",
  },
  "verify.signature-invalid": {
    en: "the signature was not made by the key of its certificate, or it was changed",
    de: "die Unterschrift stammt nicht vom Schlüssel ihres Zertifikats, oder sie wurde geändert",
  },
  "verify.statement-missing": {
    en: "no signed statement ({name}) binds the files of this folder",
    de: "keine signierte Erklärung ({name}) bindet die Dateien dieses Ordners",
  },
  "verify.statement-form": {
    en: "the statement cannot be read: {cause}",
    de: "die Erklärung ist nicht lesbar: {cause}",
  },
  "verify.statement-no-certificate": {
    en: "the certificate of the statement's signer is not there; keep certificates.pem beside it or pin the certificate",
    de: "das Zertifikat des Unterzeichners der Erklärung fehlt; certificates.pem daneben lassen oder das Zertifikat vorgeben",
  },
  "verify.statement-signature": {
    en: "the statement was changed, or another key signed it",
    de: "die Erklärung wurde geändert, oder ein anderer Schlüssel hat sie signiert",
  },
  "verify.signers-differ": {
    en: "{name} is signed by another certificate than the statement",
    de: "{name} ist mit einem anderen Zertifikat signiert als die Erklärung",
  },
  "verify.file-intact": {
    en: "{name} is as the signed statement lists it",
    de: "{name} ist so, wie die signierte Erklärung es aufführt",
  },
  "verify.file-changed": { en: "{name} was changed", de: "{name} wurde geändert" },
  "verify.file-missing": { en: "{name} is missing", de: "{name} fehlt" },
  "verify.file-unlisted": {
    en: "{name} is bound by no signature: the statement does not list it",
    de: "{name} ist durch keine Unterschrift gebunden: die Erklärung führt es nicht auf",
  },
  "verify.file-unreadable": { en: "{name} cannot be read as a file", de: "{name} ist nicht als Datei lesbar" },
  "verify.file-unsigned": {
    en: "{name} is bound by no signature: there is no signed statement beside it",
    de: "{name} ist durch keine Unterschrift gebunden: daneben liegt keine signierte Erklärung",
  },
  "verify.no-signer": {
    en: "without a signature that holds there is nobody to name",
    de: "ohne eine gültige Unterschrift gibt es niemanden zu nennen",
  },
  "verify.self-asserted": {
    en: "{name}, fingerprint {fingerprint}: self-asserted, confirmed by nobody",
    de: "{name}, Fingerabdruck {fingerprint}: Selbstauskunft, von niemandem bestätigt",
  },
  "verify.pinned": {
    en: "{name}, fingerprint {fingerprint}: you pinned this certificate",
    de: "{name}, Fingerabdruck {fingerprint}: von Ihnen als vertrauenswürdig vorgegeben",
  },
  "verify.pinned-issuer": {
    en: "{name}: issued under the certificate you pinned, fingerprint {fingerprint}",
    de: "{name}: ausgestellt unter dem von Ihnen vorgegebenen Zertifikat, Fingerabdruck {fingerprint}",
  },
  "verify.not-pinned": {
    en: "{name}, fingerprint {fingerprint}: none of the certificates you trust",
    de: "{name}, Fingerabdruck {fingerprint}: keines der Zertifikate, denen Sie vertrauen",
  },
  "verify.wrong-purpose": {
    en: "{name}, fingerprint {fingerprint}: this certificate is not meant for signing documents",
    de: "{name}, Fingerabdruck {fingerprint}: dieses Zertifikat ist nicht zum Signieren von Dokumenten bestimmt",
  },
  "verify.outside-validity": {
    en: "the certificate was not valid at the time the signature claims",
    de: "das Zertifikat war zur angegebenen Zeit der Unterschrift nicht gültig",
  },
  "verify.key-unprotected": {
    en: "its key is unprotected: whoever could read the key file could sign in this name",
    de: "der Schlüssel ist ungeschützt: wer die Schlüsseldatei lesen konnte, konnte in diesem Namen signieren",
  },
  "verify.time-none": { en: "no time is signed", de: "es ist keine Zeit signiert" },
  "verify.time-claimed": {
    en: "{at}, claimed by the signer's own clock; no time-stamping authority confirms it",
    de: "{at}, nach der eigenen Uhr des Unterzeichners; kein Zeitstempeldienst bestätigt es",
  },
  "verify.time-outside": {
    en: "the claimed time {at} is outside the validity of the certificate ({from} to {until})",
    de: "die angegebene Zeit {at} liegt außerhalb der Gültigkeit des Zertifikats ({from} bis {until})",
  },
  "verify.time-future": {
    en: "the claimed time {at} lies in the future of this machine's clock",
    de: "die angegebene Zeit {at} liegt nach der Uhr dieses Rechners in der Zukunft",
  },
  "verify.expired-since": {
    en: "the certificate has expired since ({until}); nothing proves that the signature is older than that",
    de: "das Zertifikat ist inzwischen abgelaufen ({until}); nichts belegt, dass die Unterschrift älter ist",
  },
} as const satisfies PhraseTable;
