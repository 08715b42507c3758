// Sentences of checks of what a container reaches of its host (namespaces, mounts, devices, ports), in both languages. Part
// of `container.`.
import type { PhraseTable } from "./table.ts";

export const containerReachPhrases = {
  // Namespaces
  "container.namespace-host": { en: "shares the host's {kind} namespace", de: "teilt den {kind}-Namensraum des Hosts" },
  "container.namespace-joined": {
    en: "joins the {kind} namespace of another container ({mode}), which is judged itself",
    de: "nutzt den {kind}-Namensraum eines anderen Containers ({mode}), der selbst beurteilt wird",
  },
  "container.namespace-own": {
    en: "has a {kind} namespace apart from the host's ({mode})",
    de: "hat einen vom Host getrennten {kind}-Namensraum ({mode})",
  },
  "container.namespace-path": {
    en: "joins the {kind} namespace at {mode}; compare that path with the host's own namespace",
    de: "nutzt den {kind}-Namensraum unter {mode}; diesen Pfad mit dem Namensraum des Hosts vergleichen",
  },
  "container.ipc-shareable": {
    en: "the IPC namespace is shareable: other containers may join it",
    de: "der IPC-Namensraum ist freigegeben (shareable): andere Container dürfen ihn mitnutzen",
  },
  "container.ipc-not-said": {
    en: "the engine does not say which kind of IPC namespace the container has",
    de: "die Engine sagt nicht, welche Art von IPC-Namensraum der Container hat",
  },
  "container.userns-host": {
    en: "opts out of the engine's user namespace: its root is the host's",
    de: "verzichtet auf den Benutzernamensraum der Engine: sein root ist der des Hosts",
  },
  "container.userns-own": {
    en: "does not ask for the host's user namespace ({mode})",
    de: "verlangt den Benutzernamensraum des Hosts nicht ({mode})",
  },
  "container.userns-remapped": {
    en: "the engine maps users of containers to others of the host",
    de: "die Engine bildet Benutzer der Container auf andere des Hosts ab",
  },
  "container.userns-not-remapped": {
    en: "the engine maps no users, so this setting changes nothing yet; see cis-docker:2.9",
    de: "die Engine bildet keine Benutzer ab, die Einstellung ändert also noch nichts; siehe cis-docker:2.9",
  },
  // Mounts
  "container.mount-writable": {
    en: "folder {path} of the host is mounted at {destination} and can be written",
    de: "der Ordner {path} des Hosts ist unter {destination} eingebunden und beschreibbar",
  },
  "container.mount-read-only": {
    en: "{path} of the host is mounted at {destination}, read-only",
    de: "{path} des Hosts ist unter {destination} eingebunden, nur lesbar",
  },
  "container.mount-review": {
    en: "decide whether the container must read {paths} of the host",
    de: "entscheiden, ob der Container {paths} des Hosts lesen muss",
  },
  "container.mount-excused": {
    en: "the policy allows {path} to be mounted (allowedMounts)",
    de: "die Richtlinie erlaubt, {path} einzubinden (allowedMounts)",
  },
  "container.mount-none": {
    en: "{count} folders of the host are mounted, none of them the system's",
    de: "{count} Ordner des Hosts sind eingebunden, keiner davon gehört zum System",
  },
  "container.propagation-shared": {
    en: "mounted at {destination} with propagation {propagation}",
    de: "unter {destination} mit Weitergabe {propagation} eingebunden",
  },
  "container.propagation-private": {
    en: "none of {count} mounts is propagated back to the host",
    de: "keine von {count} Einbindungen wird an den Host zurückgegeben",
  },
  "container.socket-mounted": {
    en: "the socket of an engine is mounted at {destination}",
    de: "der Socket einer Engine ist unter {destination} eingebunden",
  },
  "container.socket-folder": {
    en: "a folder that holds an engine's socket is mounted at {destination}",
    de: "ein Ordner, in dem der Socket einer Engine liegt, ist unter {destination} eingebunden",
  },
  "container.socket-none": {
    en: "none of {count} mounts leads to an engine's socket",
    de: "keine von {count} Einbindungen führt zum Socket einer Engine",
  },
  // Devices
  "container.device-all": {
    en: "a privileged container has every device of the host",
    de: "ein privilegierter Container hat jedes Gerät des Hosts",
  },
  "container.device": {
    en: "device of the host, with rights {permissions}",
    de: "Gerät des Hosts, mit den Rechten {permissions}",
  },
  "container.device-request": {
    en: "asks the driver {driver} for devices of the host",
    de: "fordert über den Treiber {driver} Geräte des Hosts an",
  },
  "container.device-excused": {
    en: "the policy allows this device (allowedDevices)",
    de: "die Richtlinie erlaubt dieses Gerät (allowedDevices)",
  },
  "container.device-none": {
    en: "of {count} devices none is there without leave",
    de: "von {count} Geräten ist keines ohne Erlaubnis da",
  },
  // Ports
  "container.port-low": {
    en: "takes the privileged port {port} of the host",
    de: "belegt den privilegierten Port {port} des Hosts",
  },
  "container.port-low-host-network": {
    en: "declares {port} and listens on the host's own network",
    de: "deklariert {port} und lauscht im Netz des Hosts selbst",
  },
  "container.port-excused": {
    en: "the policy allows port {port} (allowedPorts)",
    de: "die Richtlinie erlaubt Port {port} (allowedPorts)",
  },
  "container.port-none-low": {
    en: "{count} ports are published, none below 1024 without leave",
    de: "{count} Ports sind veröffentlicht, keiner unter 1024 ohne Erlaubnis",
  },
  "container.port-declared": { en: "the container declares port {port}", de: "der Container deklariert Port {port}" },
  "container.port-published": {
    en: "port {port} leads to {container} of the container",
    de: "Port {port} führt zu {container} des Containers",
  },
  "container.port-not-needed": {
    en: "port {port} is open and not on the policy's list of needed ones",
    de: "Port {port} ist offen und steht nicht auf der Liste der nötigen in der Richtlinie",
  },
  "container.ports-needed": {
    en: "{count} ports are published, none beyond the policy's list",
    de: "{count} Ports sind veröffentlicht, keiner über die Liste der Richtlinie hinaus",
  },
  "container.ports-review": {
    en: "the policy names no needed ports; decide whether {ports} must be open, and list what must (allowedPorts)",
    de: "die Richtlinie nennt keine nötigen Ports; entscheiden, ob {ports} offen sein müssen, und nötige eintragen (allowedPorts)",
  },
  "container.ports-host-network": {
    en: "{name} uses the host's network, where its ports cannot be told from others: look at the host's listening sockets (ss -lntup)",
    de: "{name} nutzt das Netz des Hosts, wo seine Ports nicht von anderen zu trennen sind: lauschende Sockets des Hosts ansehen (ss -lntup)",
  },
  "container.ports-service": {
    en: "ports of the swarm service {name} were not read; look at its published ports on a manager (docker service inspect)",
    de: "die Ports des Swarm-Dienstes {name} wurden nicht gelesen; auf einem Manager seine veröffentlichten Ports ansehen (docker service inspect)",
  },
  "container.address-every": {
    en: "port {port} is bound to every address of the host",
    de: "Port {port} ist an jede Adresse des Hosts gebunden",
  },
  "container.address-service": {
    en: "port {port} of the service is open on every address of every node",
    de: "Port {port} des Dienstes ist an jeder Adresse jedes Knotens offen",
  },
  "container.address": { en: "port {port} is bound to {address}", de: "Port {port} ist an {address} gebunden" },
  "container.address-chosen": {
    en: "{count} ports are published, none on every address",
    de: "{count} Ports sind veröffentlicht, keiner an jeder Adresse",
  },
  "container.bridge-default": {
    en: "is on the default network {name}, with every container that names none",
    de: "hängt am Standardnetz {name}, zusammen mit jedem Container, der keines nennt",
  },
  "container.bridge-own": {
    en: "is not on the default network: {networks}",
    de: "hängt nicht am Standardnetz: {networks}",
  },
  // Swarm
  "container.swarm-off": { en: "swarm mode is off", de: "der Swarm-Modus ist aus" },
  "container.swarm-on": { en: "swarm mode is {state}", de: "der Swarm-Modus ist {state}" },
  "container.swarm-size": { en: "{nodes} nodes, {services} services", de: "{nodes} Knoten, {services} Dienste" },
  "container.swarm-not-said": {
    en: "the engine does not say whether it is part of a swarm",
    de: "die Engine sagt nicht, ob sie zu einem Swarm gehört",
  },
  "container.swarm-review": {
    en: "the policy says that swarm is needed (state {state}): look whether its nodes and services are those it is needed for",
    de: "laut Richtlinie wird Swarm gebraucht (Zustand {state}): prüfen, ob Knoten und Dienste die sind, für die er gebraucht wird",
  },
} as const satisfies PhraseTable;
