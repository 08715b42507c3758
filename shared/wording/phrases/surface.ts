// How the attack surface of one image differs from another's, in pieces of one sentence.
import type { PhraseTable } from "./table.ts";

export const surfacePhrases = {
  "surface.smaller": { en: "{percent} % smaller", de: "{percent} % kleiner" },
  "surface.larger": { en: "{percent} % larger", de: "{percent} % größer" },
  "surface.no-shell": { en: "no shell", de: "keine Shell mehr" },
  "surface.no-package-manager": { en: "no package manager", de: "kein Paketmanager mehr" },
  "surface.no-interpreter": { en: "no interpreter", de: "kein Interpreter mehr" },
  "surface.no-setuid": { en: "no setuid files", de: "keine setuid-Dateien mehr" },
  "surface.no-packages": { en: "no packages on record", de: "keine verzeichneten Pakete mehr" },
  "surface.no-writable": {
    en: "nothing that everyone may write",
    de: "keine von allen beschreibbaren Pfade mehr",
  },
  "surface.new-shell": { en: "now with a shell ({names})", de: "jetzt mit Shell ({names})" },
  "surface.new-package-manager": {
    en: "now with a package manager ({names})",
    de: "jetzt mit Paketmanager ({names})",
  },
  "surface.new-interpreter": { en: "now with an interpreter ({names})", de: "jetzt mit Interpreter ({names})" },
  "surface.shells": { en: "{after} instead of {before} shells", de: "{after} statt {before} Shells" },
  "surface.package-managers": {
    en: "{after} instead of {before} package managers",
    de: "{after} statt {before} Paketmanager",
  },
  "surface.interpreters": { en: "{after} instead of {before} interpreters", de: "{after} statt {before} Interpreter" },
  "surface.packages": { en: "{after} instead of {before} packages", de: "{after} statt {before} Pakete" },
  "surface.files": { en: "{after} instead of {before} files", de: "{after} statt {before} Dateien" },
  "surface.setuid": { en: "{after} instead of {before} setuid files", de: "{after} statt {before} setuid-Dateien" },
  "surface.writable": {
    en: "{after} instead of {before} paths that everyone may write",
    de: "{after} statt {before} von allen beschreibbare Pfade",
  },
  "surface.not-root": { en: "no longer runs as root", de: "läuft nicht mehr als root" },
  "surface.now-root": { en: "now runs as root", de: "läuft jetzt als root" },
  "surface.ports-opened": { en: "opens {names} in addition", de: "öffnet zusätzlich {names}" },
  "surface.ports-closed": { en: "no longer opens {names}", de: "öffnet {names} nicht mehr" },
  "surface.unknown": { en: "not comparable: {what}", de: "nicht vergleichbar: {what}" },
  "surface.same": { en: "the same attack surface", de: "gleiche Angriffsfläche" },
} as const satisfies PhraseTable;
