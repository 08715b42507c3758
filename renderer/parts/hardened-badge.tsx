// The hardened state: the Plimsoll sign where it rests on proof, the bare ring where it is a claim, a dash where nothing
// points to it.
import type { HardenedState } from "../../shared/model/hardened.ts";
import { hardenedWords } from "../../shared/wording/status.ts";
import { useLanguage } from "../i18n/use-language.ts";
import styles from "./badge.module.css";
import { PlimsollMark } from "./plimsoll-mark.tsx";

export function HardenedBadge({
  state,
  word = true,
}: {
  readonly state: HardenedState["state"];
  readonly word?: boolean;
}) {
  const text = hardenedWords[state][useLanguage()];
  if (state === "none") {
    return word ? (
      <span className={styles["soft"]}>{text}</span>
    ) : (
      <span title={text}>
        <span aria-hidden>–</span>
        <span className="unseen">{text}</span>
      </span>
    );
  }
  return (
    <span className={styles["badge"]} title={text}>
      <PlimsollMark size={16} proven={state !== "unproven"} />
      <span className="cut">{text}</span>
    </span>
  );
}
