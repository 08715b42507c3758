// Sentences of checks of containers in both languages; `{name}` stands for a value of the phrase. Keys begin with `container.`.
import { containerReachPhrases } from "./container-reach.ts";
import { dockerEnterprisePhrases } from "./docker-enterprise.ts";
import type { PhraseTable } from "./table.ts";

export const containerPhrases = {
  ...containerReachPhrases,
  ...dockerEnterprisePhrases,
  "container.windows": {
    en: "the engine runs Windows containers, and the rule is about Linux",
    de: "die Engine betreibt Windows-Container, und die Regel handelt von Linux",
  },
  // AppArmor, SELinux, seccomp
  "container.apparmor-no-engine": {
    en: "{engine} lists no AppArmor, so no profile can be applied",
    de: "{engine} nennt kein AppArmor, daher kann kein Profil gelten",
  },
  "container.apparmor-not-started": {
    en: "the container was never started, and its profile is chosen at the start",
    de: "der Container wurde nie gestartet, und sein Profil wird erst beim Start gewählt",
  },
  "container.apparmor-none": { en: "runs without an AppArmor profile", de: "läuft ohne AppArmor-Profil" },
  "container.apparmor-privileged": {
    en: "privileged, and so without an AppArmor profile",
    de: "privilegiert und damit ohne AppArmor-Profil",
  },
  "container.apparmor-unconfined": {
    en: "AppArmor is switched off for it (unconfined)",
    de: "AppArmor ist dafür abgeschaltet (unconfined)",
  },
  "container.apparmor-profile": { en: "runs under the profile {profile}", de: "läuft unter dem Profil {profile}" },
  "container.selinux-no-engine": {
    en: "{engine} lists no SELinux, so nothing can be labelled",
    de: "{engine} nennt kein SELinux, daher kann nichts gekennzeichnet werden",
  },
  "container.selinux-disabled": {
    en: "labels are switched off for it (label=disable)",
    de: "Kennzeichen sind dafür abgeschaltet (label=disable)",
  },
  "container.selinux-none": {
    en: "its processes carry no SELinux label",
    de: "seine Prozesse tragen kein SELinux-Kennzeichen",
  },
  "container.selinux-label": {
    en: "its processes are labelled {label}",
    de: "seine Prozesse sind mit {label} gekennzeichnet",
  },
  "container.selinux-default": {
    en: "nothing switches off the label that the engine gives every container",
    de: "nichts schaltet das Kennzeichen ab, das die Engine jedem Container gibt",
  },
  "container.seccomp-privileged": {
    en: "privileged, and so without a seccomp profile",
    de: "privilegiert und damit ohne seccomp-Profil",
  },
  "container.seccomp-unconfined": {
    en: "seccomp is switched off for it (unconfined)",
    de: "seccomp ist dafür abgeschaltet (unconfined)",
  },
  "container.seccomp-no-engine": {
    en: "the engine lists no seccomp: no container has a profile",
    de: "die Engine nennt kein seccomp: kein Container hat ein Profil",
  },
  "container.seccomp-engine-unconfined": {
    en: "the engine's default is unconfined and the container sets no profile",
    de: "die Voreinstellung der Engine ist unconfined und der Container setzt kein Profil",
  },
  "container.seccomp-default": {
    en: "the engine's default profile is not overridden",
    de: "das Standardprofil der Engine ist nicht ersetzt",
  },
  "container.seccomp-own": {
    en: "runs under a profile of its own instead of the default; what it allows was not read",
    de: "läuft unter einem eigenen Profil anstelle des voreingestellten; was es erlaubt, wurde nicht gelesen",
  },
  // Rights
  "container.capability-privileged": {
    en: "privileged: it has every capability",
    de: "privilegiert: er hat jede Capability",
  },
  "container.capability-added": { en: "adds the capability {name}", de: "fügt die Capability {name} hinzu" },
  "container.capability-kept": {
    en: "keeps the default capability {name}, with which packets can be forged",
    de: "behält die voreingestellte Capability {name}, mit der sich Pakete fälschen lassen",
  },
  "container.capability-excused": {
    en: "the policy allows the capability {name} (allowedCapabilities)",
    de: "die Richtlinie erlaubt die Capability {name} (allowedCapabilities)",
  },
  "container.capability-set": {
    en: "it has no more capabilities than {names}",
    de: "er hat nicht mehr Capabilities als {names}",
  },
  "container.privileged": { en: "runs privileged", de: "läuft privilegiert" },
  "container.unprivileged": { en: "does not run privileged", de: "läuft nicht privilegiert" },
  "container.gain-on": { en: "no-new-privileges is set", de: "no-new-privileges ist gesetzt" },
  "container.gain-off": {
    en: "no-new-privileges is switched off for it",
    de: "no-new-privileges ist dafür abgeschaltet",
  },
  "container.gain-none": {
    en: "neither the container nor the engine's default, as far as it was read, sets no-new-privileges",
    de: "weder der Container noch, soweit gelesen, die Voreinstellung der Engine setzt no-new-privileges",
  },
  "container.gain-by-daemon": {
    en: "the daemon sets no-new-privileges for every container",
    de: "der Daemon setzt no-new-privileges für jeden Container",
  },
  // Limits
  "container.memory-none": { en: "no memory limit", de: "keine Speichergrenze" },
  "container.memory-limit": { en: "at most {bytes} bytes of memory", de: "höchstens {bytes} Byte Speicher" },
  "container.cpu-none": {
    en: "neither shares (they are {shares}) nor a quota are set",
    de: "weder Anteile (sie stehen auf {shares}) noch ein Kontingent sind gesetzt",
  },
  "container.cpu-shares": { en: "{shares} shares of the processor", de: "{shares} Anteile am Prozessor" },
  "container.cpu-cpus": {
    en: "at most {cpus} processors, which limits as shares do",
    de: "höchstens {cpus} Prozessoren, was wie Anteile begrenzt",
  },
  "container.cpu-quota": {
    en: "a quota of {quota} microseconds a period, which limits as shares do",
    de: "ein Kontingent von {quota} Mikrosekunden je Periode, was wie Anteile begrenzt",
  },
  "container.cpu-pinned": { en: "bound to the processors {cpus}", de: "an die Prozessoren {cpus} gebunden" },
  "container.pids-none": { en: "no limit of processes", de: "keine Grenze für Prozesse" },
  "container.pids-limit": { en: "at most {limit} processes", de: "höchstens {limit} Prozesse" },
  "container.ulimit-none": {
    en: "no ulimit of its own, the daemon's default holds",
    de: "kein eigenes Ulimit, die Voreinstellung des Daemons gilt",
  },
  "container.ulimit": { en: "{name} soft {soft}, hard {hard}", de: "{name} weich {soft}, hart {hard}" },
  "container.ulimit-review": {
    en: "decide whether the container needs ulimits of its own for {names}",
    de: "entscheiden, ob der Container eigene Ulimits für {names} braucht",
  },
  "container.root-writable": {
    en: "the root file system can be written",
    de: "das Wurzeldateisystem ist beschreibbar",
  },
  "container.root-read-only": { en: "the root file system is read-only", de: "das Wurzeldateisystem ist nur lesbar" },
  "container.restart-never": { en: "the engine does not restart it", de: "die Engine startet ihn nicht neu" },
  "container.restart-capped": {
    en: "on-failure, at most {count} times",
    de: "on-failure, höchstens {count} Mal",
  },
  "container.restart-often": {
    en: "{name}, up to {count} times; five are allowed",
    de: "{name}, bis zu {count} Mal; erlaubt sind fünf",
  },
  "container.restart-endless": {
    en: "{name} without an end (count {count})",
    de: "{name} ohne Ende (Zahl {count})",
  },
  "container.restart-elsewhere": {
    en: "{orchestrator} starts it anew by a rule of its own, which is not seen here",
    de: "{orchestrator} startet ihn nach eigener Regel neu, die hier nicht zu sehen ist",
  },
  "container.cgroup-default": { en: "the engine's own control group", de: "die Kontrollgruppe der Engine" },
  "container.cgroup-named-default": {
    en: "{parent} is what the engine takes without a setting",
    de: "{parent} nimmt die Engine auch ohne Einstellung",
  },
  "container.cgroup-pod": {
    en: "{parent} is the group of its Kubernetes pod",
    de: "{parent} ist die Gruppe seines Kubernetes-Pods",
  },
  "container.cgroup-other": { en: "stands under {parent}", de: "steht unter {parent}" },
  "container.cgroup-slice": {
    en: "look whether the slice {parent} limits at least as the engine's own group does (systemctl show {parent})",
    de: "prüfen, ob der Slice {parent} mindestens so begrenzt wie die Gruppe der Engine (systemctl show {parent})",
  },
  // What runs in it
  "container.ssh-not-running": {
    en: "no process of the container could be seen, as it does not run",
    de: "kein Prozess des Containers war zu sehen, da er nicht läuft",
  },
  "container.ssh-process": { en: "{program} runs as {user}", de: "{program} läuft als {user}" },
  "container.ssh-command": { en: "its command starts {program}", de: "sein Befehl startet {program}" },
  "container.ssh-none": {
    en: "none of {count} processes is an SSH server",
    de: "keiner von {count} Prozessen ist ein SSH-Server",
  },
  "container.ssh-port": {
    en: "port 22 is exposed, which alone proves nothing",
    de: "Port 22 ist deklariert, was allein nichts beweist",
  },
  "container.health-state": { en: "health is checked: {state}", de: "der Zustand wird geprüft: {state}" },
  "container.health-test": {
    en: "a health check is set and runs once the container does",
    de: "eine Zustandsprüfung ist gesetzt und läuft, sobald der Container läuft",
  },
  "container.health-off": {
    en: "the health check is switched off (NONE)",
    de: "die Zustandsprüfung ist abgeschaltet (NONE)",
  },
  "container.health-none": { en: "no health check", de: "keine Zustandsprüfung" },
  "container.health-ignored": {
    en: "a health check is set and the engine reports no state of it",
    de: "eine Zustandsprüfung ist gesetzt, und die Engine meldet keinen Zustand",
  },
  "container.image-pinned": {
    en: "{reference} is fixed by digest or id and is meant to stay",
    de: "{reference} ist durch Digest oder Id festgelegt und soll so bleiben",
  },
  "container.image-name-gone": {
    en: "no image of the engine is called {reference} today, so there is nothing to compare with",
    de: "kein Image der Engine heißt heute {reference}, es gibt also nichts zu vergleichen",
  },
  "container.image-stale": {
    en: "runs {id}, while {reference} is {current} today",
    de: "läuft mit {id}, während {reference} heute {current} ist",
  },
  "container.image-current": {
    en: "runs {id}, as {reference} ({current}) is on this engine today; no registry was asked",
    de: "läuft mit {id}, wie {reference} ({current}) heute auf dieser Engine; keine Registry wurde gefragt",
  },
  // Exec
  "container.exec-privileged": { en: "an exec session is privileged", de: "eine Exec-Sitzung ist privilegiert" },
  "container.exec-privileged-logged": {
    en: "docker exec --privileged (user {user})",
    de: "docker exec --privileged (Benutzer {user})",
  },
  "container.exec-root": {
    en: "an exec session asks for the user {user}",
    de: "eine Exec-Sitzung verlangt den Benutzer {user}",
  },
  "container.exec-root-logged": { en: "docker exec --user {user}", de: "docker exec --user {user}" },
  "container.exec-user": {
    en: "an exec session runs as {user}, not as the container's user",
    de: "eine Exec-Sitzung läuft als {user} und nicht als Benutzer des Containers",
  },
  "container.exec-user-logged": {
    en: "docker exec as another user: {user}",
    de: "docker exec als anderer Benutzer: {user}",
  },
  "container.exec-now": {
    en: "{count} exec sessions had not ended when this was read, none of that kind; the engine keeps no ended ones",
    de: "{count} Exec-Sitzungen waren beim Lesen nicht beendet, keine solche darunter; beendete behält die Engine nicht",
  },
  "container.exec-never-started": {
    en: "the container was never started, so nothing can have been run in it",
    de: "der Container wurde nie gestartet, es kann also nichts darin ausgeführt worden sein",
  },
  "container.exec-not-logged": {
    en: "no such docker exec in the host's audit log as far back as it reaches; calls past the Docker client leave no line there",
    de: "kein solches docker exec im Auditprotokoll des Hosts, so weit es zurückreicht; Aufrufe am Docker-Client vorbei stehen dort nicht",
  },
  "container.exec-not-logged-since": {
    en: "no such docker exec in the host's audit log since {since}; calls past the Docker client leave no line there",
    de: "kein solches docker exec im Auditprotokoll des Hosts seit {since}; Aufrufe am Docker-Client vorbei stehen dort nicht",
  },
  "container.exec-log-unread": {
    en: "ended sessions leave no trace in the engine: search the host's audit log for docker exec {option} on {name}",
    de: "beendete Sitzungen hinterlassen in der Engine keine Spur: im Auditprotokoll des Hosts nach docker exec {option} für {name} suchen",
  },
  "container.exec-not-watched": {
    en: "no audit rule of the host watches the Docker client, so its log proves nothing: ask who ran docker exec {option} on {name}",
    de: "keine Auditregel des Hosts beobachtet den Docker-Client, sein Protokoll belegt also nichts: erfragen, wer docker exec {option} für {name} ausführte",
  },
  "container.exec-unclear": {
    en: "the audit log has docker exec {option} for a container that cannot be made out: look whether it was {name}",
    de: "im Auditprotokoll steht docker exec {option} für einen nicht erkennbaren Container: prüfen, ob es {name} war",
  },
  "container.exec-target-unclear": {
    en: "docker exec on a container that the line does not tell",
    de: "docker exec für einen Container, den die Zeile nicht erkennen lässt",
  },
} as const satisfies PhraseTable;
