// The frame around every screen: rail, top bar, and a footer while work runs.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { plainText } from "../../shared/plain-text.ts";
import { useActions } from "../actions/use-actions.tsx";
import { useAppInfo } from "../bridge/use-app-info.ts";
import { useImages } from "../bridge/use-images.ts";
import { Band } from "../parts/band.tsx";
import styles from "./frame.module.css";
import { Rail } from "./rail.tsx";
import { TopBar } from "./top-bar.tsx";
import { WorkFooter } from "./work-footer.tsx";

export function Frame({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const info = useAppInfo();
  const { table } = useImages();
  const { message } = useActions();
  return (
    <div className={styles["frame"]}>
      <Rail />
      <div className={styles["column"]}>
        <TopBar />
        {info.oldRuntime && (
          <Band shape="not-assessed">{t("frame.oldRuntime", { chromium: plainText(info.chromium, 40) })}</Band>
        )}
        {table?.source.warnings?.map((warning) => (
          <Band key={warning} shape="not-assessed">
            {plainText(warning)}
          </Band>
        ))}
        <main className={styles["main"]}>{children}</main>
        <div className={styles["message"]} role="status" data-shown={message === "" ? undefined : ""}>
          {message}
        </div>
        <WorkFooter />
      </div>
    </div>
  );
}
