// What a decision covers, chosen from what is in view: the subject, and of a failure all of it or single places.
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { plainText } from "../../../shared/plain-text.ts";
import { shortDigest } from "../../i18n/format.ts";
import type { Places, SubjectChoice } from "./decision-subject.ts";
import styles from "./decisions.module.css";

export interface SubjectFieldProps {
  readonly choices: readonly SubjectChoice[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

export function SubjectField({ choices, chosen, onChoose }: SubjectFieldProps) {
  const { t } = useTranslation();
  const group = useId();
  return (
    <fieldset className={styles["field"]}>
      <legend>{t("decide.subject")}</legend>
      {choices.map(({ key, name }, index) => (
        <label key={`${key} ${name}`} className={styles["choice"]}>
          <input type="radio" name={group} checked={index === chosen} onChange={() => onChoose(index)} />
          <span>
            {t(`decide.for.${key}`)}{" "}
            <bdi className="mono" dir="ltr" title={plainText(name, 240)}>
              {plainText(shortDigest(name), 200)}
            </bdi>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

export interface PlacesFieldProps {
  readonly places: Places;
  /** null = the finding as a whole. */
  readonly chosen: readonly string[] | null;
  readonly onChoose: (places: readonly string[] | null) => void;
  readonly isTried: boolean;
}

export function PlacesField({ places: { offered, left }, chosen, onChoose, isTried }: PlacesFieldProps) {
  const { t } = useTranslation();
  const group = useId();
  const errorId = useId();
  const isMissing = isTried && chosen?.length === 0;
  if (offered.length === 0) return null;
  return (
    <fieldset className={styles["field"]} aria-describedby={isMissing ? errorId : undefined}>
      <legend>{t("decide.covers")}</legend>
      <label className={styles["choice"]}>
        <input type="radio" name={group} checked={chosen === null} onChange={() => onChoose(null)} />
        <span>{t("decide.whole")}</span>
      </label>
      <label className={styles["choice"]}>
        <input type="radio" name={group} checked={chosen !== null} onChange={() => onChoose([])} />
        <span>{t("decide.onlyPlaces")}</span>
      </label>
      {chosen !== null && (
        <div className={styles["places"]}>
          {offered.map((place) => (
            <label key={place} className={styles["choice"]}>
              <input
                type="checkbox"
                checked={chosen.includes(place)}
                onChange={({ currentTarget: { checked } }) =>
                  onChoose(checked ? [...chosen, place] : chosen.filter((other) => other !== place))
                }
              />
              <bdi className="mono" dir="ltr">
                {plainText(place, 240)}
              </bdi>
            </label>
          ))}
          {left > 0 && <p className="soft">{t("decide.placesLeft", { count: left })}</p>}
        </div>
      )}
      {isMissing && (
        <p id={errorId} className={styles["wrong"]}>
          {t("decide.noPlace")}
        </p>
      )}
    </fieldset>
  );
}
