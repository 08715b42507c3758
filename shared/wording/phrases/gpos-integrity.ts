// Sentences of GPOS checks about files and trust anchors, and of rules that lie with the host; keys begin with `gpos.`, `{name}` stands for a value of the phrase.
import type { PhraseTable } from "./table.ts";

export const gposIntegrityPhrases = {
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
} as const satisfies PhraseTable;
