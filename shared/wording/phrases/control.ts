// Sentences of control/ in both languages; `{name}` stands for a value of the phrase.
import type { PhraseTable } from "./table.ts";

export const controlPhrases = {
  "control.facts-too-old": {
    en: "facts version {version} do not hold {facts}, audit again",
    de: "Fakten der Version {version} enthalten {facts} nicht, bitte neu prüfen",
  },
  "control.check-failed": {
    en: "the check itself broke: {cause}",
    de: "die Prüfung selbst ist abgebrochen: {cause}",
  },
  "control.no-check": {
    en: "no check of this version decides this control, and its catalogue does not say why",
    de: "keine Prüfung dieser Version entscheidet diese Regel, und ihr Katalog sagt nicht, warum",
  },
  "control.more-evidence": { en: "and {count} more", de: "und {count} weitere" },

  "control.user-unset": {
    en: "no user is set, so the container runs as root",
    de: "kein Benutzer gesetzt, der Container läuft als root",
  },
  "control.user-root": { en: "the user is {user}, which is UID 0", de: "der Benutzer ist {user}, also UID 0" },
  "control.user-no-uid": {
    en: "the user is {user}, which no engine takes for a UID",
    de: "der Benutzer ist {user}, was keine Engine als UID annimmt",
  },
  "control.user-number": { en: "the user is {user}, UID {uid}", de: "der Benutzer ist {user}, UID {uid}" },
  "control.user-unknown": {
    en: "the user is {user}, which the image's passwd file does not have",
    de: "der Benutzer ist {user}, den die passwd-Datei des Images nicht kennt",
  },
  "control.user-name-root": {
    en: "the user is {user}, which has UID 0 in the image's passwd file",
    de: "der Benutzer ist {user}, der in der passwd-Datei des Images die UID 0 hat",
  },
  "control.user-name": {
    en: "the user is {user}, UID {uid} by the image's passwd file",
    de: "der Benutzer ist {user}, laut der passwd-Datei des Images UID {uid}",
  },

  "control.base-not-named": {
    en: "nothing names the base image: there is neither provenance nor a label org.opencontainers.image.base.name",
    de: "nichts nennt das Basis-Image: es gibt weder eine Herkunftserklärung noch ein Label org.opencontainers.image.base.name",
  },
  "control.base-no-list": {
    en: "the image names its base ({base}); a list of the bases that your organisation trusts is needed to judge it",
    de: "das Image nennt seine Basis ({base}); um sie zu beurteilen, fehlt die Liste der Basis-Images, denen Ihre Organisation vertraut",
  },
  "control.base-scratch": {
    en: "the image was begun from scratch: its lowest layer was copied by its own build, and it holds no operating system",
    de: "das Image beginnt bei scratch: seine unterste Schicht hat der eigene Bau kopiert, und es enthält kein Betriebssystem",
  },
  "control.base-layers": { en: "layers: {count}", de: "Schichten: {count}" },

  "control.packages-no-database": {
    en: "{os} is there, but no package database was found",
    de: "{os} ist vorhanden, aber es wurde keine Paketdatenbank gefunden",
  },
  "control.packages-none": {
    en: "the image holds no operating system and no package; statically linked programs stand in no database",
    de: "das Image enthält kein Betriebssystem und kein Paket; statisch gelinkte Programme stehen in keiner Datenbank",
  },
  "control.packages-manual": {
    en: "none of the {count} packages is on the list of unwanted ones; a person must decide whether all of them are needed",
    de: "keines der {count} Pakete steht auf der Liste unerwünschter; ob alle gebraucht werden, muss ein Mensch entscheiden",
  },
  "control.package-remote-access": {
    en: "{name} {version} is a remote access server",
    de: "{name} {version} ist ein Fernzugangsdienst",
  },
  "control.package-compiler": { en: "{name} {version} is a compiler", de: "{name} {version} ist ein Compiler" },
  "control.package-debugger": { en: "{name} {version} is a debugger", de: "{name} {version} ist ein Debugger" },
  "control.package-network-tool": {
    en: "{name} {version} is a network tool",
    de: "{name} {version} ist ein Netzwerkwerkzeug",
  },
  "control.package-manager": {
    en: "{name} {version} can install packages; an image that only runs seldom needs it",
    de: "{name} {version} kann Pakete installieren; ein Image, das nur läuft, braucht das selten",
  },

  "control.scan-missing": {
    en: "no vulnerability scan of this image's digest is at hand; a scan and database of at most {days} days are needed",
    de: "zu diesem Digest liegt keine Schwachstellenprüfung vor; nötig sind Prüfung und Datenbank von höchstens {days} Tagen",
  },
  "control.scan-stale": {
    en: "the scan by {scanner} of {date} (database of {database}) is older than {days} days",
    de: "die Prüfung durch {scanner} vom {date} (Datenbank vom {database}) ist älter als {days} Tage",
  },
  "control.scan-open": {
    en: "{severity}, fixed in {fixed}",
    de: "Schwere {severity}, behoben in {fixed}",
  },
  "control.scan-clear": {
    en: "nothing of high or critical severity with a fix is open ({scanner}, {date}, database of {database})",
    de: "nichts von hoher oder kritischer Schwere mit Korrektur ist offen ({scanner}, {date}, Datenbank vom {database})",
  },

  "control.signature-missing-trust": {
    en: "no signature over this image's digest was verified; the client setting DOCKER_CONTENT_TRUST is no property of an image",
    de: "keine Signatur über den Digest dieses Images wurde geprüft; die Client-Einstellung DOCKER_CONTENT_TRUST ist keine Eigenschaft eines Images",
  },
  "control.signature-missing": {
    en: "no signature or attestation was looked at; the registry or an OCI layout that carries them, and your keys, are needed",
    de: "keine Signatur oder Erklärung wurde betrachtet; nötig sind die Registry oder ein OCI-Layout, das sie trägt, und Ihre Schlüssel",
  },
  "control.signature-unverified": {
    en: "attestations beside the image: {count}; none was verified, for that your keys are needed",
    de: "Erklärungen neben dem Image: {count}; keine wurde geprüft, dafür sind Ihre Schlüssel nötig",
  },
  "control.signature-valid": { en: "{kind} verified with key {key}", de: "{kind} geprüft mit Schlüssel {key}" },
  "control.signature-invalid": {
    en: "{kind} does not verify (key {key})",
    de: "{kind} hält der Prüfung nicht stand (Schlüssel {key})",
  },

  "control.health-unset": { en: "no healthcheck is set", de: "kein Healthcheck gesetzt" },
  "control.health-none": {
    en: "the healthcheck is NONE, which switches an inherited one off",
    de: "der Healthcheck ist NONE, was einen geerbten abschaltet",
  },
  "control.health-empty": {
    en: "the healthcheck is {form} without a command",
    de: "der Healthcheck ist {form} ohne Befehl",
  },
  "control.health-set": { en: "checks with: {command}", de: "prüft mit: {command}" },
  "control.health-not-recorded": {
    en: "not recorded: the image has an OCI config, which has no field for a healthcheck",
    de: "nicht aufgezeichnet: das Image hat eine OCI-Konfiguration, die kein Feld für einen Healthcheck kennt",
  },
  "control.health-not-carried": {
    en: "not recorded: {entry} sets a healthcheck that the image's config does not carry",
    de: "nicht aufgezeichnet: {entry} setzt einen Healthcheck, den die Konfiguration des Images nicht trägt",
  },

  "control.history-absent": { en: "the image carries no history", de: "das Image trägt keine Historie" },
  "control.history-squashed": {
    en: "the layers were squashed: the build steps are no longer those of the layers",
    de: "die Schichten wurden zusammengelegt: die Bauschritte sind nicht mehr die der Schichten",
  },
  "control.history-imported": {
    en: "the image was imported as a file system, without build steps",
    de: "das Image wurde als Dateisystem importiert, ohne Bauschritte",
  },
  "control.history-by-tool": {
    en: "the image was made by {tool}, which has no build steps",
    de: "das Image wurde mit {tool} erzeugt, das keine Bauschritte kennt",
  },
  "control.history-without-steps": {
    en: "the history names no build step for any layer",
    de: "die Historie nennt zu keiner Schicht einen Bauschritt",
  },
  "control.no-base-proof": {
    en: "no proof marks where a base image ends: all {count} build steps count as the image's own",
    de: "kein Beleg markiert, wo ein Basis-Image endet: alle {count} Bauschritte gelten als eigene",
  },
  "control.no-base-proof-gaps": {
    en: "no proof marks where a base image ends: all {count} build steps count as the image's own; layers without a recorded step: {unexplained}",
    de: "kein Beleg markiert, wo ein Basis-Image endet: alle {count} Bauschritte gelten als eigene; Schichten ohne aufgezeichneten Schritt: {unexplained}",
  },
  "control.update-alone": {
    en: "{command} without an install or upgrade behind it in the same step",
    de: "{command} ohne nachfolgende Installation oder Aktualisierung im selben Schritt",
  },
  "control.update-joined": {
    en: "no index refresh stands alone in the {count} RUN steps",
    de: "in den {count} RUN-Schritten steht keine Indexaktualisierung allein",
  },

  "control.setuid-none": {
    en: "none of the {count} files has the setuid or setgid bit",
    de: "keine der {count} Dateien hat das setuid- oder setgid-Bit",
  },
  "control.setuid-file": { en: "mode {mode}, owner {uid}:{gid}", de: "Modus {mode}, Eigentümer {uid}:{gid}" },
  "control.setuid-file-links": {
    en: "mode {mode}, owner {uid}:{gid}, also named {links}",
    de: "Modus {mode}, Eigentümer {uid}:{gid}, auch unter {links}",
  },
  "control.setuid-removed": {
    en: "for the record: mode {mode}, removed or disarmed in layer {removed}",
    de: "nur vermerkt: Modus {mode}, in Schicht {removed} entfernt oder entschärft",
  },

  "control.add-address": {
    en: "ADD from an address without a checksum",
    de: "ADD von einer Adresse ohne Prüfsumme",
  },
  "control.add-local": {
    en: "ADD of a local file or archive, where COPY would do",
    de: "ADD einer lokalen Datei oder eines Archivs, wofür COPY genügt",
  },
  "control.add-classic": {
    en: "ADD; this builder records a digest only, not whether the source was a file or an address",
    de: "ADD; dieser Builder zeichnet nur einen Digest auf, nicht ob die Quelle eine Datei oder Adresse war",
  },
  "control.add-checksum": { en: "ADD bound by a checksum", de: "ADD, durch eine Prüfsumme gebunden" },
  "control.add-git": { en: "ADD from a Git source", de: "ADD aus einer Git-Quelle" },
  "control.add-base": {
    en: "excused: the first step adds the root file system",
    de: "entschuldigt: der erste Schritt fügt das Wurzeldateisystem hinzu",
  },
  "control.add-manual": {
    en: "ADD of local sources: {count}; a person must decide whether unpacking was wanted, else COPY is right",
    de: "ADD lokaler Quellen: {count}; ob das Entpacken gewollt war, muss ein Mensch entscheiden, sonst ist COPY richtig",
  },
  "control.add-none": {
    en: "no ADD beyond the root file system; COPY steps: {copies}",
    de: "kein ADD außer dem Wurzeldateisystem; COPY-Schritte: {copies}",
  },

  "control.secrets-none": {
    en: "no secret found in config, history and the files of all layers",
    de: "kein Geheimnis in Konfiguration, Historie und den Dateien aller Schichten gefunden",
  },
  "control.secret-pattern": { en: "{preview}; by its form", de: "{preview}; an der Form erkannt" },
  "control.secret-name": { en: "{preview}; by the name of its place", de: "{preview}; am Namen des Ortes erkannt" },
  "control.secret-removed": {
    en: "{preview}; hidden by layer {removed}, still readable in the image",
    de: "{preview}; von Schicht {removed} verdeckt, im Image weiter lesbar",
  },

  "control.trust-off": { en: "signature checking is off: {detail}", de: "Signaturprüfung abgeschaltet: {detail}" },
  "control.trust-step": {
    en: "a build step switches signature checking off: {detail}",
    de: "ein Bauschritt schaltet die Signaturprüfung ab: {detail}",
  },
  "control.trust-on": { en: "nothing switched off: {detail}", de: "nichts abgeschaltet: {detail}" },
  "control.trust-no-manager": {
    en: "the image has no package manager",
    de: "das Image hat keinen Paketmanager",
  },
  "control.trust-manual": {
    en: "nothing switches signature checking off (settings files: {count}); a person must confirm that repositories and keys are the ones intended",
    de: "nichts schaltet die Signaturprüfung ab (Einstellungsdateien: {count}); dass Paketquellen und Schlüssel die gewollten sind, muss ein Mensch bestätigen",
  },
  "control.trust-manual-no-history": {
    en: "no setting switches signature checking off (settings files: {count}), but the build steps are not recorded; a person must confirm how packages were installed and that repositories and keys are the ones intended",
    de: "keine Einstellung schaltet die Signaturprüfung ab (Einstellungsdateien: {count}), doch die Bauschritte sind nicht aufgezeichnet; wie installiert wurde und ob Paketquellen und Schlüssel die gewollten sind, muss ein Mensch bestätigen",
  },
} as const satisfies PhraseTable;
