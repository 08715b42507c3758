// People's answers: those that hold first, by their last day; then what is over.
import { useTranslation } from "react-i18next";
import type { AnswerList, ListedAnswer } from "../../../shared/ipc/decisions.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { say } from "../../../shared/wording/say.ts";
import { shortDigest } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import type { Deed } from "../../parts/decisions/deed-dialog.tsx";
import { AnswerStanding } from "../../parts/decisions/standing-badge.tsx";
import { ImageParagraph } from "../../parts/image-text.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { ControlCell, DecisionRows, DeedButton, ScopeCell } from "./decision-rows.tsx";
import styles from "./waivers-screen.module.css";

export interface AnswerTableProps {
  readonly list: AnswerList;
  readonly onDeed: (deed: Deed) => void;
}

export function AnswerTable({ list, onDeed }: AnswerTableProps) {
  const { t } = useTranslation();
  if (list.answers.length === 0) return <p className={styles["nothing"]}>{t("waivers.noAnswer")}</p>;
  const columns = [
    { title: t("waivers.control"), width: "18%" },
    { title: t("waivers.scope"), width: "17%" },
    { title: t("waivers.note"), width: "21%" },
    { title: t("waivers.answer"), width: "15%" },
    { title: t("waivers.until"), width: "96px" },
    { title: t("waivers.state"), width: "17%" },
    { title: t("waivers.deeds"), width: "112px" },
  ];
  return (
    <DecisionRows label={t("waivers.answers")} columns={columns} rows={[...list.answers].sort(byEnd)}>
      {(row) => <AnswerRow key={row.answer.id} row={row} onDeed={onDeed} />}
    </DecisionRows>
  );
}

function AnswerRow({ row, onDeed }: Pick<AnswerTableProps, "onDeed"> & { readonly row: ListedAnswer }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { answer, state, why } = row;
  const { control, subject, status, by, on, until, note, attachment, revoked } = answer;
  return (
    <tr>
      <ControlCell control={control} />
      <ScopeCell scope={subject} />
      <td>
        <ImageParagraph text={note} />
        {attachment !== undefined && (
          <span className={styles["under"]}>
            {plainText(attachment.name, 120)}{" "}
            <span className="mono" title={attachment.sha256}>
              {shortDigest(`sha256:${attachment.sha256}`)}
            </span>
          </span>
        )}
      </td>
      <td>
        <StatusBadge status={status} />
        <span className={styles["under"]}>{t("waivers.answeredBy", { name: plainText(by, 80) })}</span>
        <span className={styles["under"]}>{t("waivers.on", { day: on })}</span>
      </td>
      <td className={styles["day"]}>{until}</td>
      <td>
        <AnswerStanding state={state} />
        {why !== undefined && <span className={styles["under"]}>{say(why, language)}</span>}
      </td>
      <td>
        {revoked === undefined && (
          <DeedButton
            deed={t("deed.withdraw")}
            control={control}
            onPress={() => onDeed({ kind: "withdraw", answer })}
          />
        )}
      </td>
    </tr>
  );
}

const isOver = ({ state }: ListedAnswer) => state === "expired" || state === "revoked";

function byEnd(a: ListedAnswer, b: ListedAnswer): number {
  if (isOver(a) !== isOver(b)) return isOver(a) ? 1 : -1;
  if (a.answer.until === b.answer.until) return 0;
  return a.answer.until < b.answer.until === isOver(a) ? 1 : -1;
}
