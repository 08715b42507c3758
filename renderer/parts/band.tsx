// A line above the content that says something about all of it: the outcome of a run, a warning of the source.
import { ActionIcon } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Status } from "../../shared/model/finding.ts";
import styles from "./band.module.css";
import { Icon } from "./icon.tsx";
import { StatusShape } from "./status-shape.tsx";

export interface BandProps {
  readonly children: ReactNode;
  /** The shape that says what kind of news it is; none for plain facts. */
  readonly shape?: Status;
  readonly actions?: ReactNode;
  readonly onClose?: () => void;
  readonly alert?: boolean;
}

export function Band({ children, shape, actions, onClose, alert = false }: BandProps) {
  const { t } = useTranslation();
  return (
    <div className={styles["band"]} role={alert ? "alert" : undefined}>
      {shape !== undefined && <StatusShape status={shape} />}
      <div className={styles["text"]}>{children}</div>
      {actions}
      {onClose !== undefined && (
        <ActionIcon aria-label={t("band.close")} onClick={onClose}>
          <Icon name="close" />
        </ActionIcon>
      )}
    </div>
  );
}
