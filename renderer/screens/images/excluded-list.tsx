// What the source holds but Plimsoll does not audit, each with its reason: left out, never hidden.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Excluded } from "../../../shared/model/image.ts";
import { Icon } from "../../parts/icon.tsx";
import { ImageText } from "../../parts/image-text.tsx";
import styles from "./images-screen.module.css";

export function ExcludedList({ excluded }: { readonly excluded: readonly Excluded[] }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  if (excluded.length === 0) return null;
  return (
    <section className={styles["excluded"]}>
      <button type="button" className={styles["excludedHead"]} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon name={isOpen ? "down" : "right"} />
        <span>{t("images.excluded", { count: excluded.length })}</span>
      </button>
      {isOpen && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by key
        <ul className={styles["excludedList"]} tabIndex={0} aria-label={t("images.excludedLabel")}>
          {excluded.map(({ reference, reason }) => (
            <li key={`${reference} ${reason}`}>
              <ImageText text={reference} />
              <span className="soft">
                <ImageText text={reason} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
