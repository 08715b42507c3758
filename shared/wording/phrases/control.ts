// Sentences of control/ in both languages; `{name}` stands for a value of the phrase.
import type { PhraseTable } from "./table.ts";

export const controlPhrases = {
  // The runner
  "control.more-evidence": {
    en: "{count} more places are not listed",
    de: "{count} weitere Stellen sind nicht aufgeführt",
  },
  "control.facts-too-old": {
    en: "facts version {version} do not hold {facts}, audit again",
    de: "Fakten der Version {version} enthalten {facts} nicht, bitte neu prüfen",
  },
  "control.check-failed": { en: "the check itself failed: {cause}", de: "die Prüfung selbst ist gescheitert: {cause}" },
  "control.no-check": {
    en: "no check decides this control and its catalogue does not say why",
    de: "keine Prüfung entscheidet diese Regel, und ihr Katalog sagt nicht warum",
  },
  "control.not-asked-for": {
    en: "the {area} was not looked at; widen the audit with --scope",
    de: "{area} wurde nicht betrachtet; das Audit mit --scope erweitern",
  },
  "control.no-container": { en: "the engine has no container", de: "die Engine hat keinen Container" },
  "control.excused": { en: "the policy allows it ({list})", de: "die Richtlinie erlaubt es ({list})" },
  // Histories
  "control.history-absent": {
    en: "the image records no history, so no build step can be judged",
    de: "das Image enthält keine Historie, daher ist kein Bauschritt zu beurteilen",
  },
  "control.history-squashed": {
    en: "the layers were squashed into one, so no build step stands for a layer of its own",
    de: "die Schichten wurden zu einer zusammengelegt, kein Bauschritt steht mehr für eine eigene Schicht",
  },
  "control.history-imported": {
    en: "the image was imported as a file system, without build steps",
    de: "das Image wurde als Dateisystem importiert, ohne Bauschritte",
  },
  "control.history-by-tool": {
    en: "the image was made by {tool}, without build steps",
    de: "das Image wurde mit {tool} erzeugt, ohne Bauschritte",
  },
  "control.history-without-steps": {
    en: "no entry of the history names a build instruction",
    de: "kein Eintrag der Historie nennt eine Bauanweisung",
  },
  "control.no-base-proof": {
    en: "{count} build steps were judged; nothing proves where a base image ends, so all count as the image's own",
    de: "{count} Bauschritte wurden beurteilt; nichts belegt, wo ein Basis-Image endet, daher zählen alle als eigene",
  },
  "control.no-base-proof-gaps": {
    en: "{count} build steps were judged; {unexplained} layers have no step that explains them, and nothing proves where a base image ends",
    de: "{count} Bauschritte wurden beurteilt; {unexplained} Schichten erklärt kein Schritt, und nichts belegt, wo ein Basis-Image endet",
  },
  "control.steps-judged": {
    en: "{count} build steps were judged, those of the base as well",
    de: "{count} Bauschritte wurden beurteilt, auch die der Basis",
  },
  "control.steps-judged-gaps": {
    en: "{count} build steps were judged, those of the base as well; {unexplained} layers have no step that explains them",
    de: "{count} Bauschritte wurden beurteilt, auch die der Basis; {unexplained} Schichten erklärt kein Schritt",
  },
  "control.base-named": {
    en: "the lowest {layers} layers are all the layers of {named}: that is the base, the others are the image's own",
    de: "die untersten {layers} Schichten sind alle Schichten von {named}: das ist die Basis, die übrigen sind eigene",
  },
  "control.base-unnamed": {
    en: "the lowest {layers} layers are proven to be those of a base that has no name here, the others are the image's own",
    de: "die untersten {layers} Schichten sind nachweislich die einer Basis ohne Namen hier, die übrigen sind eigene",
  },
  // 4.1
  "control.user-absent": {
    en: "no user is set, so the container runs as root",
    de: "kein Benutzer ist gesetzt, der Container läuft als root",
  },
  "control.user-root": { en: "the user is {user}, which is root", de: "der Benutzer ist {user}, also root" },
  "control.user-uid-zero": {
    en: "the user {user} has UID 0 in the image's passwd file",
    de: "der Benutzer {user} hat in der passwd-Datei des Images die UID 0",
  },
  "control.user-unresolvable": {
    en: "the user {user} does not stand in the image's passwd file, so who it is cannot be told",
    de: "der Benutzer {user} steht nicht in der passwd-Datei des Images; wer er ist, lässt sich nicht sagen",
  },
  "control.user-no-uid": {
    en: "the user is {user}, which no engine takes for a UID",
    de: "der Benutzer ist {user}, was keine Engine als UID annimmt",
  },
  "control.user-number": { en: "the user is the number {uid}", de: "der Benutzer ist die Nummer {uid}" },
  "control.user-named": {
    en: "the user {user} has UID {uid} in the image's passwd file",
    de: "der Benutzer {user} hat in der passwd-Datei des Images die UID {uid}",
  },
  // 4.2
  "control.base-none": {
    en: "the image is a single layer that was imported or flattened, so it has no base",
    de: "das Image ist eine einzelne importierte oder zusammengelegte Schicht und hat daher keine Basis",
  },
  "control.base-scratch": {
    en: "the image was begun from scratch: its own build copied its lowest layer, and it holds no operating system",
    de: "das Image beginnt bei scratch: sein eigener Bau hat die unterste Schicht kopiert, und es enthält kein Betriebssystem",
  },
  "control.base-unknown": {
    en: "nothing names the base: there is no provenance and no base label; keep the provenance that the builder writes",
    de: "nichts nennt die Basis: weder Herkunftserklärung noch Basis-Label; die Herkunftserklärung des Builders aufbewahren",
  },
  "control.base-no-list": {
    en: "the base is named ({base}), but there is no list of trusted bases to hold it against",
    de: "die Basis ist genannt ({base}), aber es gibt keine Liste vertrauter Basis-Images zum Vergleich",
  },
  "control.base-trusted": {
    en: "the policy trusts this base: {base}",
    de: "die Richtlinie vertraut dieser Basis: {base}",
  },
  "control.base-untrusted": {
    en: "this base is not among those that the policy trusts: {base}",
    de: "diese Basis gehört nicht zu denen, denen die Richtlinie vertraut: {base}",
  },
  "control.base-claimed": {
    en: "a label names a trusted base, which proves nothing by itself; a person must confirm it, for instance by the provenance of the build",
    de: "ein Label nennt eine vertraute Basis, was allein nichts beweist; ein Mensch muss sie bestätigen, etwa mit der Herkunftserklärung des Baus",
  },
  // 4.3
  "control.packages-none": {
    en: "the image has neither an operating system nor packages",
    de: "das Image hat weder Betriebssystem noch Pakete",
  },
  "control.package-remote-access": {
    en: "version {version} is installed: a remote access server",
    de: "Version {version} ist installiert: ein Fernzugangsdienst",
  },
  "control.package-compiler": {
    en: "version {version} is installed: a compiler or build tool",
    de: "Version {version} ist installiert: ein Compiler oder Bauwerkzeug",
  },
  "control.package-debugger": {
    en: "version {version} is installed: a debugger",
    de: "Version {version} ist installiert: ein Debugger",
  },
  "control.package-network": {
    en: "version {version} is installed: a network tool",
    de: "Version {version} ist installiert: ein Netzwerkwerkzeug",
  },
  "control.packages-person": {
    en: "none of the {count} packages is a remote access server, compiler, debugger or network tool of the list; a person must say whether the workload needs all of them",
    de: "keines der {count} Pakete ist ein Fernzugang, Compiler, Debugger oder Netzwerkwerkzeug der Liste; ein Mensch muss sagen, ob die Anwendung alle braucht",
  },
  "control.packages-nothing-listed": {
    en: "the image has an operating system, but no package database; a person must look at what it contains",
    de: "das Image hat ein Betriebssystem, aber keine Paketdatenbank; ein Mensch muss den Inhalt ansehen",
  },
  "control.package-manager": { en: "a package manager", de: "ein Paketmanager" },
  // 4.4
  "control.scan-missing": {
    en: "no vulnerability scan of this image was given",
    de: "zu diesem Image liegt keine Schwachstellenprüfung vor",
  },
  "control.scan-stale": {
    en: "the vulnerability scan of {date} is older than {days} days",
    de: "die Schwachstellenprüfung vom {date} ist älter als {days} Tage",
  },
  "control.scan-unbound": {
    en: "the vulnerability scan is of another image: {digest}",
    de: "die Schwachstellenprüfung gehört zu einem anderen Image: {digest}",
  },
  "control.scan-open": { en: "{severity}, fixed in {fix}, is open", de: "{severity}, behoben in {fix}, ist offen" },
  "control.scan-set-aside": {
    en: "{count} vulnerabilities are not counted as open by statements of {author}, the newest of {date}; their signature was not checked",
    de: "{count} Schwachstellen gelten nach Aussagen von {author}, die neueste vom {date}, nicht als offen; deren Signatur wurde nicht geprüft",
  },
  "control.scan-clean": {
    en: "scanned on {date}: nothing of high or critical severity is open that has a fix",
    de: "geprüft am {date}: nichts mit hohem oder kritischem Schweregrad ist offen, für das es eine Behebung gibt",
  },
  // 4.5 and 4.12
  "control.signature-not-looked": {
    en: "no signature was looked at; it lies in the registry or in an OCI layout, not in what was read here",
    de: "es wurde keine Signatur angesehen; sie liegt in der Registry oder in einem OCI-Layout, nicht in dem hier Gelesenen",
  },
  "control.signature-unverified": {
    en: "{count} attestations lie beside the image, but no key was given to verify a signature with",
    de: "{count} Attestierungen liegen beim Image, aber kein Schlüssel zum Prüfen einer Signatur",
  },
  "control.signature-good": {
    en: "a signature over this digest verifies with a key of the organisation",
    de: "eine Signatur über diesen Digest ist mit einem Schlüssel der Organisation gültig",
  },
  "control.signature-bad": {
    en: "a signature is there and does not verify with any key of the organisation",
    de: "eine Signatur ist da und mit keinem Schlüssel der Organisation gültig",
  },
  // 4.6
  "control.healthcheck-defined": { en: "a healthcheck is defined: {test}", de: "ein Healthcheck ist gesetzt: {test}" },
  "control.healthcheck-absent": { en: "no healthcheck is defined", de: "kein Healthcheck ist gesetzt" },
  "control.healthcheck-none": {
    en: "the healthcheck is switched off (NONE)",
    de: "der Healthcheck ist abgeschaltet (NONE)",
  },
  "control.healthcheck-empty": { en: "the healthcheck has no command", de: "der Healthcheck hat kein Kommando" },
  "control.healthcheck-not-recorded": {
    en: "the OCI image config has no field for a healthcheck, so whether one was set is not recorded",
    de: "die OCI-Konfiguration hat kein Feld für einen Healthcheck; ob einer gesetzt war, ist nicht aufgezeichnet",
  },
  "control.healthcheck-lost": {
    en: "the history sets a healthcheck that the config does not carry; it was lost when the image was written",
    de: "die Historie setzt einen Healthcheck, den die Konfiguration nicht enthält; er ging beim Schreiben verloren",
  },
  // 4.7
  "control.update-alone": {
    en: "{command} is not followed by an install or upgrade in the same step",
    de: "auf {command} folgt im selben Schritt keine Installation oder Aktualisierung",
  },
  "control.update-none": {
    en: "no step refreshes a package index without installing",
    de: "kein Schritt frischt einen Paketindex auf, ohne zu installieren",
  },
  // 4.8
  "control.setuid-file": { en: "setuid, mode {mode}, owner {uid}", de: "setuid, Modus {mode}, Eigentümer {uid}" },
  "control.setgid-file": { en: "setgid, mode {mode}, group {gid}", de: "setgid, Modus {mode}, Gruppe {gid}" },
  "control.setuid-removed": {
    en: "mode {mode} in layer {layer}, removed or disarmed in layer {removed}",
    de: "Modus {mode} in Schicht {layer}, in Schicht {removed} entfernt oder entschärft",
  },
  "control.setuid-none": {
    en: "none of the {count} entries is a regular file with the setuid or setgid bit",
    de: "keiner der {count} Einträge ist eine reguläre Datei mit setuid- oder setgid-Bit",
  },
  "control.setuid-excused": {
    en: "none of the {count} entries is a regular file with the setuid or setgid bit but those that the policy allows",
    de: "keiner der {count} Einträge ist eine reguläre Datei mit setuid- oder setgid-Bit, außer denen, die die Richtlinie erlaubt",
  },
  // 4.9
  "control.add-address": {
    en: "ADD fetches {source} without a checksum",
    de: "ADD holt {source} ohne Prüfsumme",
  },
  "control.add-remote": {
    en: "ADD fetched a file from an address that the history does not name",
    de: "ADD hat eine Datei von einer Adresse geholt, die die Historie nicht nennt",
  },
  "control.add-local": {
    en: "ADD of a local file or archive: {source}",
    de: "ADD einer lokalen Datei oder eines Archivs: {source}",
  },
  "control.add-bound": {
    en: "ADD bound by a checksum or a Git source: {source}",
    de: "ADD, durch Prüfsumme oder Git-Quelle festgelegt: {source}",
  },
  "control.add-root": {
    en: "the leading ADD of the root file system is excused",
    de: "das einleitende ADD des Wurzeldateisystems zählt nicht",
  },
  "control.add-none": { en: "no step uses ADD in the place of COPY", de: "kein Schritt verwendet ADD statt COPY" },
  "control.add-person": {
    en: "{count} steps ADD local files or archives; a person must say whether unpacking was meant",
    de: "{count} Schritte fügen mit ADD lokale Dateien oder Archive ein; ein Mensch muss sagen, ob das Auspacken gewollt war",
  },
  // 4.10
  "control.secret-pattern": { en: "{preview}", de: "{preview}" },
  "control.secret-named": {
    en: "{preview}; its name says that it is a secret",
    de: "{preview}; der Name sagt, dass es ein Geheimnis ist",
  },
  "control.secret-deleted": {
    en: "{preview}; deleted in layer {removed}, but still in layer {layer}",
    de: "{preview}; in Schicht {removed} gelöscht, aber noch in Schicht {layer} enthalten",
  },
  "control.secrets-none": {
    en: "no secret was found in environment, labels, commands, history and files",
    de: "in Umgebung, Labels, Kommandos, Historie und Dateien wurde kein Geheimnis gefunden",
  },
  // 4.11
  "control.trust-disabled": {
    en: "signature checking is switched off: {detail}",
    de: "die Signaturprüfung ist abgeschaltet: {detail}",
  },
  "control.trust-flag": {
    en: "a build step switched signature checking off: {detail}",
    de: "ein Bauschritt hat die Signaturprüfung abgeschaltet: {detail}",
  },
  "control.trust-settings": { en: "its settings: {detail}", de: "die Einstellungen darin: {detail}" },
  "control.trust-ok": {
    en: "nothing in it weakens signature checking",
    de: "nichts darin schwächt die Signaturprüfung",
  },
  "control.trust-none": { en: "the image has no package manager", de: "das Image hat keinen Paketmanager" },
  "control.trust-person": {
    en: "signature checking is not switched off; a person must confirm that repositories and keys are the right ones",
    de: "die Signaturprüfung ist nicht abgeschaltet; ein Mensch muss bestätigen, dass Quellen und Schlüssel die richtigen sind",
  },
} as const satisfies PhraseTable;
