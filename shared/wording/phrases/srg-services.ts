// Sentences on packages, servers, ports, shells, updates and on containers, part of image-srg.ts.
import type { PhraseTable } from "./table.ts";

export const srgServicePhrases = {
  "srg.package-database-none": {
    en: "the image holds an operating system ({os}) and no package database, so what is installed is not known",
    de: "das Image enthält ein Betriebssystem ({os}), aber keine Paketdatenbank; was installiert ist, ist nicht bekannt",
  },
  "srg.server": {
    en: "version {version} is installed: a server of the kind {kind}",
    de: "Version {version} ist installiert: ein Server der Art {kind}",
  },
  "srg.servers-none": {
    en: "none of {count} packages is such a server, but for what the policy allows",
    de: "keines von {count} Paketen ist ein solcher Server, außer was die Richtlinie erlaubt",
  },
  "srg.busybox-unseen": {
    en: "which servers it was built with as applets is not read",
    de: "welche Server als Applets darin eingebaut sind, wird nicht gelesen",
  },
  "srg.sessions-none": {
    en: "no server lets users in from afar, so there are no sessions that a banner, a lock or a time limit could apply to",
    de: "kein Server lässt Benutzer aus der Ferne ein, also gibt es keine Sitzungen, für die Hinweistext, Sperre oder Zeitgrenze gelten könnten",
  },
  "srg.sessions-person": {
    en: "the policy allows the servers below; a person must look at their settings: banner, failed attempts, idle and total time, ciphers, log of sessions",
    de: "die Richtlinie erlaubt die unten genannten Server; ein Mensch muss ihre Einstellungen ansehen: Hinweistext, Fehlversuche, Leerlauf- und Gesamtzeit, Verfahren, Protokoll der Sitzungen",
  },
  "srg.clear-port": {
    en: "exposes {port}: {clear} is a port of a protocol in clear text",
    de: "legt {port} offen: {clear} ist ein Port eines Klartextprotokolls",
  },
  "srg.clear-none": {
    en: "none of {count} packages serves telnet, FTP, TFTP or rsh, and none of their ports is exposed, but for what the policy allows",
    de: "keines von {count} Paketen bietet telnet, FTP, TFTP oder rsh an, und keiner ihrer Ports liegt offen, außer was die Richtlinie erlaubt",
  },
  "srg.port-unreadable": { en: "{port} is no port", de: "{port} ist kein Port" },
  "srg.port-approved": { en: "the policy allows {port}", de: "die Richtlinie erlaubt {port}" },
  "srg.port-forbidden": {
    en: "{port} is a port of {service}, which drives a machine",
    de: "{port} ist ein Port von {service}, das eine Maschine steuert",
  },
  "srg.port-privileged": { en: "{port} lies below 1024", de: "{port} liegt unter 1024" },
  "srg.port-not-listed": {
    en: "{port} is not among the ports that the policy allows",
    de: "{port} gehört nicht zu den Ports, die die Richtlinie erlaubt",
  },
  "srg.ports-none": { en: "no port is exposed", de: "kein Port liegt offen" },
  "srg.ports-fine": { en: "exposed: {ports}", de: "offen: {ports}" },
  "srg.programs-unread": {
    en: "the facts do not say which shells and package managers the image holds",
    de: "die Fakten sagen nicht, welche Shells und Paketmanager das Image enthält",
  },
  "srg.shell": { en: "a shell", de: "eine Shell" },
  "srg.shells-person": {
    en: "{count} shells and package managers; a person must say whether the workload needs them at run time",
    de: "{count} Shells und Paketmanager; ein Mensch muss sagen, ob die Anwendung sie im Betrieb braucht",
  },
  "srg.shells-none": {
    en: "none of the {count} entries is a known shell or package manager, but for what the policy allows",
    de: "keiner der {count} Einträge ist eine bekannte Shell oder ein Paketmanager, außer was die Richtlinie erlaubt",
  },
  "srg.os-none": {
    en: "the image holds no operating system",
    de: "das Image enthält kein Betriebssystem",
  },
  "srg.os-no-data": {
    en: "no lifecycle data stands beside the facts, so until when {os} is supported is not known",
    de: "neben den Fakten stehen keine Lebenszyklusdaten; bis wann {os} unterstützt wird, ist nicht bekannt",
  },
  "srg.os-rolling": {
    en: "{os} has no releases that end: it is renewed all the time",
    de: "{os} hat keine Versionen, die enden: es wird laufend erneuert",
  },
  "srg.os-unknown": {
    en: "the data of {source} do not know the release of {os}",
    de: "die Daten von {source} kennen die Version von {os} nicht",
  },
  "srg.os-stale": {
    en: "the lifecycle data of {source} are of {date}, {days} days old: too old to show that support goes on",
    de: "die Lebenszyklusdaten von {source} sind vom {date}, {days} Tage alt: zu alt, um fortdauernde Unterstützung zu belegen",
  },
  "srg.os-over": {
    en: "support of {os} ended on {until} ({source}, data of {date})",
    de: "die Unterstützung von {os} endete am {until} ({source}, Stand {date})",
  },
  "srg.os-over-undated": {
    en: "support of {os} is over; no day is named ({source}, data of {date})",
    de: "die Unterstützung von {os} ist vorbei; ein Tag ist nicht genannt ({source}, Stand {date})",
  },
  "srg.os-undated": {
    en: "{os} is supported, with no end set ({source}, data of {date})",
    de: "{os} wird unterstützt, ein Ende ist nicht festgesetzt ({source}, Stand {date})",
  },
  "srg.os-soon": {
    en: "{os} is supported until {until}, {days} more days: plan the change now ({source}, data of {date})",
    de: "{os} wird bis {until} unterstützt, noch {days} Tage: den Wechsel jetzt planen ({source}, Stand {date})",
  },
  "srg.os-supported": {
    en: "{os} is supported until {until}, {days} more days ({source}, data of {date})",
    de: "{os} wird bis {until} unterstützt, noch {days} Tage ({source}, Stand {date})",
  },
  "srg.scan-recent": {
    en: "this digest was scanned, with knowledge of {date}; {days} days are allowed",
    de: "dieser Digest wurde geprüft, mit Wissen vom {date}; {days} Tage sind erlaubt",
  },
  "srg.update-open": {
    en: "{severity}, fixed in {fix} since {date}, is open",
    de: "{severity}, behoben in {fix} seit {date}, ist offen",
  },
  "srg.updates-applied": {
    en: "scanned on {date}: nothing is open whose fix is more than {days} days old",
    de: "geprüft am {date}: nichts ist offen, dessen Behebung älter als {days} Tage ist",
  },
  "srg.package-twice": { en: "installed in versions {versions}", de: "installiert in den Versionen {versions}" },
  "srg.language-twice": {
    en: "{count} packages of programming languages are there in several versions, as their managers do by design",
    de: "{count} Pakete von Programmiersprachen sind in mehreren Versionen da, wie es deren Verwaltung vorsieht",
  },
  "srg.packages-once": {
    en: "none of {count} packages of the system is there in two versions, but for what the policy allows",
    de: "keines von {count} Systempaketen ist in zwei Versionen da, außer was die Richtlinie erlaubt",
  },
  "srg.images-several": {
    en: "{count} unused images of one repository, of which only one can be the newest: {names}",
    de: "{count} unbenutzte Images eines Repositorys, von denen nur eines das neueste sein kann: {names}",
  },
  "srg.images-dangling": {
    en: "{count} images lost their name to a newer one",
    de: "{count} Images haben ihren Namen an ein neueres verloren",
  },
  "srg.images-within": {
    en: "{count} superseded images, {allowed} are allowed",
    de: "{count} abgelöste Images, {allowed} sind erlaubt",
  },
  "srg.images-person": {
    en: "{count} images are used by no container; a person must say which of them a newer version has replaced",
    de: "{count} Images benutzt kein Container; ein Mensch muss sagen, welche davon eine neuere Version abgelöst hat",
  },
  "srg.image-unused": { en: "no container uses it", de: "kein Container benutzt es" },
  "srg.images-used": {
    en: "no image of {count} is superseded and unused beyond what the policy allows",
    de: "keines von {count} Images ist abgelöst und unbenutzt, über das hinaus, was die Richtlinie erlaubt",
  },
  "srg.privileged": { en: "the container has all privileges", de: "der Container hat alle Rechte" },
  "srg.namespace-shared": {
    en: "shares the {name} namespace of the host",
    de: "teilt den Namensraum {name} des Hosts",
  },
  "srg.device-shared": {
    en: "a device of the host, with rights {permissions}",
    de: "ein Gerät des Hosts, mit den Rechten {permissions}",
  },
  "srg.socket-mounted": {
    en: "the engine's socket is inside: whoever has it has the host",
    de: "der Socket der Engine liegt darin: wer ihn hat, hat den Host",
  },
  "srg.folder-mounted": {
    en: "a folder of the host's system, mounted at {destination}",
    de: "ein Systemordner des Hosts, eingehängt unter {destination}",
  },
  "srg.folder-mounted-writable": {
    en: "a folder of the host's system, mounted at {destination} and writable",
    de: "ein Systemordner des Hosts, eingehängt unter {destination} und beschreibbar",
  },
  "srg.isolated": {
    en: "no privileges, host namespaces, devices, socket or system folders of the host among {count} mounts, but for what the policy allows",
    de: "keine Sonderrechte, Namensräume, Geräte, Sockets oder Systemordner des Hosts bei {count} Mounts, außer was die Richtlinie erlaubt",
  },
  "srg.no-memory-limit": { en: "memory is not limited", de: "der Arbeitsspeicher ist nicht begrenzt" },
  "srg.no-cpu-limit": {
    en: "neither quota, share nor set of processors is stated",
    de: "weder Kontingent noch Anteil noch Auswahl der Prozessoren ist gesetzt",
  },
  "srg.no-pids-limit": {
    en: "the number of processes is not limited",
    de: "die Zahl der Prozesse ist nicht begrenzt",
  },
  "srg.limits-set": {
    en: "memory is limited to {memory} bytes, processes to {pids}, and processors are limited",
    de: "der Arbeitsspeicher ist auf {memory} Bytes begrenzt, Prozesse auf {pids}, Prozessoren sind begrenzt",
  },
} as const satisfies PhraseTable;
