// What a person must look at under the GPOS profile; keys begin with `gpos.`, `{name}` stands for a value of the phrase.
import type { PhraseTable } from "./table.ts";

export const gposManualPhrases = {
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
