// Entries of the file of entitlements: what holds or will hold first, by its last day; then what is over.

import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { EntitlementList, ListedEntitlement } from "../../../../shared/ipc/entitlements.ts";
import type { Entitlement, EntitlementState } from "../../../../shared/model/entitlement.ts";
import type { Status } from "../../../../shared/model/finding.ts";
import { plainText } from "../../../../shared/plain-text.ts";
import { entitledText, entitlementStateWords, sellerText } from "../../../../shared/wording/entitlements.ts";
import { say } from "../../../../shared/wording/say.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import badge from "../../../parts/badge.module.css";
import { ImageParagraph } from "../../../parts/image-text.tsx";
import { StatusShape } from "../../../parts/status-shape.tsx";
import styles from "./entitlements.module.css";

const atOnce = 50;

/** The shape that says the same of a verdict: in order, not yet, for a person to look at, no longer of any matter. */
const shapes: Readonly<Record<EntitlementState, Status>> = {
  holds: "pass",
  future: "not-assessed",
  unmatched: "manual",
  ended: "not-applicable",
  removed: "not-applicable",
};

export interface EntitlementTableProps {
  readonly list: EntitlementList;
  readonly onRemove: (entitlement: Entitlement) => void;
}

export function EntitlementTable({ list, onRemove }: EntitlementTableProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(atOnce);
  const rows = [...list.entitlements].sort(byEnd);
  const left = rows.length - shown;
  const columns = ["seller", "scope", "contract", "from", "until", "state", "deeds"] as const;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <section className={styles["sideways"]} aria-label={t("entitlements.table")} tabIndex={0}>
        <table className={styles["table"]}>
          <colgroup>
            {columns.map((name) => (
              <col key={name} className={styles[name] ?? ""} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {t(`entitlements.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row) => (
              <EntitlementRow key={row.entitlement.id} row={row} onRemove={onRemove} />
            ))}
          </tbody>
        </table>
      </section>
      {left > 0 && (
        <div className={styles["more"]}>
          <Button onClick={() => setShown(shown + atOnce)}>
            {t("waivers.moreRows", { count: Math.min(left, atOnce) })}
          </Button>
        </div>
      )}
    </>
  );
}

interface RowProps {
  readonly row: ListedEntitlement;
  readonly onRemove: (entitlement: Entitlement) => void;
}

function EntitlementRow({ row, onRemove }: RowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { entitlement, state, phrases, images } = row;
  const { contract, from, until, note, by, on, removed } = entitlement;
  return (
    <tr>
      <td>{sellerText(entitlement)}</td>
      <td>{entitledText(entitlement, language)}</td>
      <td>
        {plainText(contract, 200)}
        <span className={styles["under"]}>
          {t("entitlements.recorded", { name: plainText(by, 80) })} <span className={styles["oneLine"]}>{on}</span>
        </span>
        {note !== undefined && <ImageParagraph text={note} />}
      </td>
      <td className={styles["day"]}>
        {from ?? <span className={styles["soft"]}>{t("entitlements.afterSupport")}</span>}
      </td>
      <td className={styles["day"]}>{until}</td>
      <td>
        <span className={badge["badge"]}>
          <StatusShape status={shapes[state]} />
          <span>{entitlementStateWords[state][language]}</span>
        </span>
        {phrases.map((phrase) => (
          <span key={phrase.key} className={styles["under"]}>
            {say(phrase, language)}
          </span>
        ))}
        {removed?.reason !== undefined && <span className={styles["under"]}>{plainText(removed.reason, 300)}</span>}
        {state === "holds" && images !== null && images > 0 && (
          <span className={styles["under"]}>{t("entitlements.images", { count: images })}</span>
        )}
      </td>
      <td>
        {removed === undefined && (
          <button
            type="button"
            aria-label={t("deed.of", { deed: t("entitlements.remove"), control: plainText(contract, 80) })}
            className={styles["deed"]}
            onClick={() => onRemove(entitlement)}
          >
            {t("entitlements.remove")}
          </button>
        )}
      </td>
    </tr>
  );
}

const isOver = ({ state }: ListedEntitlement) => state === "ended" || state === "removed";

function byEnd(a: ListedEntitlement, b: ListedEntitlement): number {
  if (isOver(a) !== isOver(b)) return isOver(a) ? 1 : -1;
  const [first, second] = [a.entitlement.until, b.entitlement.until];
  if (first === second) return 0;
  return first < second === isOver(a) ? 1 : -1;
}
