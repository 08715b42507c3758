// Sentences of GPOS checks about what an image holds: services, accounts, settings, signatures; keys begin with `gpos.`, `{name}` stands for a value of the phrase.
import type { PhraseTable } from "./table.ts";

export const gposContentPhrases = {
  // What several checks say
  "gpos.no-package-database": {
    en: "no package database was found, so what is installed cannot be told",
    de: "keine Paketdatenbank wurde gefunden, daher ist nicht zu sagen, was installiert ist",
  },
  "gpos.programs-not-read": {
    en: "the image was read without looking for shells and package managers, audit again",
    de: "das Image wurde gelesen, ohne nach Shells und Paketmanagern zu suchen, bitte neu prüfen",
  },
  "gpos.package-allowed": { en: "the policy allows this package", de: "die Richtlinie erlaubt dieses Paket" },
  "gpos.package-of-kind": { en: "version {version} is installed", de: "Version {version} ist installiert" },
  "gpos.path-allowed": { en: "the policy allows this path", de: "die Richtlinie erlaubt diesen Pfad" },
  // Remote access
  "gpos.remote-package": {
    en: "software for remote access or file sharing, version {version}",
    de: "Software für Fernzugang oder Dateifreigabe, Version {version}",
  },
  "gpos.remote-started": {
    en: "the image starts {program}, a server for remote access or file sharing",
    de: "das Image startet {program}, einen Dienst für Fernzugang oder Dateifreigabe",
  },
  "gpos.remote-none": {
    en: "none of the {count} packages is software for remote access or file sharing",
    de: "keines der {count} Pakete ist Software für Fernzugang oder Dateifreigabe",
  },
  "gpos.remote-nothing": { en: "the image holds no file at all", de: "das Image enthält keine einzige Datei" },
  // Local users and passwords
  "gpos.user-second-root": {
    en: "an account beside root has UID {uid}",
    de: "ein Konto neben root hat die UID {uid}",
  },
  "gpos.user-password": {
    en: "UID {uid} can log in with a password, or without any",
    de: "UID {uid} kann sich mit einem Kennwort anmelden, oder ohne",
  },
  "gpos.user-personal": {
    en: "UID {uid} lies in the range of people and stands in /etc/shadow",
    de: "UID {uid} liegt im Bereich für Personen und steht in /etc/shadow",
  },
  "gpos.user-unknown": {
    en: "a line of /etc/shadow behind nobody that belongs to no account",
    de: "eine Zeile in /etc/shadow hinter nobody, zu der kein Konto gehört",
  },
  "gpos.user-allowed": { en: "the policy allows this account", de: "die Richtlinie erlaubt dieses Konto" },
  "gpos.users-none": {
    en: "none of the {count} accounts is a local user",
    de: "keines der {count} Konten ist ein lokaler Benutzer",
  },
  "gpos.users-no-files": {
    en: "the image has neither accounts nor an /etc/shadow",
    de: "das Image hat weder Konten noch eine /etc/shadow",
  },
  "gpos.password-hashed": { en: "a hashed password is set", de: "ein gehashtes Kennwort ist gesetzt" },
  "gpos.password-scheme": {
    en: "a hashed password is set ({scheme})",
    de: "ein gehashtes Kennwort ist gesetzt ({scheme})",
  },
  "gpos.password-empty": {
    en: "the password is empty, so that anybody may log in",
    de: "das Kennwort ist leer, jeder kann sich anmelden",
  },
  "gpos.password-usable": {
    en: "the account can log in by its password field",
    de: "das Konto kann sich nach seinem Kennwortfeld anmelden",
  },
  "gpos.passwords-none": {
    en: "none of the {count} lines holds a password",
    de: "keine der {count} Zeilen enthält ein Kennwort",
  },
  "gpos.passwords-no-shadow": {
    en: "there is no /etc/shadow, and none of the {count} accounts has a password",
    de: "es gibt keine /etc/shadow, und keines der {count} Konten hat ein Kennwort",
  },
  // OpenSSL
  "gpos.openssl-no-module-config": {
    en: "no settings of the FIPS module (fipsmodule.cnf) were found",
    de: "keine Einstellungen des FIPS-Moduls (fipsmodule.cnf) gefunden",
  },
  "gpos.openssl-no-config": {
    en: "no settings of OpenSSL (openssl.cnf) were found",
    de: "keine Einstellungen von OpenSSL (openssl.cnf) gefunden",
  },
  "gpos.openssl-elsewhere": {
    en: "OPENSSL_CONF names {path}, which is not among the settings that were found",
    de: "OPENSSL_CONF nennt {path}, das nicht unter den gefundenen Einstellungen ist",
  },
  "gpos.openssl-incomplete": { en: "missing: {missing}", de: "es fehlt: {missing}" },
  "gpos.openssl-no-provider": {
    en: "neither a FIPS provider module nor its package was found",
    de: "weder ein FIPS-Provider-Modul noch sein Paket gefunden",
  },
  "gpos.openssl-config": {
    en: "OpenSSL is set to use its FIPS provider; whether the programs use OpenSSL is not shown by it",
    de: "OpenSSL ist auf seinen FIPS-Provider eingestellt; ob die Programme OpenSSL nutzen, zeigt das nicht",
  },
  "gpos.openssl-module-config": { en: "settings of the FIPS module", de: "Einstellungen des FIPS-Moduls" },
  "gpos.openssl-provider": { en: "FIPS provider module", de: "FIPS-Provider-Modul" },
  "gpos.openssl-package": {
    en: "package of the FIPS provider, version {version}",
    de: "Paket des FIPS-Providers, Version {version}",
  },
  // Signatures of packages
  "gpos.trust-disabled": {
    en: "a setting lets unverified packages in: {detail}",
    de: "eine Einstellung lässt ungeprüfte Pakete zu: {detail}",
  },
  "gpos.trust-ok": {
    en: "no setting of this file lets unverified packages in: {detail}",
    de: "keine Einstellung dieser Datei lässt ungeprüfte Pakete zu: {detail}",
  },
  "gpos.trust-no-https": {
    en: "a repository without https: {line}",
    de: "eine Paketquelle ohne https: {line}",
  },
  "gpos.trust-default": {
    en: "this package manager verifies signatures where no setting says otherwise",
    de: "dieser Paketmanager prüft Signaturen, wenn keine Einstellung es aufhebt",
  },
  "gpos.trust-no-settings": {
    en: "a package manager without settings that were found",
    de: "ein Paketmanager, zu dem keine Einstellungen gefunden wurden",
  },
  "gpos.trust-look": {
    en: "look at whether the package managers named here verify signatures by default (gpgcheck, SigLevel)",
    de: "prüfen, ob die genannten Paketmanager Signaturen von sich aus verlangen (gpgcheck, SigLevel)",
  },
  "gpos.trust-none": {
    en: "the image has neither a package manager nor settings of one, so nothing can be installed by it",
    de: "das Image hat weder einen Paketmanager noch Einstellungen dafür, damit lässt sich nichts installieren",
  },
} as const satisfies PhraseTable;
