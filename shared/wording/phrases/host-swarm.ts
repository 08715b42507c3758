// Sentences of checks of swarms and of what piles up on an engine, a part of host.ts; keys begin with `host.`.
import type { PhraseTable } from "./table.ts";

export const hostSwarmPhrases = {
  "host.images-unused": {
    en: "{unused} of {images} images are used by no container ({dangling} without a name); the policy allows {maximum}",
    de: "{unused} von {images} Images nutzt kein Container ({dangling} ohne Namen); die Richtlinie erlaubt {maximum}",
  },
  "host.image-unused": { en: "no container uses it", de: "kein Container nutzt es" },
  "host.containers-stopped": {
    en: "{stopped} containers are stopped beside {running} that run; the policy allows {maximum}",
    de: "{stopped} Container sind gestoppt neben {running} laufenden; die Richtlinie erlaubt {maximum}",
  },
  "host.container-stopped": { en: "does not run", de: "läuft nicht" },
  "host.platform-image": {
    en: "an image of the platform itself that no container uses",
    de: "ein Image der Plattform selbst, das kein Container nutzt",
  },
  "host.platform-images-none": {
    en: "none of the {images} images is an unused one of the platform",
    de: "keines der {images} Images ist ein ungenutztes der Plattform",
  },
  "host.swarm-inactive": { en: "swarm mode is not in use", de: "der Swarm-Modus ist nicht in Gebrauch" },
  "host.swarm-worker": {
    en: "this node is a worker; only managers know of the swarm",
    de: "dieser Knoten ist ein Worker; nur Manager kennen den Swarm",
  },
  "host.swarm-state": {
    en: "the node cannot tell of its swarm, whose state is {state}",
    de: "der Knoten kann über seinen Swarm nichts sagen, dessen Zustand {state} ist",
  },
  "host.swarm-locked": {
    en: "the manager waits for its unlock key, so auto-lock is on",
    de: "der Manager wartet auf seinen Entsperrschlüssel, die automatische Sperre ist also an",
  },
  "host.swarm-changed": {
    en: "the swarm's settings last changed: {when}",
    de: "letzte Änderung der Einstellungen des Swarms: {when}",
  },
  "host.managers": {
    en: "{managers} managers among {nodes} nodes; an odd number of at most {maximum} is fine",
    de: "{managers} Manager unter {nodes} Knoten; eine ungerade Zahl bis {maximum} ist in Ordnung",
  },
  "host.advertise-address": {
    en: "the node is known to others by {address}",
    de: "andere kennen den Knoten unter {address}",
  },
  "host.listen-address": { en: "the node listens at {address}", de: "der Knoten lauscht an {address}" },
  "host.listen-unread": {
    en: "the API does not tell at which address the node listens, and its state file (swarm/docker-state.json below the data root) was not read",
    de: "die API nennt die Adresse nicht, an der der Knoten lauscht, und seine Zustandsdatei (swarm/docker-state.json im Datenverzeichnis) wurde nicht gelesen",
  },
  "host.data-address": { en: "containers' traffic takes {address}", de: "der Verkehr der Container nimmt {address}" },
  "host.traffic-person": {
    en: "the API does not tell the data path address; compare DataPathAddr with AdvertiseAddr in swarm/docker-state.json below the data root, or see with which --data-path-addr the node joined",
    de: "die API nennt die Adresse des Datenverkehrs nicht; DataPathAddr und AdvertiseAddr in swarm/docker-state.json im Datenverzeichnis vergleichen oder nachsehen, mit welchem --data-path-addr der Knoten beitrat",
  },
  "host.overlay-encrypted": { en: "traffic is encrypted", de: "der Verkehr ist verschlüsselt" },
  "host.overlay-plain": { en: "traffic is not encrypted", de: "der Verkehr ist unverschlüsselt" },
  "host.overlay-ingress": {
    en: "the built-in ingress network; told of, not judged",
    de: "das eingebaute Netz ingress; genannt, nicht beurteilt",
  },
  "host.overlay-none": {
    en: "the swarm has no overlay network beside the built-in one",
    de: "der Swarm hat außer dem eingebauten kein Overlay-Netz",
  },
  "host.services-none": { en: "the swarm has no services", de: "der Swarm hat keine Dienste" },
  "host.service-variable": {
    en: "the variable {variable} sounds like a secret and has a value",
    de: "die Variable {variable} klingt nach einem Geheimnis und hat einen Wert",
  },
  "host.service-secrets": {
    en: "{secrets} secrets of the swarm are mounted, no variable sounds like one",
    de: "{secrets} Geheimnisse des Swarms sind eingehängt, keine Variable klingt nach einem",
  },
  "host.service-no-secret": { en: "no secret of the swarm is mounted", de: "kein Geheimnis des Swarms ist eingehängt" },
  "host.secrets-person": {
    en: "no service uses a secret of the swarm; look at whether its services need passwords or keys, and where these come from (files in images and mounts)",
    de: "kein Dienst nutzt ein Geheimnis des Swarms; ansehen, ob die Dienste Passwörter oder Schlüssel brauchen und woher diese kommen (Dateien in Images und Einhängungen)",
  },
  "host.unlock-none": {
    en: "auto-lock is off, so there is no unlock key",
    de: "die automatische Sperre ist aus, es gibt also keinen Entsperrschlüssel",
  },
  "host.unlock-person": {
    en: "the swarm keeps no day of the key's last rotation; look up in your records when docker swarm unlock-key --rotate was last run",
    de: "der Swarm hält nicht fest, wann der Schlüssel zuletzt getauscht wurde; in den eigenen Aufzeichnungen nachsehen, wann docker swarm unlock-key --rotate zuletzt lief",
  },
  "host.certificate-days": {
    en: "node certificates are valid for {days} days; the policy allows {maximum}",
    de: "Zertifikate der Knoten gelten {days} Tage; die Richtlinie erlaubt {maximum}",
  },
  "host.root-rotations": {
    en: "rotations of the root that the swarm counts: {count}",
    de: "vom Swarm gezählte Wechsel der Wurzel: {count}",
  },
  "host.root-person": {
    en: "the swarm counts rotations of its root and gives no day; look at the certificate's own dates (docker swarm ca | openssl x509 -noout -dates) and compare them with your schedule",
    de: "der Swarm zählt die Wechsel seiner Wurzel und nennt keinen Tag; die Daten des Zertifikats ansehen (docker swarm ca | openssl x509 -noout -dates) und mit dem eigenen Plan vergleichen",
  },
} as const satisfies PhraseTable;
