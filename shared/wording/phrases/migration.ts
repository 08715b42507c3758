// Sentences about a Dockerfile's move to hardened images: why a line changes and what a person must look at, in both
// languages; `{name}` stands for a value of the phrase. Keys begin with `migration.`; a `-check` is for a person to do.
import type { PhraseTable } from "./table.ts";

export const migrationPhrases = {
  // Bases
  "migration.base": { en: "hardened base {to} in place of {from}", de: "gehärtete Basis {to} statt {from}" },
  "migration.base-fixed": {
    en: "hardened base {to} in place of {from}; the build argument no longer picks the version",
    de: "gehärtete Basis {to} statt {from}; das Build-Argument wählt die Version nicht mehr",
  },
  "migration.argument": {
    en: "the default of the build argument {name} is now {value}",
    de: "der Vorgabewert des Build-Arguments {name} ist jetzt {value}",
  },
  "migration.base-known": {
    en: "{to} is the hardened image for {image}, line {line}",
    de: "{to} ist das gehärtete Image für {image}, Linie {line}",
  },
  "migration.base-inferred": {
    en: "{to} probably replaces {image}: inferred from what is in it, no list says so",
    de: "{to} ersetzt vermutlich {image}: aus dem Inhalt abgeleitet, keine Liste sagt es",
  },
  "migration.base-hardened": { en: "{image} is hardened already", de: "{image} ist bereits gehärtet" },
  "migration.base-scratch-between": {
    en: "an empty stage that only gathers files",
    de: "eine leere Stufe, die nur Dateien sammelt",
  },
  "migration.base-argument": {
    en: "{image} depends on a build argument without a default, so the image is not known",
    de: "{image} hängt von einem Build-Argument ohne Vorgabewert ab, das Image ist daher unbekannt",
  },
  "migration.base-unknown": {
    en: "no hardened image is known for {image}; a way round is a Debian or Alpine base with an installation of your own",
    de: "für {image} ist kein gehärtetes Image bekannt; ein Ausweg ist eine Debian- oder Alpine-Basis mit eigener Installation",
  },
  "migration.base-gone": {
    en: "line {line} of {image} left the catalogue on {removed}, as upstream ended it; move to a newer line first",
    de: "Linie {line} von {image} hat den Katalog am {removed} verlassen, da der Hersteller sie beendet hat; zuerst auf eine neuere Linie wechseln",
  },
  "migration.base-no-line": {
    en: "the catalogue holds no tag of {to} that stands for {image}; its lines: {lines}",
    de: "der Katalog enthält kein Tag von {to}, das {image} entspricht; seine Linien: {lines}",
  },
  "migration.no-dev": {
    en: "commands run on {image}, for whose replacement the catalogue names no dev image",
    de: "auf {image} laufen Befehle, für den Ersatz nennt der Katalog aber kein Dev-Image",
  },
  "migration.no-dev-check": {
    en: "see whether the image has the shell and the tools that the RUN steps need",
    de: "prüfen, ob das Image Shell und Werkzeuge enthält, die die RUN-Schritte brauchen",
  },
  "migration.check-family": {
    en: "the catalogue names no tag for {from}, so the base becomes {to}: rebuild native modules, check the names of packages and whatever depends on the C library",
    de: "der Katalog nennt kein Tag für {from}, die Basis wird daher {to}: native Module neu bauen, Paketnamen prüfen und alles, was von der C-Bibliothek abhängt",
  },
  "migration.check-digest": {
    en: "the base was pinned by digest and is not any more: pin the new one after the first build",
    de: "die Basis war per Digest festgelegt und ist es nicht mehr: die neue nach dem ersten Build festlegen",
  },
  "migration.check-latest": {
    en: "there was no version; line {line} is the newest in the catalogue: see that it is the one in use",
    de: "es war keine Version angegeben; Linie {line} ist die neueste im Katalog: prüfen, ob sie die eingesetzte ist",
  },
  "migration.check-moved": {
    en: "version {version} was asked for; line {line} now holds a newer one",
    de: "verlangt war Version {version}; Linie {line} enthält inzwischen eine neuere",
  },
  "migration.check-inferred": {
    en: "the pair of images is inferred: compare what both contain",
    de: "die Zuordnung der Images ist abgeleitet: vergleichen, was beide enthalten",
  },

  // Stages
  "migration.split": {
    en: "the runtime image runs no commands: stage {builder} builds, this one takes over what it made",
    de: "im Laufzeit-Image laufen keine Befehle: Stufe {builder} baut, diese übernimmt das Ergebnis",
  },
  "migration.split-check": {
    en: "what commands wrote outside the copied paths does not arrive: build, run, and compare the file systems",
    de: "was Befehle außerhalb der kopierten Pfade geschrieben haben, kommt nicht an: bauen, starten und die Dateisysteme vergleichen",
  },
  "migration.moved": {
    en: "{keyword} belongs to the stage that runs",
    de: "{keyword} gehört in die Stufe, die läuft",
  },
  "migration.again": {
    en: "said again, since a new stage begins without it",
    de: "wiederholt, da eine neue Stufe ohne diese Angabe beginnt",
  },
  "migration.carried": {
    en: "{path} comes over from the stage that builds",
    de: "{path} wird aus der Build-Stufe übernommen",
  },
  "migration.venv": {
    en: "packages go into a virtual environment in {path}, which can be copied as a whole",
    de: "Pakete kommen in eine virtuelle Umgebung unter {path}, die sich als Ganzes kopieren lässt",
  },
  "migration.bundle": {
    en: "gems go into {path}, which can be copied as a whole",
    de: "Gems kommen nach {path}, das sich als Ganzes kopieren lässt",
  },
  "migration.packages-check": {
    en: "{packages}: installed in the stage that builds alone; copy what the program loads at run time, such as shared libraries",
    de: "{packages}: nur in der Build-Stufe installiert; kopieren, was das Programm zur Laufzeit lädt, etwa gemeinsam genutzte Bibliotheken",
  },
  "migration.workdir": {
    en: "a folder of its own, since the root of the file system cannot be taken over as a whole",
    de: "ein eigener Ordner, da sich die Wurzel des Dateisystems nicht als Ganzes übernehmen lässt",
  },
  "migration.workdir-check": {
    en: "files that were copied to / now lie in /app: change absolute paths to them",
    de: "nach / kopierte Dateien liegen jetzt in /app: absolute Pfade darauf anpassen",
  },
  "migration.renamed": { en: "the stage now builds and is called {name}", de: "die Stufe baut jetzt und heißt {name}" },
  "migration.off-stage": {
    en: "the last stage begins from the runtime image; what {stage} set is said again",
    de: "die letzte Stufe beginnt mit dem Laufzeit-Image; was {stage} festgelegt hat, wird wiederholt",
  },
  "migration.stays-onbuild": {
    en: "the image is made to build others (ONBUILD RUN) and stays on the dev image",
    de: "das Image dient zum Bauen anderer (ONBUILD RUN) und bleibt auf dem Dev-Image",
  },
  "migration.stays-no-runtime": {
    en: "the catalogue names no runtime image for this base; the last stage stays on the dev image",
    de: "der Katalog nennt für diese Basis kein Laufzeit-Image; die letzte Stufe bleibt auf dem Dev-Image",
  },
  "migration.stays-unknown": {
    en: "the Dockerfile does not say where its results lie, so the last stage cannot be split and stays on the dev image",
    de: "das Dockerfile sagt nicht, wo seine Ergebnisse liegen; die letzte Stufe lässt sich daher nicht teilen und bleibt auf dem Dev-Image",
  },
  "migration.stays-check": {
    en: "a dev image has a shell, a package manager and root: add a last stage by hand that copies only what runs",
    de: "ein Dev-Image enthält Shell, Paketverwaltung und root: von Hand eine letzte Stufe ergänzen, die nur kopiert, was läuft",
  },

  // Packages
  "migration.certificates": {
    en: "hardened images bring CA certificates",
    de: "gehärtete Images bringen CA-Zertifikate mit",
  },
  "migration.certificates-copied": {
    en: "hardened images bring CA certificates, there is nothing to copy",
    de: "gehärtete Images bringen CA-Zertifikate mit, es ist nichts zu kopieren",
  },
  "migration.accounts": {
    en: "the hardened image has a user of its own",
    de: "das gehärtete Image hat einen eigenen Benutzer",
  },
  "migration.apk": {
    en: "the new base is Debian, where apt-get installs",
    de: "die neue Basis ist Debian, dort installiert apt-get",
  },
  "migration.apk-names-check": {
    en: "look up the Debian names of {packages}",
    de: "die Debian-Namen von {packages} nachschlagen",
  },
  "migration.apk-unclear-check": {
    en: "this step calls apk in a way that was not read: write it with apt-get",
    de: "dieser Schritt ruft apk auf eine Weise auf, die nicht gelesen wurde: mit apt-get neu schreiben",
  },

  // The stage that runs
  "migration.owner": {
    en: "files belong to the image's user {uid}",
    de: "die Dateien gehören dem Benutzer {uid} des Images",
  },
  "migration.owner-name": {
    en: "{owner} is no account of the hardened image, its user is {uid}",
    de: "{owner} ist kein Konto des gehärteten Images, dessen Benutzer ist {uid}",
  },
  "migration.python-paths-check": {
    en: "Python lies in /usr in the hardened image, not in /usr/local: copy a virtual environment instead",
    de: "Python liegt im gehärteten Image unter /usr, nicht unter /usr/local: stattdessen eine virtuelle Umgebung kopieren",
  },
  "migration.user": {
    en: "{user} is no account of the hardened image, its user is {uid}",
    de: "{user} ist kein Konto des gehärteten Images, dessen Benutzer ist {uid}",
  },
  "migration.user-root": { en: "runs as user {uid} in place of root", de: "läuft als Benutzer {uid} statt als root" },
  "migration.user-root-check": {
    en: "see whether the program needs root, say to bind a low port or to change owners at its start",
    de: "prüfen, ob das Programm root braucht, etwa für einen niedrigen Port oder um beim Start Eigentümer zu ändern",
  },
  "migration.user-variable": {
    en: "a variable says who runs the image",
    de: "eine Variable bestimmt, wer das Image ausführt",
  },
  "migration.user-variable-check": {
    en: "see that it names an account of the hardened image; its user is {uid}",
    de: "prüfen, ob sie ein Konto des gehärteten Images nennt; dessen Benutzer ist {uid}",
  },
  "migration.ports": {
    en: "a user without privileges listens on 1025 or higher: {ports}",
    de: "ein Benutzer ohne Sonderrechte lauscht ab Port 1025: {ports}",
  },
  "migration.ports-check": {
    en: "let the program listen there as well, and change publishing, probes and proxies: {ports}",
    de: "auch das Programm dort lauschen lassen und Veröffentlichung, Prüfungen und Proxys anpassen: {ports}",
  },
  "migration.exec-form": {
    en: "{keyword} as a list, since there is no shell to read a line",
    de: "{keyword} als Liste, da keine Shell vorhanden ist, die eine Zeile liest",
  },
  "migration.shell-form": {
    en: "{keyword} needs a shell: it holds expansions, several commands or words that only a shell knows",
    de: "{keyword} braucht eine Shell: enthalten sind Ersetzungen, mehrere Befehle oder Wörter, die nur eine Shell kennt",
  },
  "migration.shell-form-check": {
    en: "write {keyword} as a list by hand, or start a small program that does what the shell did",
    de: "{keyword} von Hand als Liste schreiben oder ein kleines Programm starten, das die Aufgabe der Shell übernimmt",
  },
  "migration.shell-form-pair": {
    en: "{keyword} is in shell form beside another of CMD and ENTRYPOINT; as a list it would mean something else",
    de: "{keyword} steht in Shell-Form neben dem anderen von CMD und ENTRYPOINT; als Liste hieße es etwas anderes",
  },
  "migration.shell-form-pair-check": {
    en: "write both as lists by hand: there is no shell to read {keyword}",
    de: "beide von Hand als Listen schreiben: es gibt keine Shell, die {keyword} liest",
  },
  "migration.shell-called": {
    en: "a shell is started that the hardened image does not list",
    de: "es wird eine Shell gestartet, die das gehärtete Image nicht aufführt",
  },
  "migration.shell-called-check": {
    en: "start the program itself",
    de: "das Programm selbst starten",
  },
  "migration.runner": {
    en: "{program} belongs to building and is usually not in the runtime image",
    de: "{program} gehört zum Bauen und fehlt im Laufzeit-Image meist",
  },
  "migration.runner-check": {
    en: "start the program itself, such as node server.js, in place of {program}",
    de: "statt {program} das Programm selbst starten, etwa node server.js",
  },
  "migration.entry-same": {
    en: "the hardened image's entry point is {entry} itself, so only its arguments are left",
    de: "der Einstiegspunkt des gehärteten Images ist {entry} selbst, daher bleiben nur die Argumente",
  },
  "migration.entry": {
    en: "the hardened image's entry point is {entry}; what CMD says becomes its arguments",
    de: "der Einstiegspunkt des gehärteten Images ist {entry}; was CMD angibt, werden dessen Argumente",
  },
  "migration.entry-check": {
    en: "compare the entry points with docker inspect, and set ENTRYPOINT where {entry} is not meant",
    de: "die Einstiegspunkte mit docker inspect vergleichen und ENTRYPOINT setzen, wo nicht {entry} gemeint ist",
  },
  "migration.cgo": {
    en: "dhi.io/static has no C library for the program to load",
    de: "dhi.io/static enthält keine C-Bibliothek, die das Programm laden könnte",
  },
  "migration.cgo-check": {
    en: "where the program needs cgo or files besides itself, take dhi.io/golang and copy them",
    de: "braucht das Programm cgo oder weitere Dateien, dhi.io/golang nehmen und sie kopieren",
  },
  "migration.certificates-word": {
    en: "hardened images bring CA certificates, so ca-certificates is left out",
    de: "gehärtete Images bringen CA-Zertifikate mit, ca-certificates entfällt daher",
  },
  "migration.start": {
    en: "the hardened image of {product} starts {entry}",
    de: "das gehärtete Image von {product} startet {entry}",
  },
  "migration.start-check": {
    en: "the official image may do more at its start: compare the entry points with docker inspect, try the variables that are set",
    de: "das offizielle Image tut beim Start womöglich mehr: die Einstiegspunkte mit docker inspect vergleichen, gesetzte Variablen ausprobieren",
  },
  "migration.health": {
    en: "HEALTHCHECK is lost: it needs a shell, and the hardened image lists none",
    de: "HEALTHCHECK geht verloren: er braucht eine Shell, und das gehärtete Image führt keine auf",
  },
  "migration.health-check": {
    en: "let the orchestrator probe the program, or write HEALTHCHECK as a list with a program of the image (cis-docker:4.6 fails until then)",
    de: "den Orchestrator prüfen lassen oder HEALTHCHECK als Liste mit einem Programm des Images schreiben (bis dahin ist cis-docker:4.6 nicht erfüllt)",
  },
  "migration.health-program": {
    en: "HEALTHCHECK calls {program}, which a hardened image usually lacks",
    de: "HEALTHCHECK ruft {program} auf, das gehärteten Images meist fehlt",
  },
  "migration.health-program-check": {
    en: "see whether {program} is in the image, or copy a program that checks",
    de: "prüfen, ob {program} im Image ist, oder ein Prüfprogramm hineinkopieren",
  },
  "migration.onbuild": {
    en: "ONBUILD RUN needs a shell in the images built on this one",
    de: "ONBUILD RUN braucht eine Shell in den Images, die hierauf aufbauen",
  },
  "migration.onbuild-check": {
    en: "see which images are built on this one",
    de: "prüfen, welche Images hierauf aufbauen",
  },
} as const satisfies PhraseTable;
