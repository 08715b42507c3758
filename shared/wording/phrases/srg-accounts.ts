// Sentences on accounts, passwords and log-ins of an image, part of image-srg.ts.
import type { PhraseTable } from "./table.ts";

export const srgAccountPhrases = {
  "srg.accounts-none": {
    en: "the image has no account files (passwd, shadow), so it has no accounts",
    de: "das Image hat keine Kontendateien (passwd, shadow) und damit keine Konten",
  },
  "srg.password-in-passwd": {
    en: "the account {name} has its hash in passwd, which everyone may read",
    de: "das Konto {name} hat seinen Hash in passwd, das jeder lesen darf",
  },
  "srg.password-weak": {
    en: "the password of {name} is hashed with {scheme}, which is not a strong scheme",
    de: "das Kennwort von {name} ist mit {scheme} gehasht, keinem starken Verfahren",
  },
  "srg.passwords-strong": {
    en: "{count} accounts have a password, each hashed with a strong scheme and kept in shadow",
    de: "{count} Konten haben ein Kennwort, jeweils mit einem starken Verfahren gehasht und in shadow abgelegt",
  },
  "srg.root-empty": {
    en: "root has an empty password: nothing is asked for",
    de: "root hat ein leeres Kennwort: es wird nach nichts gefragt",
  },
  "srg.root-hash": { en: "root has an active password", de: "root hat ein aktives Kennwort" },
  "srg.root-locked": { en: "the password of root is locked", de: "das Kennwort von root ist gesperrt" },
  "srg.root-no-shadow": {
    en: "the image has no shadow file, so root has no password to match",
    de: "das Image hat keine shadow-Datei, root hat also kein Kennwort, das passen könnte",
  },
  "srg.root-no-field": {
    en: "no password of root is stored",
    de: "für root ist kein Kennwort gespeichert",
  },
  "srg.password-empty": {
    en: "the account {name} has an empty password",
    de: "das Konto {name} hat ein leeres Kennwort",
  },
  "srg.password-none-empty": {
    en: "none of {count} accounts has an empty password",
    de: "keines von {count} Konten hat ein leeres Kennwort",
  },
  "srg.uid-zero": { en: "the account {name} has UID 0 as well", de: "auch das Konto {name} hat die UID 0" },
  "srg.uid-zero-root": {
    en: "of {count} accounts none but root has UID 0",
    de: "von {count} Konten hat keines außer root die UID 0",
  },
  "srg.uid-twice": { en: "UID {uid} belongs to {names}", de: "die UID {uid} gehört {names}" },
  "srg.name-twice": {
    en: "the name {name} stands there more than once, with UIDs {uids}",
    de: "der Name {name} steht mehrfach da, mit den UIDs {uids}",
  },
  "srg.accounts-unique": {
    en: "{count} accounts, each with a name and a UID of its own",
    de: "{count} Konten, jedes mit eigenem Namen und eigener UID",
  },
  "srg.group-unknown": {
    en: "the group {gid} of the account {name} does not exist",
    de: "die Gruppe {gid} des Kontos {name} gibt es nicht",
  },
  "srg.groups-known": {
    en: "the primary groups of {count} accounts exist",
    de: "die Hauptgruppen von {count} Konten gibt es",
  },
  "srg.services-none": {
    en: "the image has no accounts of services beside root",
    de: "das Image hat neben root keine Dienstkonten",
  },
  "srg.service-shell": {
    en: "UID {uid} with the shell {shell}, which lets it log in",
    de: "UID {uid} mit der Shell {shell}, die eine Anmeldung zulässt",
  },
  "srg.shell-missing": {
    en: "the shell {shell} is not in the image, so nobody can log in",
    de: "die Shell {shell} ist nicht im Image, anmelden kann sich also niemand",
  },
  "srg.services-closed": {
    en: "{count} accounts of services, none of them with a usable shell that the policy does not allow",
    de: "{count} Dienstkonten, keines mit einer benutzbaren Shell, die die Richtlinie nicht erlaubt",
  },
  "srg.users-none": {
    en: "no account from UID 1000 on has a usable shell",
    de: "kein Konto ab UID 1000 hat eine benutzbare Shell",
  },
  "srg.home-elsewhere": {
    en: "{name} has no home in the image: none is meant, or a volume brings it",
    de: "{name} hat kein Home im Image: keines ist vorgesehen, oder ein Volume bringt es mit",
  },
  "srg.home-safe": {
    en: "the home of {name} is its own and at most 0750",
    de: "das Home von {name} gehört ihm selbst und hat höchstens 0750",
  },
  "srg.home-missing": { en: "the home of {name} does not exist", de: "das Home von {name} gibt es nicht" },
  "srg.home-no-folder": { en: "the home of {name} is no folder", de: "das Home von {name} ist kein Ordner" },
  "srg.home-owner": {
    en: "the home of {name} (UID {uid}) belongs to UID {owner}",
    de: "das Home von {name} (UID {uid}) gehört UID {owner}",
  },
  "srg.home-mode": {
    en: "the home of {name} has mode {mode}, more than 0750",
    de: "das Home von {name} hat den Modus {mode}, mehr als 0750",
  },
  "srg.shells-absent": {
    en: "the image has no shell, so nobody logs in and no umask is set at log-in",
    de: "das Image hat keine Shell, also meldet sich niemand an und bei keiner Anmeldung wird eine umask gesetzt",
  },
  "srg.umask-open": {
    en: "{text}: leaves rights to group or others",
    de: "{text}: lässt Gruppe oder anderen Rechte",
  },
  "srg.umask-strict": {
    en: "{text}: takes all rights from group and others",
    de: "{text}: nimmt Gruppe und anderen alle Rechte",
  },
  "srg.umask-unread": {
    en: "{text}: its value cannot be told from the text",
    de: "{text}: der Wert lässt sich dem Text nicht entnehmen",
  },
  "srg.umask-person": {
    en: "a person must work out which umask the lines below set at log-in, and that it is 077",
    de: "ein Mensch muss ermitteln, welche umask die unten genannten Zeilen bei der Anmeldung setzen und dass es 077 ist",
  },
  "srg.umask-none": {
    en: "the image has a shell, and nothing in it sets a umask, so the default leaves rights to all",
    de: "das Image hat eine Shell, und nichts darin setzt eine umask; die Voreinstellung lässt allen Rechte",
  },
  "srg.sudo-line": { en: "asks for no password: {text}", de: "verlangt kein Kennwort: {text}" },
  "srg.sudo-absent": { en: "sudo is not installed", de: "sudo ist nicht installiert" },
  "srg.sudo-asks": {
    en: "sudo is installed, and no line excuses from the password",
    de: "sudo ist installiert, und keine Zeile erlässt das Kennwort",
  },
  "srg.password-locked": { en: "{name} has no usable password", de: "{name} hat kein benutzbares Kennwort" },
  "srg.passwords-inactive": {
    en: "no account has an active password that rules on quality and age could apply to",
    de: "kein Konto hat ein aktives Kennwort, für das Regeln zu Güte und Alter gelten könnten",
  },
  "srg.password-active": {
    en: "{name} can log in with a password",
    de: "{name} kann sich mit einem Kennwort anmelden",
  },
  "srg.password-settings": { en: "settings for passwords lie here", de: "hier liegen Einstellungen für Kennwörter" },
  "srg.password-policy-person": {
    en: "{names} can log in with a password; a person must look at pwquality.conf, pam.d and login.defs: length, kinds of characters, reuse, lowest and highest age",
    de: "{names} kann sich mit einem Kennwort anmelden; ein Mensch muss pwquality.conf, pam.d und login.defs ansehen: Länge, Zeichenarten, Wiederverwendung, kleinstes und größtes Alter",
  },
  "srg.accounts-locked": {
    en: "of {count} accounts none can log in with a password that the policy does not allow",
    de: "von {count} Konten kann sich keines mit einem Kennwort anmelden, das die Richtlinie nicht erlaubt",
  },
} as const satisfies PhraseTable;
