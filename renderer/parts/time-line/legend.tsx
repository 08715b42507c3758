// What the patterns and signs of a time line mean.
import { useTranslation } from "react-i18next";
import type { BandLook } from "../../../shared/drawing/time-line.ts";
import { endMark } from "../../../shared/drawing/time-line-marks.ts";
import type { EndKind } from "../../../shared/drawing/window-lanes.ts";
import { paintOf } from "./patterns.tsx";
import styles from "./time-line.module.css";

const looks = [
  "supported",
  "security-only",
  "extended-covered",
  "extended-open",
  "estimate",
  "after",
  "unknown",
] as const satisfies readonly BandLook[];
const ends = ["eol", "cover", "opinion"] as const;

export function TimeLineLegend({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  return (
    <ul className={styles["legend"]} aria-label={t("lifecycle.legend")}>
      {looks.map((look) => (
        <li key={look}>
          <LookSwatch id={id} look={look} />
          {t(`lifecycle.look.${look}`)}
        </li>
      ))}
      {ends.map((kind) => (
        <li key={kind}>
          <SignSwatch kind={kind} />
          {t(`lifecycle.sign.${kind}`)}
        </li>
      ))}
    </ul>
  );
}

/** A piece of a band. */
export function LookSwatch({ id, look }: { readonly id: string; readonly look: BandLook }) {
  return (
    <svg width="26" height="12" aria-hidden style={{ flex: "none" }}>
      <rect x="0.5" y="0.5" width="25" height="11" {...paintOf(look, id)} />
      {(look === "unknown" || look === "estimate") && (
        <text x="10" y="10" className={styles["query"]}>
          ?
        </text>
      )}
    </svg>
  );
}

/** A sign by itself. */
export function SignSwatch({ kind }: { readonly kind: EndKind }) {
  const { path, paint, stroke } = endMark({ kind, x: 6, y: 2, height: 10 });
  return (
    <svg width="12" height="14" aria-hidden style={{ justifySelf: "center", flex: "none" }}>
      <path
        d={path}
        fill={paint === "ink" ? "var(--ink)" : "none"}
        stroke="var(--ink)"
        strokeWidth={paint === "ink" ? 0 : stroke}
      />
    </svg>
  );
}
