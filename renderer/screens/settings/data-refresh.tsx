// Asking the source for newer dates: what will be asked of whom is said before it is done, and how it ended afterwards.
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { RefreshTry } from "../../../shared/model/data-status.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { sayFailure } from "../../../shared/wording/failure.ts";
import { say } from "../../../shared/wording/say.ts";
import { type RefreshState, useDataRefresh } from "../../bridge/use-data.ts";
import { sayInstant } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { StatusShape } from "../../parts/status-shape.tsx";
import styles from "./data-section.module.css";

export function DataRefresh({ last }: { readonly last: RefreshTry | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { state, start, cancel } = useDataRefresh();
  const isAsking = state.kind === "asking";
  return (
    <>
      <div className={styles["line"]}>
        <Button onClick={() => start(false)} disabled={isAsking}>
          {t(isAsking ? "data.asking" : "data.ask")}
        </Button>
        {isAsking && <Button onClick={cancel}>{t("data.cancel")}</Button>}
        {isPaused(state) && <Button onClick={() => start(true)}>{t("data.askAnyway")}</Button>}
      </div>
      <p className={styles["soft"]}>{t("data.askHint")}</p>
      <output>
        {state.kind === "done" &&
          (state.outcome.outcome === "recent"
            ? t("data.recent", { at: sayInstant(String(state.outcome.what.params?.["at"] ?? "")) })
            : say(state.outcome.what, language))}
      </output>
      {state.kind === "failed" && (
        <p className={styles["care"]} role="alert">
          <StatusShape status="error" />
          <span>{sayFailure(state.failure, language)}</span>
        </p>
      )}
      {/* What was said just now is not said twice. */}
      {(state.kind === "idle" || state.kind === "asking") && <LastTry last={last} />}
    </>
  );
}

function LastTry({ last }: { readonly last: RefreshTry | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (last === null) return <p className={styles["soft"]}>{t("data.neverAsked")}</p>;
  const { at, address, what, outcome, failures, notBefore } = last;
  return (
    <p className={outcome === "failed" ? styles["care"] : styles["soft"]}>
      {outcome === "failed" && <StatusShape status="not-assessed" />}
      <span>
        {t("data.lastTry", { at: sayInstant(at), address: plainText(address, 200) })} {say(what, language)}
        {failures > 0 && ` (${t("data.failures", { count: failures, until: sayInstant(notBefore ?? at) })})`}
      </span>
    </p>
  );
}

/** A pause of our own, which a person may overrule; a server's wish they may not. */
function isPaused(state: RefreshState): boolean {
  if (state.kind === "done") return state.outcome.outcome === "recent";
  return state.kind === "failed" && state.failure.kind === "data-refused" && state.failure.why.key === "data.wait";
}
