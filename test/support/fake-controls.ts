// The catalogue's side of the fake verdicts: the same controls in both languages.
import type { ControlWords } from "../../shared/ipc/contract.ts";
import { fakeFindings } from "./fake-findings.ts";

/** Title and remedy in German, by number. */
const german: Readonly<Record<string, readonly [string, string]>> = {
  "4.1": [
    "Das Image läuft unter einem anderen Benutzer als root",
    "Im Dockerfile ein Konto anlegen und mit USER und dessen Nummer enden.",
  ],
  "4.2": [
    "Das Basis-Image stammt aus einer Quelle, der Sie vertrauen",
    "Die Basis mit ihrem Digest nennen und festhalten, wer ihr vertraut.",
  ],
  "4.3": [
    "Nichts ist installiert, was nicht gebraucht wird",
    "Mit --no-install-recommends installieren, in einer eigenen Stufe bauen und nur übernehmen, was läuft.",
  ],
  "4.5": [
    "Content Trust ist eingeschaltet",
    "DOCKER_CONTENT_TRUST=1 setzen, wo Images geholt und veröffentlicht werden.",
  ],
  "4.6": ["Eine Zustandsprüfung ist gesetzt", "Eine HEALTHCHECK-Anweisung ergänzen, die den Dienst selbst fragt."],
  "4.7": [
    "Kein Paketindex wird in einem eigenen Schritt aufgefrischt",
    "Auffrischen und Installieren in einer RUN-Anweisung verbinden.",
  ],
  "4.8": [
    "Keine Datei mit setuid oder setgid bleibt übrig",
    "RUN find / -xdev -perm /6000 -type f -exec chmod a-s {} + als letzten Schritt des Baus ergänzen.",
  ],
  "4.9": [
    "COPY statt ADD",
    "ADD durch COPY ersetzen; entfernte Dateien in einem RUN-Schritt holen, der ihren Digest prüft.",
  ],
  "4.10": [
    "Kein Geheimnis liegt im Image",
    "Geheimnisse beim Bauen einbinden (RUN --mount=type=secret) und beim Start übergeben. Ersetzen, was offen lag.",
  ],
  "4.11": ["Nur geprüfte Pakete sind installiert", "Einstellungen entfernen, die Signaturprüfungen abschalten."],
};

export function fakeControls(): ControlWords[] {
  return fakeFindings(0, "full").map(({ control, title, remediation }) => {
    const number = control.slice(control.indexOf(":") + 1);
    const text = german[number];
    if (text === undefined) throw new Error(`no German for ${control}`);
    return {
      id: control,
      title: { en: title, de: text[0] },
      remediation: { en: remediation, de: text[1] },
      rule: {
        en: `Reads what ${number} is about and nothing else. Fails where it finds any; passes where all of it was read and none was found.`,
        de: `Liest, wovon ${number} handelt, und sonst nichts. Nicht erfüllt, wo es etwas findet; erfüllt, wo alles gelesen und nichts gefunden wurde.`,
      },
      severityGround: {
        en: "A process that should not have this right has it.",
        de: "Ein Prozess hat ein Recht, das er nicht haben sollte.",
      },
    };
  });
}
