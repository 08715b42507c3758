// Sentences of what reads engines, containers and hosts in both languages; `{name}` stands for a value of the phrase. Keys begin with `surroundings.`.
import type { PhraseTable } from "./table.ts";

export const surroundingsPhrases = {
  "surroundings.refused": {
    en: "the engine did not answer {request}: {cause}",
    de: "die Engine hat {request} nicht beantwortet: {cause}",
  },
  "surroundings.engine-failed": {
    en: "the engine could not be read: {cause}",
    de: "die Engine war nicht lesbar: {cause}",
  },
  "surroundings.field-missing": {
    en: "the engine does not say {field}",
    de: "die Engine macht keine Angabe zu {field}",
  },
  "surroundings.more-containers": {
    en: "there are {count} containers; only {limit} of them were read",
    de: "es gibt {count} Container; nur {limit} davon wurden gelesen",
  },
  "surroundings.no-command-column": {
    en: "the engine's list of processes has no column for the command",
    de: "der Prozessliste der Engine fehlt die Spalte mit dem Befehl",
  },
  "surroundings.swarm-not-ready": {
    en: "the swarm cannot be asked, as it is in the state {state}",
    de: "der Swarm lässt sich nicht befragen, denn er ist im Zustand {state}",
  },
  "surroundings.reached-by-tcp": {
    en: "the engine is reached over TCP, so its host's files are not read",
    de: "die Engine wird über TCP erreicht, die Dateien ihres Hosts werden daher nicht gelesen",
  },
  "surroundings.reached-by-ssh": {
    en: "the engine is reached over SSH, so its host's files are not read",
    de: "die Engine wird über SSH erreicht, die Dateien ihres Hosts werden daher nicht gelesen",
  },
  "surroundings.not-linux": {
    en: "this system is not Linux ({platform}); the engine runs in a virtual machine or elsewhere",
    de: "dieses System ist kein Linux ({platform}); die Engine läuft in einer virtuellen Maschine oder anderswo",
  },
  "surroundings.virtual-machine": {
    en: "the engine runs in a virtual machine ({system})",
    de: "die Engine läuft in einer virtuellen Maschine ({system})",
  },
  "surroundings.other-kernel": {
    en: "the engine runs in a virtual machine or elsewhere: its kernel is {engine}, the one here is {here}",
    de: "die Engine läuft in einer virtuellen Maschine oder anderswo: ihr Kernel ist {engine}, der hiesige {here}",
  },
  "surroundings.other-name": {
    en: "the engine runs elsewhere: its host is called {engine}, this one {here}",
    de: "die Engine läuft anderswo: ihr Host heißt {engine}, dieser hier {here}",
  },
  "surroundings.other-system": {
    en: "the engine runs on another system: it names {engine}, here it is {here}",
    de: "die Engine läuft auf einem anderen System: Sie nennt {engine}, hier ist es {here}",
  },
  "surroundings.engine-host-unknown": {
    en: "the engine does not say which host and kernel it runs on",
    de: "die Engine sagt nicht, auf welchem Host und Kernel sie läuft",
  },
  "surroundings.host-unknown": {
    en: "whether the engine runs on this machine cannot be told, as its name and kernel are not readable",
    de: "ob die Engine auf diesem Rechner läuft, ist nicht zu erkennen, denn dessen Name und Kernel sind nicht lesbar",
  },
  "surroundings.absent": {
    en: "there is no {path}",
    de: "{path} gibt es nicht",
  },
  "surroundings.empty": {
    en: "{path} holds no file",
    de: "{path} enthält keine Datei",
  },
  "surroundings.leads-nowhere": {
    en: "{path} is listed, but leads nowhere",
    de: "{path} ist aufgeführt, führt aber ins Leere",
  },
  "surroundings.needs-root": {
    en: "needs root to read {path}",
    de: "zum Lesen von {path} sind root-Rechte nötig",
  },
  "surroundings.not-readable": {
    en: "{path} cannot be read ({cause})",
    de: "{path} ist nicht lesbar ({cause})",
  },
  "surroundings.not-a-file": {
    en: "{path} is not a regular file",
    de: "{path} ist keine reguläre Datei",
  },
  "surroundings.link-loop": {
    en: "{path} leads through more than 40 symbolic links",
    de: "{path} führt über mehr als 40 symbolische Links",
  },
  "surroundings.too-large": {
    en: "{path} is larger than {limit} bytes and was not read",
    de: "{path} ist größer als {limit} Bytes und wurde nicht gelesen",
  },
  "surroundings.too-many": {
    en: "{path} holds more than {limit} entries; not all of them were read",
    de: "{path} enthält mehr als {limit} Einträge; nicht alle wurden gelesen",
  },
  "surroundings.not-json": {
    en: "{path} is no JSON object",
    de: "{path} ist kein JSON-Objekt",
  },
  "surroundings.no-daemon": {
    en: "no process called dockerd is seen that listens on {socket}, so its flags are not known",
    de: "es ist kein Prozess namens dockerd zu sehen, der auf {socket} hört; seine Optionen sind daher nicht bekannt",
  },
  "surroundings.no-daemon-podman": {
    en: "{socket} belongs to Podman, which has no dockerd",
    de: "{socket} gehört zu Podman, das kein dockerd hat",
  },
  "surroundings.several-daemons": {
    en: "{count} processes called dockerd may be the one behind {socket}",
    de: "{count} Prozesse namens dockerd kommen für {socket} in Frage",
  },
  "surroundings.flags-unknown": {
    en: "the daemon's flags were not read, so the file that {flag} names is not known",
    de: "die Optionen des Daemons wurden nicht gelesen; welche Datei {flag} nennt, ist daher nicht bekannt",
  },
  "surroundings.relative-path": {
    en: "{flag} names {path}, which is relative to a folder that is not known",
    de: "{flag} nennt {path}, bezogen auf einen Ordner, der nicht bekannt ist",
  },
  "surroundings.no-data-root": {
    en: "the engine does not say where it keeps its data",
    de: "die Engine sagt nicht, wo sie ihre Daten ablegt",
  },
  "surroundings.no-home": {
    en: "the owner of {socket} has no account here, so the files of this rootless engine are not known",
    de: "der Besitzer von {socket} hat hier kein Konto; die Dateien dieser rootless-Engine sind daher nicht bekannt",
  },
  "surroundings.no-unit": {
    en: "systemd has no unit {unit} here",
    de: "systemd hat hier keine Unit {unit}",
  },
  "surroundings.masked-unit": {
    en: "the unit {path} is masked",
    de: "die Unit {path} ist maskiert",
  },
  "surroundings.other-directory": {
    en: "{database} entries also come from {source}, which is not read",
    de: "Einträge für {database} kommen auch aus {source}; das wird nicht gelesen",
  },
  "surroundings.no-mounts": {
    en: "{path} lists no mount",
    de: "{path} führt keine Einhängung auf",
  },
  "surroundings.no-audit-log": {
    en: "there is no audit log at {path}, so past commands are not known",
    de: "es gibt kein Audit-Protokoll unter {path}; frühere Befehle sind daher nicht bekannt",
  },
  "surroundings.no-commands-recorded": {
    en: "{path} records no commands, so it does not show whether docker exec was used",
    de: "{path} zeichnet keine Befehle auf und zeigt daher nicht, ob docker exec benutzt wurde",
  },
  "surroundings.log-end": {
    en: "only the last {limit} bytes of {path} were read",
    de: "nur die letzten {limit} Bytes von {path} wurden gelesen",
  },
  "surroundings.older-logs": {
    en: "older logs beside {path} were not read",
    de: "ältere Protokolle neben {path} wurden nicht gelesen",
  },
  "surroundings.no-key-folders": {
    en: "this host has none of the folders in which apt and rpm keep keys",
    de: "dieser Host hat keinen der Ordner, in denen apt und rpm Schlüssel aufbewahren",
  },
} as const satisfies PhraseTable;
