// Waivers, those that can still end first, by their last day; then what is over.
import { useTranslation } from "react-i18next";
import type { ListedWaiver, WaiverList } from "../../../shared/ipc/decisions.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { say } from "../../../shared/wording/say.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import type { Deed } from "../../parts/decisions/deed-dialog.tsx";
import { WaiverStanding } from "../../parts/decisions/standing-badge.tsx";
import { ImageParagraph } from "../../parts/image-text.tsx";
import { ControlCell, DecisionRows, DeedButton, ScopeCell } from "./decision-rows.tsx";
import styles from "./waivers-screen.module.css";

export interface WaiverTableProps {
  readonly list: WaiverList;
  readonly onDeed: (deed: Deed) => void;
}

export function WaiverTable({ list, onDeed }: WaiverTableProps) {
  const { t } = useTranslation();
  if (list.waivers.length === 0) return <p className={styles["nothing"]}>{t("waivers.noWaiver")}</p>;
  const columns = [
    { title: t("waivers.control"), width: "18%" },
    { title: t("waivers.scope"), width: "17%" },
    { title: t("waivers.reason"), width: "21%" },
    { title: t("waivers.people"), width: "15%" },
    { title: t("waivers.until"), width: "96px" },
    { title: t("waivers.state"), width: "17%" },
    { title: t("waivers.deeds"), width: "112px" },
  ];
  return (
    <DecisionRows label={t("waivers.waivers")} columns={columns} rows={[...list.waivers].sort(byEnd)}>
      {(row) => <WaiverRow key={row.waiver.id} row={row} list={list} onDeed={onDeed} />}
    </DecisionRows>
  );
}

function WaiverRow({ row, list, onDeed }: WaiverTableProps & { readonly row: ListedWaiver }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { waiver, state, why, findings } = row;
  const { control, scope, reason, ticket, requester, approver, until } = waiver;
  return (
    <tr>
      <ControlCell control={control} />
      <ScopeCell scope={scope} />
      <td>
        <ImageParagraph text={reason} />
        {ticket !== undefined && (
          <span className={styles["under"]}>{t("waivers.ticket", { ticket: plainText(ticket, 80) })}</span>
        )}
      </td>
      <td>
        <span>{t("waivers.askedBy", { name: plainText(requester, 80) })}</span>
        <span className={styles["under"]}>
          {approver !== undefined
            ? t("waivers.approvedBy", { name: plainText(approver, 80) })
            : list.approver === "required" && t("waivers.nobodyYet")}
        </span>
      </td>
      <td className={styles["day"]}>{until}</td>
      <td>
        <WaiverStanding state={state} />
        {why !== undefined && <span className={styles["under"]}>{say(why, language)}</span>}
        {findings !== undefined && state === "applies" && (
          <span className={styles["under"]}>{t("waivers.used", { count: findings })}</span>
        )}
      </td>
      <td>
        {deedsFor(row, list.on).map((kind) => (
          <DeedButton key={kind} deed={t(`deed.${kind}`)} control={control} onPress={() => onDeed({ kind, waiver })} />
        ))}
      </td>
    </tr>
  );
}

/** What the file would allow today. */
function deedsFor({ waiver }: ListedWaiver, on: WaiverList["on"]): ("approve" | "renew" | "revoke")[] {
  if (waiver.revoked !== undefined) return [];
  return [
    ...(waiver.approver === undefined && waiver.until >= on ? (["approve"] as const) : []),
    ...(waiver.approver === undefined && waiver.until >= on ? [] : (["renew"] as const)),
    "revoke",
  ];
}

const isOver = ({ state }: ListedWaiver) => state === "expired" || state === "revoked";

function byEnd(a: ListedWaiver, b: ListedWaiver): number {
  if (isOver(a) !== isOver(b)) return isOver(a) ? 1 : -1;
  if (a.waiver.until === b.waiver.until) return 0;
  return a.waiver.until < b.waiver.until === isOver(a) ? 1 : -1;
}
