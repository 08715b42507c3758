// Sentences of checks of engines and hosts in both languages; `{name}` stands for a value of the phrase. Keys begin with `host.`.
import { hostSwarmPhrases } from "./host-swarm.ts";
import type { PhraseTable } from "./table.ts";

export const hostPhrases = {
  ...hostSwarmPhrases,
  "host.not-told": { en: "the engine does not tell {field}", de: "die Engine gibt {field} nicht an" },
  "host.field": { en: "it is {value}", de: "der Wert ist {value}" },
  "host.elsewhere": {
    en: "the engine runs on another machine, so its host's settings cannot be read from here",
    de: "die Engine läuft auf einer anderen Maschine, die Einstellungen ihres Hosts sind von hier aus nicht lesbar",
  },
  "host.daemon-unread": {
    en: "how the daemon is set was not read ({where}: {reason})",
    de: "die Einstellungen des Daemons wurden nicht gelesen ({where}: {reason})",
  },
  "host.daemon-unseen": {
    en: "no running dockerd was seen, so the flags it was started with are not known",
    de: "kein laufender dockerd war zu sehen, daher sind die Optionen seines Starts nicht bekannt",
  },
  "host.setting": { en: "set to {value}", de: "gesetzt auf {value}" },
  "host.setting-default": {
    en: "not set; the daemon's default is {value}",
    de: "nicht gesetzt; die Vorgabe des Daemons ist {value}",
  },
  "host.setting-twice": {
    en: "says {value} beside {flag}: the daemon refuses to start with both, so the file changed after it did",
    de: "nennt {value} neben {flag}: mit beidem startet der Daemon nicht, die Datei wurde also nach dem Start geändert",
  },
  "host.rootless-files": {
    en: "the engine runs without root: its files are its user's own and this rule's are not in use",
    de: "die Engine läuft ohne Root: ihre Dateien gehören ihrem Benutzer, die Dateien dieser Regel sind nicht in Gebrauch",
  },
  "host.file-owner": { en: "owned by {owner}, to be {wanted}", de: "gehört {owner}, soll {wanted} gehören" },
  "host.file-mode": { en: "mode {mode}, within {allowed}", de: "Modus {mode}, innerhalb von {allowed}" },
  "host.file-mode-open": {
    en: "mode {mode} has bits beyond {allowed}: {beyond}",
    de: "Modus {mode} hat Bits über {allowed} hinaus: {beyond}",
  },
  "host.file-absent": { en: "{path} does not exist on this host", de: "{path} gibt es auf diesem Host nicht" },
  "host.file-none": {
    en: "nothing on this host or in the daemon's settings names a file of this kind ({role})",
    de: "weder der Host noch die Einstellungen des Daemons nennen eine solche Datei ({role})",
  },
  "host.file-unreadable": { en: "{path} could not be looked at: {cause}", de: "{path} war nicht einsehbar: {cause}" },
  "host.audit-rule": { en: "watched by: {rule}", de: "überwacht durch: {rule}" },
  "host.audit-none": {
    en: "none of the {count} audit rules in {places} watches it",
    de: "keine der {count} Audit-Regeln in {places} überwacht es",
  },
  "host.audit-off": {
    en: "the audit rules in {places} switch auditing off (-e 0)",
    de: "die Audit-Regeln in {places} schalten die Überwachung ab (-e 0)",
  },
  "host.audit-nothing": {
    en: "none of the engine's programs, folders and files exists at its usual place on this host",
    de: "keines der Programme, Verzeichnisse und Dateien der Engine liegt auf diesem Host am üblichen Ort",
  },
  "host.mounts-none": { en: "the host's mount table is empty", de: "die Liste der eingehängten Dateisysteme ist leer" },
  "host.mount-own": {
    en: "a file system of its own: {source} ({type})",
    de: "ein eigenes Dateisystem: {source} ({type})",
  },
  "host.mount-shared": {
    en: "shares the file system mounted at {mount} ({source})",
    de: "teilt sich das unter {mount} eingehängte Dateisystem ({source})",
  },
  "host.mount-containerd": {
    en: "images are kept by containerd; this folder lies on the file system mounted at {mount}",
    de: "Images verwahrt containerd; dieses Verzeichnis liegt auf dem unter {mount} eingehängten Dateisystem",
  },
  "host.mount-person": {
    en: "images are kept by containerd and {path} has no file system of its own; look at root in containerd's config.toml and whether that folder is a mount point",
    de: "Images verwahrt containerd, und {path} hat kein eigenes Dateisystem; anzusehen ist root in der config.toml von containerd und ob dieses Verzeichnis ein Einhängepunkt ist",
  },
  "host.member": {
    en: "member of {group} and not on the list of trusted accounts",
    de: "Mitglied von {group} und nicht auf der Liste vertrauter Konten",
  },
  "host.member-trusted": {
    en: "member of {group}; the policy trusts this account",
    de: "Mitglied von {group}; die Richtlinie vertraut diesem Konto",
  },
  "host.members": { en: "{count} accounts in {group}, all trusted", de: "{count} Konten in {group}, alle vertraut" },
  "host.group-none": {
    en: "the host has no group {group}: no account drives the daemon by way of a group",
    de: "der Host hat keine Gruppe {group}: kein Konto steuert den Daemon über eine Gruppe",
  },
  "host.group-elsewhere": {
    en: "the socket's group {group} is in no group file of this host; look up its members in the directory service (getent group {group})",
    de: "die Gruppe {group} des Sockets steht in keiner Gruppendatei dieses Hosts; ihre Mitglieder im Verzeichnisdienst nachsehen (getent group {group})",
  },
  "host.support-unknown": {
    en: "no release line of the lifecycle data fits engine version {version}",
    de: "zur Engine-Version {version} passt keine Reihe der Lebenszyklusdaten",
  },
  "host.support-stale": {
    en: "the lifecycle data of {date} are more than a year old",
    de: "die Lebenszyklusdaten vom {date} sind über ein Jahr alt",
  },
  "host.support-ended": {
    en: "{version}: support of {cycle} ended on {eol} ({source}, {date})",
    de: "{version}: die Unterstützung von {cycle} endete am {eol} ({source}, {date})",
  },
  "host.support-until": {
    en: "{version}: {cycle} is supported until {eol} ({source}, {date})",
    de: "{version}: {cycle} wird bis {eol} unterstützt ({source}, {date})",
  },
  "host.support-open": {
    en: "{version}: {cycle} is supported, no end is set ({source}, {date})",
    de: "{version}: {cycle} wird unterstützt, ein Ende steht nicht fest ({source}, {date})",
  },
  "host.support-latest": {
    en: "{latest} is the newest release of this line; {version} runs",
    de: "{latest} ist der neueste Stand dieser Reihe; es läuft {version}",
  },
  "host.support-distribution": {
    en: "upstream support of {cycle} ended on {eol}, but the engine names no edition, as builds of a distribution do; look up whether the distribution still ports fixes back to its package",
    de: "die Unterstützung von {cycle} durch den Hersteller endete am {eol}, doch die Engine nennt keine Edition, wie es Pakete einer Distribution tun; nachsehen, ob die Distribution ihr Paket noch mit Korrekturen versorgt",
  },
  "host.product-other": {
    en: "the engine is {product} {version}; the rule is about Docker Enterprise alone",
    de: "die Engine ist {product} {version}; die Regel betrifft allein Docker Enterprise",
  },
  "host.product-ended": {
    en: "{platform} {version}: Docker Enterprise 2.x is out of support, as its STIG itself says",
    de: "{platform} {version}: Docker Enterprise 2.x wird nicht mehr unterstützt, wie sein STIG selbst sagt",
  },
  "host.fips-on": { en: "the engine lists FIPS mode", de: "die Engine führt den FIPS-Modus auf" },
  "host.fips-off": { en: "the engine does not list FIPS mode", de: "die Engine führt den FIPS-Modus nicht auf" },
  "host.fips-cannot": {
    en: "only Docker Engine - Enterprise lists FIPS mode; this engine ({product}) cannot say it either way",
    de: "nur Docker Engine - Enterprise führt den FIPS-Modus auf; diese Engine ({product}) kann ihn weder bejahen noch verneinen",
  },
  "host.rootless": { en: "the engine runs without root", de: "die Engine läuft ohne Root" },
  "host.rootless-not": {
    en: "it does not list rootless; it lists: {options}",
    de: "rootless ist nicht aufgeführt; aufgeführt ist: {options}",
  },
  "host.rootless-person": {
    en: "the daemon runs as root; a person must decide whether the workloads allow rootless mode, and write down why not",
    de: "der Daemon läuft als root; ein Mensch muss entscheiden, ob die Anwendungen den Betrieb ohne Root erlauben, und festhalten, warum nicht",
  },
  "host.bridge-none": { en: "the engine has no default bridge network", de: "die Engine hat kein Standardnetz bridge" },
  "host.bridge-option": { en: "{option} is {value}", de: "{option} ist {value}" },
  "host.bridge-unset": {
    en: "{option} is not set; the engine then lets containers talk freely",
    de: "{option} ist nicht gesetzt; dann lässt die Engine Container frei miteinander sprechen",
  },
  "host.debug-on": {
    en: "the daemon runs with debug switched on",
    de: "der Daemon läuft mit eingeschaltetem Debug-Modus",
  },
  "host.registry-range": { en: "the range {range} needs no TLS", de: "der Bereich {range} kommt ohne TLS aus" },
  "host.registry-insecure": {
    en: "{name} is trusted without a verified certificate",
    de: "{name} gilt ohne geprüftes Zertifikat als vertrauenswürdig",
  },
  "host.registry-none": {
    en: "none but the loopback ranges: {ranges}",
    de: "keine außer den Loopback-Bereichen: {ranges}",
  },
  "host.storage-driver": { en: "the storage driver is {driver}", de: "der Speichertreiber ist {driver}" },
  "host.tcp-none": { en: "the daemon listens at no TCP address", de: "der Daemon lauscht an keiner TCP-Adresse" },
  "host.tcp-listener": { en: "listens at {listeners}", de: "lauscht an {listeners}" },
  "host.tcp-warning": { en: "the engine warns: {warning}", de: "die Engine warnt: {warning}" },
  "host.tcp-plain": { en: "the engine answers over TCP without TLS", de: "die Engine antwortet über TCP ohne TLS" },
  "host.tcp-reached": { en: "the engine was reached over TCP", de: "die Engine wurde über TCP erreicht" },
  "host.userns-on": { en: "user namespaces are remapped", de: "Benutzer-Namensräume werden umgesetzt" },
  "host.userns-rootless": {
    en: "the engine runs without root, and so in a user namespace as a whole",
    de: "die Engine läuft ohne Root und damit als Ganzes in einem Benutzer-Namensraum",
  },
  "host.userns-off": {
    en: "neither userns nor rootless is listed: root in a container is root on the host",
    de: "weder userns noch rootless ist aufgeführt: root im Container ist root auf dem Host",
  },
  "host.devicemapper-unused": {
    en: "the base device size is a setting of devicemapper; the storage driver is {driver}",
    de: "die Größe des Basisgeräts ist eine Einstellung von devicemapper; der Speichertreiber ist {driver}",
  },
  "host.basesize-unset": { en: "dm.basesize is not set", de: "dm.basesize ist nicht gesetzt" },
  "host.basesize": {
    en: "the base device has {size}, by default {usual}",
    de: "das Basisgerät hat {size}, die Vorgabe ist {usual}",
  },
  "host.authorization": { en: "requests pass: {names}", de: "Anfragen durchlaufen: {names}" },
  "host.authorization-none": {
    en: "no authorization plugin is in use",
    de: "kein Autorisierungs-Plugin ist in Gebrauch",
  },
  "host.log-remote": {
    en: "{driver} sends container logs to another service",
    de: "{driver} sendet Container-Logs an einen anderen Dienst",
  },
  "host.log-local": {
    en: "{driver} keeps container logs on this host, or none at all",
    de: "{driver} verwahrt Container-Logs auf diesem Host oder gar nicht",
  },
  "host.log-driver": { en: "the default log driver is {driver}", de: "der Standard-Logtreiber ist {driver}" },
  "host.log-syslog": { en: "logs go to {address}", de: "Logs gehen an {address}" },
  "host.log-syslog-person": {
    en: "syslog may be the host's own; look at syslog-address in the daemon's log-opts and whether the syslog service forwards to another host",
    de: "syslog kann der Dienst des Hosts selbst sein; anzusehen ist syslog-address in den log-opts des Daemons und ob der Syslog-Dienst an einen anderen Host weiterleitet",
  },
  "host.log-plugin": {
    en: "{driver} is no driver of the engine's own; look at its settings: where does it send logs?",
    de: "{driver} ist kein Treiber der Engine selbst; seine Einstellungen ansehen: wohin sendet er die Logs?",
  },
  "host.privileges-kept": {
    en: "new containers cannot gain privileges by default",
    de: "neue Container können standardmäßig keine Rechte hinzugewinnen",
  },
  "host.privileges-absent": {
    en: "version {version} does not list no-new-privileges",
    de: "Version {version} führt no-new-privileges nicht auf",
  },
  "host.restore-swarm": {
    en: "the node belongs to an active swarm, which excludes live restore",
    de: "der Knoten gehört zu einem aktiven Swarm, der live-restore ausschließt",
  },
  "host.seccomp": { en: "the daemon's profile is {profile}", de: "das Profil des Daemons ist {profile}" },
  "host.seccomp-none": {
    en: "the engine lists no seccomp support",
    de: "die Engine führt keine Unterstützung für seccomp auf",
  },
  "host.firewall-nftables": {
    en: "the daemon uses its nftables backend; look at the rules of its tables (nft list ruleset) and that nothing else removes them",
    de: "der Daemon nutzt nftables; die Regeln seiner Tabellen ansehen (nft list ruleset) und ob nichts anderes sie entfernt",
  },
  "host.firewall-rootless": {
    en: "a rootless engine sets its rules in a network namespace of its own; look at how its ports are forwarded and at the host's own firewall",
    de: "eine Engine ohne Root setzt ihre Regeln in einem eigenen Netz-Namensraum; ansehen, wie ihre Ports weitergeleitet werden und was die Firewall des Hosts zulässt",
  },
  "host.ulimits-person": {
    en: "the policy names no default ulimits (defaultUlimits); a person must say whether these limits are the ones that containers are meant to have",
    de: "die Richtlinie nennt keine Standard-Ulimits (defaultUlimits); ein Mensch muss sagen, ob Container genau diese Grenzen haben sollen",
  },
  "host.ulimit-other": { en: "to be {wanted}, is {found}", de: "soll {wanted} sein, ist {found}" },
  "host.ulimit-beyond": {
    en: "{limit} is set and the policy does not name it",
    de: "{limit} ist gesetzt, und die Richtlinie nennt es nicht",
  },
  "host.cgroup-person": {
    en: "containers run under {value} by default; a person must confirm that this cgroup and its limits are meant",
    de: "Container laufen standardmäßig unter {value}; ein Mensch muss bestätigen, dass diese Cgroup und ihre Grenzen gewollt sind",
  },
  "host.json-file-unused": {
    en: "the default log driver is {driver}; the limits are options of json-file",
    de: "der Standard-Logtreiber ist {driver}; die Grenzen sind Optionen von json-file",
  },
  "host.key-file": {
    en: "a key among those that package sources are checked with",
    de: "ein Schlüssel unter denen, mit denen Paketquellen geprüft werden",
  },
  "host.key-person": {
    en: "a key of that name is installed; compare its fingerprint (gpg --show-keys, rpm -qi gpg-pubkey) with the one that the engine's vendor publishes",
    de: "ein Schlüssel dieses Namens ist installiert; seinen Fingerabdruck (gpg --show-keys, rpm -qi gpg-pubkey) mit dem vom Hersteller der Engine veröffentlichten vergleichen",
  },
  "host.key-distribution": {
    en: "the engine names no edition, as builds of a distribution do; look at which source its package came from and with which key that source is signed",
    de: "die Engine nennt keine Edition, wie es Pakete einer Distribution tun; ansehen, aus welcher Quelle ihr Paket stammt und mit welchem Schlüssel diese signiert ist",
  },
  "host.key-none": {
    en: "no key of the engine's vendor is among the keys of the package sources",
    de: "unter den Schlüsseln der Paketquellen ist keiner des Herstellers der Engine",
  },
} as const satisfies PhraseTable;
