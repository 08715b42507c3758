// Parts that the table of waivers and the table of answers share.
import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { WaiverScope } from "../../../shared/model/decision-scope.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { scopeText } from "../../../shared/wording/decisions.ts";
import { useControls } from "../../bridge/use-controls.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { shortScope } from "../../parts/decisions/short-scope.ts";
import styles from "./waivers-screen.module.css";

const atOnce = 100;

export interface DecisionRowsProps<Row> {
  readonly label: string;
  readonly columns: readonly { readonly title: string; readonly width: string }[];
  readonly rows: readonly Row[];
  readonly children: (row: Row) => ReactNode;
}

/** A table of a hundred rows, and as many more each time they are asked for. */
export function DecisionRows<Row>({ label, columns, rows, children }: DecisionRowsProps<Row>) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(atOnce);
  const left = rows.length - shown;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <section className={styles["sideways"]} aria-label={label} tabIndex={0}>
        <table className={styles["table"]}>
          <colgroup>
            {columns.map(({ title, width }) => (
              <col key={title} style={{ width }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {columns.map(({ title }) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{rows.slice(0, shown).map(children)}</tbody>
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

/** A control by its id and its title. */
export function ControlCell({ control }: { readonly control: string }) {
  const language = useLanguage();
  const title = useControls().get(control)?.title[language];
  return (
    <td>
      <span className="mono">{plainText(control, 80)}</span>
      {title !== undefined && <span className={styles["under"]}>{title}</span>}
    </td>
  );
}

export function ScopeCell({ scope }: { readonly scope: WaiverScope }) {
  const language = useLanguage();
  return <td title={plainText(scopeText(scope, language), 1000)}>{shortScope(scope, language)}</td>;
}

export interface DeedButtonProps {
  readonly deed: string;
  readonly control: string;
  readonly onPress: () => void;
}

export function DeedButton({ deed, control, onPress }: DeedButtonProps) {
  const { t } = useTranslation();
  return (
    <button type="button" aria-label={t("deed.of", { deed, control })} className={styles["deed"]} onClick={onPress}>
      {deed}
    </button>
  );
}
