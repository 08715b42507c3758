// Sentences of hardened/ in both languages; `{name}` stands for a value of the phrase.
import type { PhraseTable } from "./table.ts";

export const hardenedPhrases = {
  "hardened.no-chain-id": {
    en: "the labels call it a Docker Hardened Image, but they hold no chain id that its layers could bear out",
    de: "die Labels nennen es ein Docker Hardened Image, enthalten aber keine Chain-ID, die sich an den Schichten prüfen ließe",
  },
  "hardened.other-chain-id": {
    en: "the labelled chain id fits none of its layers: the labels are wrong, or the layers were merged",
    de: "die Chain-ID im Label passt zu keiner Schicht: Entweder stimmen die Labels nicht, oder die Schichten wurden zusammengefasst",
  },
  "hardened.only-release": {
    en: "os-release alone names Docker Hardened Images; the labels that came with the base are gone",
    de: "nur os-release nennt Docker Hardened Images; die Labels der Basis fehlen",
  },
  "hardened.not-in-catalogue": {
    en: "the public catalogue of {date} has no product {product}",
    de: "der öffentliche Katalog vom {date} enthält kein Produkt {product}",
  },
  "hardened.no-tier": {
    en: "the labels do not say which subscription this image needs",
    de: "die Labels sagen nicht, welches Abonnement dieses Image braucht",
  },
  "hardened.select-or-enterprise": {
    en: "the label says enterprise, which Select customers receive as well: it does not tell the two apart",
    de: "das Label nennt Enterprise; auch Select-Kunden erhalten solche Images, unterscheiden lässt sich beides daran nicht",
  },
  "hardened.fips-public": {
    en: "the labels claim FIPS and call the image public, yet FIPS variants come with a subscription only",
    de: "die Labels nennen FIPS und bezeichnen das Image als öffentlich; FIPS-Varianten gibt es aber nur im Abonnement",
  },
  "hardened.variant-differs": {
    en: "the label says {variant}, the labelled tag {version} is a build variant (-dev)",
    de: "das Label sagt {variant}, das Tag {version} im Label bezeichnet aber eine Build-Variante (-dev)",
  },
  "hardened.customised-other": {
    en: "{reference} is named like a customised image, but its base is labelled {version}",
    de: "{reference} heißt wie ein angepasstes Image, die Basis trägt aber das Label {version}",
  },
  "hardened.built-past-end": {
    en: "built on {created}, after upstream support ended on {end}; the public catalogue of {date} still has this line, so that is no sign of extended support",
    de: "gebaut am {created}, nach dem Ende des Upstream-Supports am {end}; der öffentliche Katalog vom {date} führt diese Linie noch, ein Zeichen für erweiterten Support ist das also nicht",
  },
  "hardened.distro-differs": {
    en: "the label says {label}, os-release says {found}",
    de: "das Label sagt {label}, os-release sagt {found}",
  },
  "hardened.undeclared-shell": {
    en: "the labels declare no shell, yet the image holds {shells}",
    de: "laut Labels ist keine Shell vorgesehen, das Image enthält aber {shells}",
  },
  "hardened.cis-claim": {
    en: "CIS is claimed by a label; there is no attestation that could prove it, only the findings here",
    de: "CIS wird nur per Label behauptet; eine Attestierung dafür gibt es nicht, es zählen allein die Befunde hier",
  },
  "hardened.claim": {
    en: "{claim} is claimed by a label; no verified attestation bears it out",
    de: "{claim} wird nur per Label behauptet; keine geprüfte Attestierung belegt es",
  },
  "hardened.apt-sources-unread": {
    en: "packages rebuilt by Docker were found; which apt sources they came from is not among the facts",
    de: "es sind von Docker neu gebaute Pakete enthalten; aus welchen apt-Quellen sie stammen, geht aus den Fakten nicht hervor",
  },
  "hardened.fips-only-label": {
    en: "FIPS is claimed by a label, without a verified attestation that names the modules",
    de: "FIPS wird nur per Label behauptet; keine geprüfte Attestierung nennt die Module",
  },
  "hardened.fips-no-label": {
    en: "a FIPS attestation is there, but the labels do not claim FIPS",
    de: "eine FIPS-Attestierung liegt vor, die Labels nennen FIPS aber nicht",
  },
  "hardened.fips-unread": {
    en: "{source} holds entries that are not FIPS modules as documented; they were not used",
    de: "{source} enthält Einträge, die keine FIPS-Module in der beschriebenen Form sind; sie wurden nicht verwendet",
  },
  "hardened.fips-present": {
    en: "{module} is in the image ({source}); nothing says whether this build is validated",
    de: "{module} liegt im Image ({source}); ob dieser Build validiert ist, sagt nichts",
  },
  "hardened.fips-unverified": {
    en: "{module} is named by {source}, whose signature was not verified",
    de: "{module} wird in {source} genannt, dessen Signatur nicht geprüft ist",
  },
  "hardened.fips-in-process": {
    en: "{module} is in process: it has no certificate yet",
    de: "{module} ist noch im Verfahren: Ein Zertifikat gibt es bisher nicht",
  },
  "hardened.fips-no-certificate": {
    en: "{module} is attested as {status}, without the number of a certificate",
    de: "{module} ist als {status} attestiert, aber ohne Zertifikatsnummer",
  },
  "hardened.fips-certificate": {
    en: "{module} is attested with certificate {certificate}, status {status}",
    de: "{module} ist mit Zertifikat {certificate} attestiert, Status {status}",
  },
  "hardened.fips-no-sunset": {
    en: "{module} is attested as {status}, without the day on which its certificate ends",
    de: "{module} ist als {status} attestiert, aber ohne den Tag, an dem das Zertifikat endet",
  },
  "hardened.els-inferred": {
    en: "that this image is under extended support is inferred from its build after upstream's end; neither a label nor a contract says so",
    de: "dass dieses Image erweiterten Support hat, ist nur aus dem Build nach dem Upstream-Ende geschlossen; weder ein Label noch ein Vertrag sagt es",
  },
  "hardened.els-no-end": {
    en: "no source names the day on which upstream support ended, so nothing can be compared with it",
    de: "keine Quelle nennt den Tag, an dem der Upstream-Support endete; ein Vergleich ist daher nicht möglich",
  },
  "hardened.els-missing": { en: "{kind}: none was found", de: "{kind}: nicht vorhanden" },
  "hardened.els-unverified": {
    en: "{kind}: there, but not verified",
    de: "{kind}: vorhanden, aber nicht geprüft",
  },
  "hardened.els-undated": {
    en: "{kind}: verified, but it carries no day",
    de: "{kind}: geprüft, aber ohne Datum",
  },
  "hardened.els-not-compared": {
    en: "{kind}: verified, of {date}; the end to compare it with is not known",
    de: "{kind}: geprüft, vom {date}; das Ende für den Vergleich ist nicht bekannt",
  },
  "hardened.els-newer": {
    en: "{kind}: verified, of {date}, after upstream support ended on {end}",
    de: "{kind}: geprüft, vom {date}, also nach dem Ende des Upstream-Supports am {end}",
  },
  "hardened.els-older": {
    en: "{kind}: verified, but of {date}, not after upstream support ended on {end}",
    de: "{kind}: geprüft, aber vom {date}, also nicht nach dem Ende des Upstream-Supports am {end}",
  },
} as const satisfies PhraseTable;
