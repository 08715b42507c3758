// An empty, partial or failed state: what is so, why, and the one next thing to do.
import type { ReactNode } from "react";
import styles from "./notice-panel.module.css";
import { PlimsollMark } from "./plimsoll-mark.tsx";

export interface NoticePanelProps {
  readonly title: string;
  readonly children: ReactNode;
  /** The next thing to do, as buttons. */
  readonly actions?: ReactNode;
  /** Failures interrupt a screen reader; calm states do not. */
  readonly alert?: boolean;
}

export function NoticePanel({ title, children, actions, alert = false }: NoticePanelProps) {
  return (
    <div className={styles["panel"]} role={alert ? "alert" : "status"}>
      <span className={styles["mark"]}>
        <PlimsollMark size={72} />
      </span>
      <h2 className={styles["title"]}>{title}</h2>
      <div className={styles["text"]}>{children}</div>
      {actions !== undefined && <div className={styles["actions"]}>{actions}</div>}
    </div>
  );
}
