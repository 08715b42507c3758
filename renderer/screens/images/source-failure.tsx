// No list, because the source did not answer: what failed, and the next thing to do.
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Failure } from "../../../shared/model/failure.ts";
import type { SourceSpec } from "../../../shared/model/source-spec.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { sayFailure } from "../../../shared/wording/failure.ts";
import { openEngine, openSample } from "../../actions/go-actions.ts";
import { useActions } from "../../actions/use-actions.tsx";
import { useImages } from "../../bridge/use-images.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { NoticePanel } from "../../parts/notice-panel.tsx";

export function SourceFailure({ failure, source }: { readonly failure: Failure; readonly source: SourceSpec }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const images = useImages();
  const { run } = useActions();
  return (
    <NoticePanel
      alert
      title={t(source.kind === "engine" ? "images.noEngine" : "images.noSource")}
      actions={
        <>
          <Button onClick={images.refresh}>{t("images.tryAgain")}</Button>
          {source.kind === "sample" ? (
            <Button onClick={() => run(openEngine)}>{t("action.openEngine")}</Button>
          ) : (
            <Button variant="filled" onClick={() => run(openSample)}>
              {t("action.openSample")}
            </Button>
          )}
        </>
      }
    >
      {failure.kind === "engine-unreachable" ? (
        <>
          <p>{t("images.tried", { endpoint: plainText(failure.endpoint), cause: plainText(failure.cause) })}</p>
          <p>{t("images.next", { hint: plainText(failure.hint) })}</p>
        </>
      ) : (
        <p>{sayFailure(failure, language)}</p>
      )}
      {source.kind !== "sample" && <p>{t("images.sampleHint")}</p>}
    </NoticePanel>
  );
}
