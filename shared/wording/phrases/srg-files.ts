// Sentences on files, their owners, modes and contents, part of image-srg.ts.
import type { PhraseTable } from "./table.ts";

export const srgFilePhrases = {
  "srg.folder-not-sticky": {
    en: "mode {mode}: everyone may write in it and remove what others put there",
    de: "Modus {mode}: jeder darf darin schreiben und löschen, was andere abgelegt haben",
  },
  "srg.folder-owner": {
    en: "mode {mode}: everyone may write in it, and it belongs to UID {uid}, no account of the system",
    de: "Modus {mode}: jeder darf darin schreiben, und er gehört UID {uid}, keinem Systemkonto",
  },
  "srg.folders-sticky": {
    en: "{count} folders may be written by everyone, each with the sticky bit",
    de: "in {count} Ordner darf jeder schreiben, jeder davon mit Sticky-Bit",
  },
  "srg.folders-owned": {
    en: "{count} folders may be written by everyone, each of root or an account of the system",
    de: "in {count} Ordner darf jeder schreiben, jeder davon gehört root oder einem Systemkonto",
  },
  "srg.file-writable": { en: "mode {mode}: everyone may change it", de: "Modus {mode}: jeder darf sie ändern" },
  "srg.files-artefact": {
    en: "nearly everything in the image is writable by everyone: it was packed on a system without Unix modes",
    de: "fast alles im Image ist für jeden beschreibbar: gepackt wurde es auf einem System ohne Unix-Modi",
  },
  "srg.files-not-writable": {
    en: "none of the {count} entries is a regular file that everyone may change, but for what the policy allows",
    de: "keiner der {count} Einträge ist eine reguläre Datei, die jeder ändern darf, außer was die Richtlinie erlaubt",
  },
  "srg.unowned": {
    en: "{count} entries of UID {uid}, GID {gid}, of which one is unknown; the first is {first}",
    de: "{count} Einträge von UID {uid}, GID {gid}, davon eine unbekannt; der erste ist {first}",
  },
  "srg.owned": {
    en: "the owners and groups of {count} entries are known, but for what the policy allows",
    de: "Eigentümer und Gruppen von {count} Einträgen sind bekannt, außer was die Richtlinie erlaubt",
  },
  "srg.database-owner": { en: "belongs to UID {uid}, not to root", de: "gehört UID {uid}, nicht root" },
  "srg.database-mode": { en: "mode {mode}, at most {most} is safe", de: "Modus {mode}, höchstens {most} ist sicher" },
  "srg.database-group": {
    en: "its group {gid} may read it and is neither root nor shadow",
    de: "seine Gruppe {gid} darf es lesen und ist weder root noch shadow",
  },
  "srg.database-safe": {
    en: "mode {mode}, owner {uid}, group {gid}",
    de: "Modus {mode}, Eigentümer {uid}, Gruppe {gid}",
  },
  "srg.database-no-file": {
    en: "is no regular file, so its mode says nothing",
    de: "ist keine reguläre Datei, ihr Modus sagt daher nichts",
  },
  "srg.database-person": {
    en: "a person must look at owner and mode of the files that the account databases below lead to",
    de: "ein Mensch muss Eigentümer und Modus der Dateien ansehen, auf die die unten genannten Kontendateien führen",
  },
  "srg.library-none": {
    en: "the image has no folder of programs or libraries",
    de: "das Image hat keinen Ordner für Programme oder Bibliotheken",
  },
  "srg.library-rest": {
    en: "{count} more files of another owner or writable ones are not listed, so whether one of them is a fault is not known",
    de: "{count} weitere Dateien fremder Eigentümer oder mit Schreibrecht sind nicht aufgeführt; ob eine davon ein Mangel ist, ist nicht bekannt",
  },
  "srg.library-owner": {
    en: "belongs to UID {uid}, not to root (mode {mode})",
    de: "gehört UID {uid}, nicht root (Modus {mode})",
  },
  "srg.library-writable": {
    en: "mode {mode}: others than its owner {uid} may change it",
    de: "Modus {mode}: andere als der Eigentümer {uid} dürfen es ändern",
  },
  "srg.library-group": {
    en: "belongs to root, with the group {gid}, which may not write it",
    de: "gehört root, mit der Gruppe {gid}, die nicht schreiben darf",
  },
  "srg.library-safe": {
    en: "{count} programs and libraries belong to root and are written by nobody else, but for what the policy allows",
    de: "{count} Programme und Bibliotheken gehören root und sind für niemanden sonst beschreibbar, außer was die Richtlinie erlaubt",
  },
  "srg.log-none": { en: "the image has no /var/log", de: "das Image hat kein /var/log" },
  "srg.log-owner": { en: "belongs to UID {uid}, not to root", de: "gehört UID {uid}, nicht root" },
  "srg.log-mode": { en: "mode {mode}, at most {most} is safe", de: "Modus {mode}, höchstens {most} ist sicher" },
  "srg.log-safe": {
    en: "the folder and what is directly in it ({count} entries) are protected, but for what the policy allows",
    de: "der Ordner und was direkt darin liegt ({count} Einträge) ist geschützt, außer was die Richtlinie erlaubt",
  },
  "srg.digests-none": {
    en: "no package database of the image holds digests of its files, so nothing can be compared",
    de: "keine Paketdatenbank des Images enthält Prüfsummen ihrer Dateien, daher ist nichts zu vergleichen",
  },
  "srg.digests-more": {
    en: "{count} more changed files are not listed, so whether programs are among them is not known",
    de: "{count} weitere geänderte Dateien sind nicht aufgeführt; ob Programme darunter sind, ist nicht bekannt",
  },
  "srg.package-file-changed": {
    en: "is not what the package {package} brought",
    de: "ist nicht, was das Paket {package} mitgebracht hat",
  },
  "srg.package-file-missing": {
    en: "the package {package} brought it, and it is gone",
    de: "das Paket {package} hat es mitgebracht, es fehlt jetzt",
  },
  "srg.package-data-person": {
    en: "no program or library was changed; a person must say why the data files below differ from those of their packages",
    de: "kein Programm und keine Bibliothek wurde geändert; ein Mensch muss sagen, warum die unten genannten Daten von denen ihrer Pakete abweichen",
  },
  "srg.package-files-same": {
    en: "{count} files were compared with the digests of their packages: none but {settings} settings differs, save what the policy allows",
    de: "{count} Dateien wurden mit den Prüfsummen ihrer Pakete verglichen: nur {settings} Einstellungen weichen ab, außer was die Richtlinie erlaubt",
  },
  "srg.trust-file": {
    en: "lets remote users in without a password",
    de: "lässt entfernte Benutzer ohne Kennwort ein",
  },
  "srg.trust-file-elsewhere": {
    en: "bears the name of a trust file, but lies where no program reads it",
    de: "heißt wie eine Vertrauensdatei, liegt aber, wo kein Programm sie liest",
  },
  "srg.trust-file-none": {
    en: "no hosts.equiv, shosts.equiv, .rhosts or .shosts lies where it would be read",
    de: "keine hosts.equiv, shosts.equiv, .rhosts oder .shosts liegt, wo sie gelesen würde",
  },
  "srg.login-file": {
    en: "programs log in by themselves with what stands in it",
    de: "Programme melden sich mit seinem Inhalt selbst an",
  },
  "srg.login-file-elsewhere": {
    en: "bears the name of a login file, but lies in no home",
    de: "heißt wie eine Anmeldedatei, liegt aber in keinem Home",
  },
  "srg.login-file-none": {
    en: "no home holds a .netrc, or a credential for a database, Git, npm or a registry",
    de: "kein Home enthält eine .netrc oder Zugangsdaten für Datenbank, Git, npm oder Registry",
  },
  "srg.keys-none": {
    en: "no private key was found in any layer or in the config, but for what the policy allows",
    de: "in keiner Schicht und nicht in der Konfiguration wurde ein privater Schlüssel gefunden, außer was die Richtlinie erlaubt",
  },
  "srg.config-secrets-none": {
    en: "no secret in {env} variables, {labels} labels, the commands and {steps} history entries",
    de: "kein Geheimnis in {env} Variablen, {labels} Labels, den Kommandos und {steps} Einträgen der Historie",
  },
} as const satisfies PhraseTable;
