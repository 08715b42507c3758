// What a person who looks after waivers must see, faults first, a few of each kind.
import { useTranslation } from "react-i18next";
import type { WaiverList } from "../../../shared/ipc/decisions.ts";
import type { HygieneNote } from "../../../shared/model/waiver.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { hygieneWords } from "../../../shared/wording/decisions.ts";
import { say } from "../../../shared/wording/say.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { StatusShape } from "../../parts/status-shape.tsx";
import styles from "./waivers-screen.module.css";

const shownOfKind = 3;

export function HygieneNotes({ list: { hygiene, waivers } }: { readonly list: WaiverList }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const controlOf = new Map(waivers.map(({ waiver }) => [waiver.id, waiver.control]));
  const kinds = [...new Set(hygiene.map(({ kind }) => kind))];
  // A note about one waiver names its control; one about many says in its own words which.
  const subjectOf = ({ waivers: ids }: HygieneNote) => (ids.length === 1 ? controlOf.get(ids[0] ?? "") : undefined);
  return (
    <section aria-label={t("waivers.care")} className={styles["care"]}>
      <h2>{t("waivers.care")}</h2>
      <ul>
        {kinds.map((kind) => {
          const notes = hygiene.filter((note) => note.kind === kind);
          const isFault = notes.some(({ weight }) => weight === "fault");
          return (
            <li key={kind} className={styles["kind"]}>
              <span className={styles["kindName"]}>
                <StatusShape status={isFault ? "error" : "manual"} />
                {hygieneWords[kind][language]}
              </span>
              <ul>
                {notes.slice(0, shownOfKind).map((note) => {
                  const control = subjectOf(note);
                  return (
                    <li key={note.waivers.join(" ")}>
                      {control !== undefined && <span className="mono">{plainText(control, 80)}: </span>}
                      {say(note.phrase, language)}
                    </li>
                  );
                })}
                {notes.length > shownOfKind && (
                  <li className="soft">{t("waivers.moreNotes", { count: notes.length - shownOfKind })}</li>
                )}
              </ul>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
