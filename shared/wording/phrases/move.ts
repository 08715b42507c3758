// Sentences of recommendations in both languages; `{name}` stands for a value of the phrase.
import type { PhraseTable } from "./table.ts";

export const movePhrases = {
  "move.thing-chain": {
    en: "its lower layers are the hardened image {product} {version} that its labels name: the chain id matches",
    de: "seine unteren Layer sind das gehärtete Image {product} {version}, das die Labels nennen: Die Chain-ID stimmt überein",
  },
  "move.thing-base": {
    en: "its lower layers are all the layers of {reference}",
    de: "seine unteren Layer sind genau die von {reference}",
  },
  "move.thing-name": {
    en: "it is called {reference}, and its contents bear that out",
    de: "es heißt {reference}, und sein Inhalt passt dazu",
  },
  "move.thing-name-alone": {
    en: "it is called {reference}; nothing in it proves or refutes that",
    de: "es heißt {reference}; nichts darin belegt oder widerlegt das",
  },
  "move.thing-started": {
    en: "its command line starts {label} ({evidence}); which base it came from is not proven",
    de: "seine Befehlszeile startet {label} ({evidence}); von welcher Basis es stammt, ist nicht belegt",
  },
  "move.thing-runtime": {
    en: "it holds {label} ({evidence}); which base it came from is not proven",
    de: "es enthält {label} ({evidence}); von welcher Basis es stammt, ist nicht belegt",
  },
  "move.thing-program": {
    en: "all that runs in it is a compiled Go {version} program ({evidence})",
    de: "darin läuft allein ein kompiliertes Programm aus Go {version} ({evidence})",
  },
  "move.thing-os": {
    en: "beyond its operating system {label} ({evidence}) nothing shows what it is",
    de: "außer seinem Betriebssystem {label} ({evidence}) verrät nichts, was es ist",
  },
  "move.thing-nothing": {
    en: "it has no operating system, and no component that is known",
    de: "es hat kein Betriebssystem und keine bekannte Komponente",
  },
  "move.thing-unread": {
    en: "its operating system was not read, so what it is stays unknown",
    de: "sein Betriebssystem wurde nicht gelesen, daher bleibt unbekannt, was es ist",
  },
  "move.dhi-same-line": {
    en: "the hardened {product} holds the same line, {line}",
    de: "das gehärtete {product} führt dieselbe Linie, {line}",
  },
  "move.dhi-next-line": {
    en: "the image's own line has ended or is not in the hardened catalogue; {product} {line} is a later one that lives (end: {end})",
    de: "die eigene Linie ist zu Ende oder fehlt im gehärteten Katalog; {product} {line} ist eine spätere, die noch lebt (Ende: {end})",
  },
  "move.dhi-later-line": {
    en: "the same line ends soon; {product} {line} is the next (end: {end})",
    de: "dieselbe Linie endet bald; {product} {line} ist die nächste (Ende: {end})",
  },
  "move.dhi-ended-line": {
    en: "the hardened {product} holds the same line, {line}; it was to end on {end}, is in the catalogue all the same, and no later one is",
    de: "das gehärtete {product} führt dieselbe Linie, {line}; sie sollte am {end} enden, steht aber noch im Katalog, und eine spätere gibt es dort nicht",
  },
  "move.static": {
    en: "a compiled program needs no operating system; the hardened static base brings certificates, time zones and a user",
    de: "ein kompiliertes Programm braucht kein Betriebssystem; die gehärtete Basis static bringt Zertifikate, Zeitzonen und einen Benutzer mit",
  },
  "move.static-linked": {
    en: "whether the program is linked statically was not read: check it (CGO_ENABLED=0), or it will not start",
    de: "ob das Programm statisch gelinkt ist, wurde nicht gelesen: bitte prüfen (CGO_ENABLED=0), sonst startet es nicht",
  },
  "move.own-base": {
    en: "no hardened image stands for {name}; a bare hardened base with an installation of your own does",
    de: "für {name} gibt es kein gehärtetes Image; eine nackte gehärtete Basis mit eigener Installation kann es ersetzen",
  },
  "move.newer-tag": {
    en: "the line of {product} has moved on from {mine} to {version}",
    de: "die Linie von {product} ist von {mine} auf {version} weitergegangen",
  },
  "move.newer-other-family": {
    en: "{product} has moved on to {version}, but the data hold no tag of it on {from}; look it up in the hardened catalogue",
    de: "{product} ist bei {version}, aber die Daten kennen dafür keinen Tag auf {from}; bitte im gehärteten Katalog nachsehen",
  },
  "move.next-line": {
    en: "the line it is on has ended or ends soon; {line} is the next (end: {end})",
    de: "seine Linie ist zu Ende oder endet bald; {line} ist die nächste (Ende: {end})",
  },
  "move.fips-stays": {
    en: "it is a FIPS variant: its newer tags are in paid mirrors only and no data here hold them; the public line {line} of {product} is at {version}, without the validated module",
    de: "es ist eine FIPS-Variante: Neuere Tags gibt es nur in bezahlten Spiegeln, und die Daten hier kennen sie nicht; die öffentliche Linie {line} von {product} ist bei {version}, ohne das geprüfte Modul",
  },
  "move.customised": {
    en: "{tag} is the name of a customised image: build the customisation anew on what you move to",
    de: "{tag} ist der Name eines angepassten Images: Die Anpassung ist auf dem Ziel neu zu bauen",
  },
  "move.product-not-held": {
    en: "the hardened catalogue holds no product {product}",
    de: "der gehärtete Katalog kennt kein Produkt {product}",
  },
  "move.line-not-held": {
    en: "the hardened catalogue no longer holds line {line} of {product}",
    de: "der gehärtete Katalog führt die Linie {line} von {product} nicht mehr",
  },
  "move.version-not-known": {
    en: "whether a newer tag of the line exists is not known: label or catalogue name no exact version",
    de: "ob es einen neueren Tag der Linie gibt, ist nicht bekannt: Label oder Katalog nennen keine genaue Version",
  },
  "move.tag-words": {
    en: "the tag {tag} holds a word that is not understood; check that the flavour is the one you need",
    de: "der Tag {tag} enthält ein Wort, das nicht verstanden wird; bitte prüfen, ob die Ausprägung die gewünschte ist",
  },
  "move.after-undated": {
    en: "no source dates the end of {parts}, so the day afterwards is an upper bound or unknown",
    de: "für {parts} nennt keine Quelle ein Ende, daher ist der Tag danach eine Obergrenze oder unbekannt",
  },
  "move.support-shorter": {
    en: "support ends earlier than it does now",
    de: "der Support endet früher als jetzt",
  },
  "move.user-line": {
    en: "another user than root needs no move: a USER line in the Dockerfile is enough",
    de: "für einen anderen Benutzer als root braucht es keinen Wechsel: eine USER-Zeile im Dockerfile genügt",
  },
  "move.dev-tag": {
    en: "stages that run commands build on {tag}",
    de: "Stufen, die Befehle ausführen, bauen auf {tag} auf",
  },
  "move.no-dev-tag": {
    en: "the catalogue names no tag to build on; keep the build stage you have",
    de: "der Katalog nennt keinen Tag zum Bauen; die bisherige Baustufe bleibt",
  },
  "move.cost-community": {
    en: "free, with a Docker account to pull it; fixes come without a promised time",
    de: "kostenlos, zum Herunterladen ist ein Docker-Konto nötig; Korrekturen kommen ohne zugesagte Frist",
  },
  "move.cost-els": {
    en: "needs the Enterprise subscription and its ELS add-on",
    de: "braucht das Enterprise-Abonnement und dessen Zusatz ELS",
  },
  "move.els": {
    en: "{product} {line} ended on {end} and left the public catalogue on {removed}; such lines are candidates for Extended Lifecycle Support, ask Docker whether this one is on offer",
    de: "{product} {line} endete am {end} und verließ den öffentlichen Katalog am {removed}; solche Linien kommen für Extended Lifecycle Support infrage, ob diese dazugehört, weiß Docker",
  },
  "move.els-bound": {
    en: "its end is published nowhere; {until}, five years after the upstream end, is an upper bound and no promise",
    de: "sein Ende ist nirgends veröffentlicht; der {until}, fünf Jahre nach dem Ende beim Hersteller, ist eine Obergrenze und keine Zusage",
  },
  "move.els-mirror": {
    en: "the tag is the last one of the public catalogue; patched ones appear in your organisation's mirror once support for ended versions is switched on there",
    de: "der Tag ist der letzte des öffentlichen Katalogs; gepflegte erscheinen im Spiegel der Organisation, sobald dort der Support für beendete Versionen eingeschaltet ist",
  },
  "move.ends-disagree": {
    en: "sources disagree on the end of {product} {line}: {end} by the hardened catalogue, which dropped it on {removed}, {upstream} by {source}; extended support is not suggested for that reason",
    de: "die Quellen sind sich über das Ende von {product} {line} uneins: {end} laut gehärtetem Katalog, der sie am {removed} entfernte, {upstream} laut {source}; deshalb wird kein verlängerter Support empfohlen",
  },
  "move.effort-start-shell": {
    en: "it starts through a shell, and the target lists none: start the program itself",
    de: "es startet über eine Shell, und das Ziel nennt keine: das Programm selbst starten",
  },
  "move.effort-healthcheck": {
    en: "its health check has to be rewritten without a shell, or left to the orchestrator",
    de: "sein Healthcheck muss ohne Shell neu geschrieben oder dem Orchestrator überlassen werden",
  },
  "move.effort-packages": {
    en: "its own build steps install packages: do so in a build stage and copy the result",
    de: "eigene Bauschritte installieren Pakete: das gehört in eine Baustufe, kopiert wird das Ergebnis",
  },
  "move.effort-packages-whose": {
    en: "build steps install packages, and whether they are your own or the base's is not proven: own ones go to a build stage",
    de: "Bauschritte installieren Pakete, ob eigene oder die der Basis, ist nicht belegt: eigene gehören in eine Baustufe",
  },
  "move.effort-ports": {
    en: "it exposes {ports}: listen on 1025 or higher",
    de: "es gibt {ports} frei: auf 1025 oder höher lauschen",
  },
  "move.effort-user": {
    en: "it runs as root, the target as user {uid}: files have to belong to that user",
    de: "es läuft als root, das Ziel als Benutzer {uid}: Dateien müssen diesem gehören",
  },
  "move.effort-family": {
    en: "the tag that the data hold is on {to} instead of {from}: compiled modules have to be built anew",
    de: "der Tag, den die Daten kennen, beruht auf {to} statt {from}: kompilierte Module sind neu zu bauen",
  },
  "move.family-look": {
    en: "the line is built on {built} as well; look up its tag in the hardened catalogue of {product} to stay on {from}",
    de: "die Linie gibt es auch auf {built}; wer bei {from} bleiben will, findet den Tag im gehärteten Katalog von {product}",
  },
  "move.family-not-built": {
    en: "the catalogue builds this line of {product} on {to} and not on {from}",
    de: "der Katalog baut diese Linie von {product} auf {to} und nicht auf {from}",
  },
  "move.effort-line": {
    en: "{line} is another line: the application has to be tested with it",
    de: "{line} ist eine andere Linie: Die Anwendung ist damit zu testen",
  },
  "move.effort-other": {
    en: "it holds {label} as well, which the target does not bring",
    de: "es enthält auch {label}, das das Ziel nicht mitbringt",
  },
  "move.effort-starts-other": {
    en: "it starts {program}, which the target does not bring",
    de: "es startet {program}, das das Ziel nicht mitbringt",
  },
  "move.effort-own-install": {
    en: "what runs in it has to be installed and kept up by yourself",
    de: "was darin läuft, ist selbst zu installieren und zu pflegen",
  },
  "move.effort-other-system": {
    en: "{os} has other package names: each has to be mapped by hand",
    de: "{os} hat andere Paketnamen: jeder ist von Hand zu übertragen",
  },
  "move.gain-user": {
    en: "the catalogue states user {uid} for the target, as long as no step sets root",
    de: "der Katalog nennt für das Ziel Benutzer {uid}, solange kein Schritt root setzt",
  },
  "move.gain-shells": {
    en: "the catalogue lists neither shell nor package manager for the target; a dependency may still bring one",
    de: "der Katalog nennt für das Ziel weder Shell noch Paketmanager; eine Abhängigkeit kann trotzdem eine mitbringen",
  },
  "move.gain-system": {
    en: "the distribution of the target is supported until {until}",
    de: "die Distribution des Ziels wird bis {until} unterstützt",
  },
  "move.gain-ports": {
    en: "the target exposes {ports}, once the application listens there",
    de: "das Ziel gibt {ports} frei, sofern die Anwendung dort lauscht",
  },
  "move.loss-healthcheck": {
    en: "hardened images bring no HEALTHCHECK; yours stays only if you write it anew",
    de: "gehärtete Images bringen kein HEALTHCHECK mit; das eigene bleibt nur, wenn es neu geschrieben wird",
  },
  "move.loss-healthcheck-none": {
    en: "hardened images bring no HEALTHCHECK, and this image has none either",
    de: "gehärtete Images bringen kein HEALTHCHECK mit, und dieses Image hat auch keines",
  },
  "move.loss-user": {
    en: "the target runs as root by the catalogue",
    de: "das Ziel läuft laut Katalog als root",
  },
  "move.look-cycle-ended": {
    en: "support ended on {end}: look for {label}, whose newest known version is {version}",
    de: "der Support endete am {end}: nach {label} suchen, neueste bekannte Version {version}",
  },
  "move.look-cycle-over": {
    en: "support has ended (no source names the day; it gives {end}): look for {label}, whose newest known version is {version}",
    de: "der Support ist zu Ende (keine Quelle nennt den Tag, Angabe: {end}): nach {label} suchen, neueste bekannte Version {version}",
  },
  "move.look-cycle-soon": {
    en: "support ends on {end}: look for {label}, whose newest known version is {version}",
    de: "der Support endet am {end}: nach {label} suchen, neueste bekannte Version {version}",
  },
  "move.look-version": {
    en: "{label} is at {version}, the image at {mine}",
    de: "{label} ist bei {version}, das Image bei {mine}",
  },
  "move.look-tag": {
    en: "under which tag the repository of your base holds it, no data here say: look there",
    de: "unter welchem Tag das Repository der Basis es führt, sagen die Daten hier nicht: dort nachsehen",
  },
  "move.no-equivalent": {
    en: "the hardened catalogue of {date} holds no equivalent of {name}",
    de: "der gehärtete Katalog vom {date} enthält keine Entsprechung zu {name}",
  },
  "move.no-line-held": {
    en: "the hardened catalogue of {date} holds {product}, but no line for {name} that lives on this day",
    de: "der gehärtete Katalog vom {date} enthält {product}, aber keine Linie für {name}, die an diesem Tag noch lebt",
  },
  "move.version-unread": {
    en: "the hardened catalogue of {date} holds {product}, but which version the image has is not known, so no line can be named",
    de: "der gehärtete Katalog vom {date} enthält {product}, aber welche Version das Image hat, ist nicht bekannt, daher lässt sich keine Linie nennen",
  },
  "move.none-over": {
    en: "support has ended, and nothing in the data would take its place",
    de: "der Support ist zu Ende, und die Daten kennen nichts, was ihn ersetzt",
  },
  "move.none-ended": {
    en: "support ended on {until}, and nothing in the data would take its place",
    de: "der Support endete am {until}, und die Daten kennen nichts, was ihn ersetzt",
  },
  "move.none-hardened": {
    en: "nothing to do: it is hardened, supported until {until}, and the data know no newer tag of its line",
    de: "nichts zu tun: Es ist gehärtet, wird bis {until} unterstützt, und die Daten kennen keinen neueren Tag seiner Linie",
  },
  "move.none-hardened-undated": {
    en: "it is hardened and the data know no newer tag of its line; no source dates its end",
    de: "es ist gehärtet, und die Daten kennen keinen neueren Tag seiner Linie; sein Ende nennt keine Quelle",
  },
  "move.none-undated": {
    en: "no move that the data hold would change a control, and no source dates the end of support",
    de: "kein Wechsel, den die Daten kennen, änderte ein Control, und keine Quelle nennt ein Supportende",
  },
  "move.none-needed": {
    en: "no move that the data hold would change a control; it is supported until {until}",
    de: "kein Wechsel, den die Daten kennen, änderte ein Control; unterstützt wird es bis {until}",
  },
  "move.none-found": {
    en: "the data hold nothing to move to; it is supported until {until}",
    de: "die Daten kennen nichts, wohin gewechselt werden könnte; unterstützt wird es bis {until}",
  },
  "move.labels-unproven": {
    en: "its labels name the hardened {product}, but its layers do not bear that out, so they were left aside",
    de: "seine Labels nennen das gehärtete {product}, aber seine Layer belegen das nicht, daher blieben sie unbeachtet",
  },
  "move.chain-alone": {
    en: "that Docker made the layers, only an attestation of the registry shows; labels and layers merely belong together",
    de: "dass Docker die Layer gebaut hat, zeigt erst eine Attestierung der Registry; Labels und Layer gehören nur zusammen",
  },
  "move.unknown-end": {
    en: "until when {label} is supported is not known",
    de: "bis wann {label} unterstützt wird, ist nicht bekannt",
  },
  "move.not-assessed": {
    en: "{count} controls could not be assessed; what a move changes in them is not known",
    de: "{count} Controls konnten nicht bewertet werden; was ein Wechsel daran ändert, ist nicht bekannt",
  },
  "move.fips-mentioned": {
    en: "the guide of {product} speaks of FIPS or STIG variants; they exist in paid mirrors only, under tags that no data here hold",
    de: "die Anleitung zu {product} spricht von FIPS- oder STIG-Varianten; es gibt sie nur in bezahlten Spiegeln, unter Tags, die hier keine Daten kennen",
  },
  "move.fips-unknown": {
    en: "whether {product} has FIPS or STIG variants is not known; if so, in paid mirrors only",
    de: "ob es zu {product} FIPS- oder STIG-Varianten gibt, ist nicht bekannt; wenn, dann nur in bezahlten Spiegeln",
  },
  "move.size-unknown": {
    en: "the catalogue states no sizes and no packages: audit the built image to compare them",
    de: "der Katalog nennt weder Größen noch Pakete: zum Vergleich das gebaute Image prüfen",
  },
} as const satisfies PhraseTable;
