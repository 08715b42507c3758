// One state of data: whose it is, of which day, how old, and the digest it has. Old data is said by shape, word and colour.
import { useTranslation } from "react-i18next";
import { type DataStatus, oldDataDays } from "../../../shared/model/data-status.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { sayDay, sayNumber } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Digest } from "../../parts/digest.tsx";
import { StatusShape } from "../../parts/status-shape.tsx";
import styles from "./data-section.module.css";

export interface DataStateProps {
  readonly state: DataStatus["hardened"];
  readonly origin: string;
  /** Absent for data without cycles. */
  readonly cycles?: number;
}

export function DataState({ state, origin, cycles }: DataStateProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { source, date, ageDays, digest, products } = state;
  const isOld = ageDays > oldDataDays;
  return (
    <>
      <p>
        {plainText(source, 120)}, {sayDay(date, language)}
        <span className={isOld ? styles["old"] : styles["age"]}>
          {isOld && <StatusShape status="not-assessed" size={12} />}
          {t(isOld ? "data.old" : "data.age", { count: Math.max(0, ageDays) })}
        </span>
      </p>
      {isOld && (
        <p className={styles["soft"]}>
          {t(cycles === undefined ? "data.hardenedOld" : "data.oldMeans", { days: oldDataDays })}
        </p>
      )}
      <p className={styles["soft"]}>
        {origin}
        {" · "}
        {t("data.products", { count: products, number: sayNumber(products, language) })}
        {cycles !== undefined && `, ${t("data.cycles", { count: cycles, number: sayNumber(cycles, language) })}`}
      </p>
      <Digest digest={digest} />
    </>
  );
}
