// Sentences of checks aligned with the DHI GPOS profile in both languages; `{name}` stands for a value of the phrase. Keys begin with `gpos.`.
import type { PhraseTable } from "./table.ts";

export const gposPhrases = {
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
  // /var/log, libraries, trust anchors
  "gpos.log-owner": {
    en: "belongs to UID {uid} and GID {gid}, mode {mode}",
    de: "gehört UID {uid} und GID {gid}, Modus {mode}",
  },
  "gpos.log-none": {
    en: "the image has no /var/log to protect",
    de: "das Image hat kein /var/log, das zu schützen wäre",
  },
  "gpos.log-link": {
    en: "/var/log is a link that leads nowhere in the image: look at what lies there at run time, its owner and its mode",
    de: "/var/log ist ein Verweis, der im Image ins Leere führt: ansehen, was dort zur Laufzeit liegt, mit Besitzer und Modus",
  },
  "gpos.library-foreign": {
    en: "belongs to UID {uid} and GID {gid} instead of root",
    de: "gehört UID {uid} und GID {gid} statt root",
  },
  "gpos.library-elsewhere": {
    en: "belongs to UID {uid} and GID {gid}, outside the system's libraries",
    de: "gehört UID {uid} und GID {gid}, außerhalb der Systembibliotheken",
  },
  "gpos.library-owners": {
    en: "of {count} files and folders that were examined, none of the system's libraries belongs to anybody but root",
    de: "von {count} untersuchten Dateien und Ordnern gehört keine Systembibliothek jemand anderem als root",
  },
  "gpos.library-look": {
    en: "{count} more files with another owner are not listed: look at the owners below /usr/lib",
    de: "{count} weitere Dateien mit anderem Besitzer sind nicht aufgeführt: die Besitzer unterhalb von /usr/lib ansehen",
  },
  "gpos.library-none": {
    en: "the image has no folders of libraries or programs",
    de: "das Image hat keine Ordner mit Bibliotheken oder Programmen",
  },
  "gpos.bundle-approved": { en: "approved, SHA-256 {sha256}", de: "freigegeben, SHA-256 {sha256}" },
  "gpos.bundle-digest": {
    en: "nobody approved this bundle, SHA-256 {sha256}",
    de: "dieses Bündel hat niemand freigegeben, SHA-256 {sha256}",
  },
  "gpos.bundle-added": {
    en: "a certificate added to those of the system",
    de: "ein Zertifikat, das zu denen des Systems hinzugefügt wurde",
  },
  "gpos.bundle-look": {
    en: "compare the SHA-256 of the certificate bundle with one that your organisation trusts, and put it on the policy's list approvedTrustAnchors",
    de: "die SHA-256 des Zertifikatsbündels mit einer vergleichen, der die Organisation vertraut, und sie in der Richtlinie unter approvedTrustAnchors eintragen",
  },
  "gpos.bundle-none": {
    en: "the image has no bundle of trusted certificates",
    de: "das Image hat kein Bündel vertrauter Zertifikate",
  },
  // Memory of the host
  "gpos.aslr-full": {
    en: "{value}: stack, libraries, heap and mappings lie at random addresses",
    de: "{value}: Stapel, Bibliotheken, Heap und Abbildungen liegen an zufälligen Adressen",
  },
  "gpos.aslr-less": {
    en: "{value} instead of 2: not all of memory is laid out at random",
    de: "{value} statt 2: nicht der ganze Speicher ist zufällig angeordnet",
  },
  "gpos.aslr-not-read": {
    en: "the kernel's setting {setting} was not among those that could be read",
    de: "die Kerneleinstellung {setting} war nicht unter den lesbaren",
  },
  // Left to the host, because the facts show it
  "gpos.no-audit-service": {
    en: "none of the {count} packages audits or keeps logs, so that auditing is the host's: {covers}",
    de: "keines der {count} Pakete protokolliert oder überwacht, die Protokollierung ist Sache des Hosts: {covers}",
  },
  "gpos.no-system": {
    en: "the image has no operating system (no release file, packages, shell or interpreter), so that auditing is the host's: {covers}",
    de: "das Image hat kein Betriebssystem (weder Release-Datei noch Pakete, Shell oder Interpreter), die Protokollierung ist Sache des Hosts: {covers}",
  },
  "gpos.no-local-users": {
    en: "none of the {count} accounts can log in; who acts on the container is an account of the host: {covers}",
    de: "keines der {count} Konten kann sich anmelden; wer am Container handelt, ist ein Konto des Hosts: {covers}",
  },
  "gpos.no-log-in": {
    en: "neither a local user nor software for remote access lets anybody log in; accounts are the host's: {covers}",
    de: "weder ein lokaler Benutzer noch Software für Fernzugang lässt jemanden hinein; Konten sind Sache des Hosts: {covers}",
  },
  "gpos.no-keys": {
    en: "no private key was found in the image; keys come from outside while it runs: {covers}",
    de: "im Image wurde kein privater Schlüssel gefunden; Schlüssel kommen zur Laufzeit von außen: {covers}",
  },
  "gpos.key-found": {
    en: "a private key that everyone with the image has: {preview}",
    de: "ein privater Schlüssel, den jeder mit dem Image hat: {preview}",
  },
  "gpos.no-shell": {
    en: "no shell and no package manager, so that nothing but the workload is started; a running container is held to it by {covers}",
    de: "weder Shell noch Paketmanager, es startet nichts als die Anwendung; im laufenden Container sichern das {covers}",
  },
  "gpos.no-package-manager": {
    en: "no package manager, so that an update is a new image: {covers}",
    de: "kein Paketmanager, eine Aktualisierung ist ein neues Image: {covers}",
  },
  "gpos.shell": { en: "a shell", de: "eine Shell" },
  "gpos.package-manager": { en: "a package manager", de: "ein Paketmanager" },
  "gpos.no-hardware": {
    en: "an image has no hardware and drives none; which devices a container gets is decided by {covers}",
    de: "ein Image hat keine Hardware und steuert keine; welche Geräte ein Container bekommt, entscheiden {covers}",
  },
  "gpos.no-firewall": {
    en: "an image brings no kernel that filters packets; the host's firewall answers: {covers}",
    de: "ein Image bringt keinen Kernel mit, der Pakete filtert; zuständig ist die Firewall des Hosts: {covers}",
  },
  "gpos.no-kernel": {
    en: "an image brings no kernel; the host's namespaces, limits and restart rules answer: {covers}",
    de: "ein Image bringt keinen Kernel mit; zuständig sind Namensräume, Grenzen und Neustartregeln des Hosts: {covers}",
  },
  "gpos.shared-path": {
    en: "everyone may write here, and no sticky bit keeps users apart (mode {mode})",
    de: "hier darf jeder schreiben, und kein Sticky-Bit trennt die Benutzer (Modus {mode})",
  },
  "gpos.no-ports": {
    en: "the image declares no port; what a container publishes is judged by {covers}",
    de: "das Image nennt keinen Port; was ein Container veröffentlicht, beurteilen {covers}",
  },
  "gpos.port-approved": { en: "the policy allows this port", de: "die Richtlinie erlaubt diesen Port" },
  "gpos.port-declared": { en: "a port that the image declares", de: "ein Port, den das Image nennt" },
  "gpos.volume-declared": {
    en: "a volume that the image declares for its data",
    de: "ein Volume, das das Image für seine Daten vorsieht",
  },
  // What a person must look at: services for auditing in the image
  "gpos.look-events": {
    en: "look at the audit rules of the image's own service, and of the host, for the event that this rule names",
    de: "die Auditregeln des Dienstes im Image und die des Hosts auf das Ereignis durchsehen, das die Regel nennt",
  },
  "gpos.look-content": {
    en: "look at records that the image's own service writes for what this rule asks them to tell",
    de: "Einträge des Dienstes im Image darauf ansehen, ob sie nennen, was die Regel verlangt",
  },
  "gpos.look-failure": {
    en: "look at whom the image's own audit service informs when it fails, and how soon",
    de: "ansehen, wen der Protokolldienst im Image bei einem Ausfall benachrichtigt, und wie schnell",
  },
  "gpos.look-storage": {
    en: "look at where the image's own service stores its records, for how long, and where it sends them",
    de: "ansehen, wo der Dienst im Image seine Einträge ablegt, wie lange, und wohin er sie überträgt",
  },
  "gpos.look-review": {
    en: "look at the tool that condenses, filters and reports the records of the image's own service",
    de: "das Werkzeug ansehen, das Einträge des Dienstes im Image verdichtet, filtert und berichtet",
  },
  "gpos.look-protection": {
    en: "look at owner and mode of the records and tools of the image's own audit service, and at how changes are found",
    de: "Besitzer und Modus der Einträge und Werkzeuge des Protokolldienstes im Image ansehen, und wie Änderungen auffallen",
  },
  "gpos.look-settings": {
    en: "look at who may change what the image's own service audits, and when it starts",
    de: "ansehen, wer ändern darf, was der Dienst im Image protokolliert, und wann er startet",
  },
  "gpos.look-functions": {
    en: "look at how the image's own service notices security functions that fail and settings that change",
    de: "ansehen, wie der Dienst im Image gestörte Sicherheitsfunktionen und geänderte Einstellungen bemerkt",
  },
  "gpos.look-traces": {
    en: "look at what the image's own service keeps when the workload fails",
    de: "ansehen, was der Dienst im Image behält, wenn die Anwendung ausfällt",
  },
  "gpos.look-maintenance": {
    en: "look at whether the image's own service records the use of maintenance tools with privileges",
    de: "ansehen, ob der Dienst im Image die Nutzung privilegierter Wartungswerkzeuge aufzeichnet",
  },
  // What a person must look at: all else
  "gpos.look-account-notices": {
    en: "accounts can log in: look at whether somebody is told when they are created, changed or enabled",
    de: "Konten können sich anmelden: ansehen, ob jemand von neuen, geänderten und freigeschalteten Konten erfährt",
  },
  "gpos.look-password-rules": {
    en: "accounts can log in: look at the PAM settings for what this rule asks of passwords",
    de: "Konten können sich anmelden: die PAM-Einstellungen darauf ansehen, was die Regel von Kennwörtern verlangt",
  },
  "gpos.look-administrators": {
    en: "accounts can log in: look at which of them administrate, and what they may hand on",
    de: "Konten können sich anmelden: ansehen, welche davon verwalten und was sie weitergeben dürfen",
  },
  "gpos.look-external-credentials": {
    en: "look at which credentials of outsiders the log-ins of the image, or its application, accept",
    de: "ansehen, welche Nachweise Außenstehender die Anmeldungen des Images oder seine Anwendung annehmen",
  },
  "gpos.look-hardware": {
    en: "the image brings software that drives hardware: look at which devices its containers get and how they are authenticated",
    de: "das Image bringt Software mit, die Hardware steuert: ansehen, welche Geräte seine Container bekommen und wie diese sich ausweisen",
  },
  "gpos.look-firewall": {
    en: "the image brings a packet filter of its own: look at its rules and at whether it is switched on",
    de: "das Image bringt einen eigenen Paketfilter mit: dessen Regeln ansehen, und ob er eingeschaltet ist",
  },
  "gpos.look-needed-software": {
    en: "look at whether the workload needs the shells and package managers named here, and what keeps other programs from running",
    de: "ansehen, ob die Anwendung die genannten Shells und Paketmanager braucht, und was andere Programme am Start hindert",
  },
  "gpos.look-updates": {
    en: "a package manager can change a running container: look at how updates get into the image, how soon, and what they leave behind",
    de: "ein Paketmanager kann einen laufenden Container ändern: ansehen, wie Aktualisierungen ins Image kommen, wie schnell, und was sie zurücklassen",
  },
  "gpos.look-ports": {
    en: "compare the declared ports with your organisation's list of approved ports, protocols and services",
    de: "die genannten Ports mit der Liste freigegebener Ports, Protokolle und Dienste der Organisation vergleichen",
  },
  "gpos.look-error-messages": {
    en: "look at the error messages of the workload: they should help to mend a fault and tell nothing that serves an attack",
    de: "die Fehlermeldungen der Anwendung ansehen: sie sollen beim Beheben helfen und nichts verraten, was einem Angriff dient",
  },
  "gpos.look-guidance": {
    en: "look up which security guides exist for the software in the image, and compare its settings with them",
    de: "nachsehen, welche Sicherheitsvorgaben es für die Software im Image gibt, und deren Einstellungen damit vergleichen",
  },
  "gpos.look-invalid-input": {
    en: "look at the documents and tests of the workload for what it does with invalid input",
    de: "in Unterlagen und Tests der Anwendung nachsehen, was sie bei ungültigen Eingaben tut",
  },
  "gpos.look-peers": {
    en: "look at whether the workload and those it talks to authenticate each other by certificates",
    de: "ansehen, ob sich die Anwendung und ihre Gegenstellen durch Zertifikate einander ausweisen",
  },
  "gpos.look-rate-limits": {
    en: "look at the rate limits of the host's interfaces, or of the load balancer in front of the containers",
    de: "die Ratenbegrenzung an den Schnittstellen des Hosts oder am Lastverteiler vor den Containern ansehen",
  },
  "gpos.look-transmission": {
    en: "look at every port that the workload serves, and every connection that it opens, for encryption in transit",
    de: "jeden Port, den die Anwendung bedient, und jede Verbindung, die sie öffnet, auf Verschlüsselung ansehen",
  },
  "gpos.look-time": {
    en: "containers take the host's clock: look at the time service of every host that runs the image (chronyc tracking, timedatectl)",
    de: "Container nehmen die Uhr des Hosts: den Zeitdienst jedes Hosts ansehen, auf dem das Image läuft (chronyc tracking, timedatectl)",
  },
  "gpos.look-stored-data": {
    en: "look at whether the storage below the engine's data folder and below each volume is encrypted",
    de: "ansehen, ob der Speicher unter dem Datenordner der Engine und unter jedem Volume verschlüsselt ist",
  },
} as const satisfies PhraseTable;
