// A support state as a small piece of the time axis: the pattern says the state, so that print and colour-blind readers
// lose nothing. Lines are drawn, not referenced patterns, so that a swatch needs no id of its own.
import type { WindowLook } from "../../shared/drawing/support-windows.ts";
import type { LifecycleStatus } from "../../shared/model/lifecycle.ts";

/** Looks of the time axis; `rolling` has no end that could be drawn. */
const lookOf: Readonly<Record<LifecycleStatus, WindowLook | "rolling">> = {
  supported: "supported",
  "security-only": "security-only",
  "extended-only": "extended-open",
  eol: "after",
  rolling: "rolling",
  unknown: "unknown",
  none: "unknown",
};

const diagonals = [-6, -1, 4, 9, 14].map((x) => `M${x} 10 L${x + 10} 0`).join(" ");
const backDiagonals = [-6, -1, 4, 9, 14].map((x) => `M${x} 0 L${x + 10} 10`).join(" ");

export function WindowSwatch({ status }: { readonly status: LifecycleStatus }) {
  const look = lookOf[status];
  return (
    <svg width="20" height="10" viewBox="0 0 20 10" aria-hidden data-window={look} style={{ flex: "none" }}>
      {/* An inner svg clips what is drawn in it. */}
      <svg aria-hidden x="0.5" y="0.5" width="19" height="9" viewBox="0.5 0.5 19 9">
        {(look === "supported" || look === "security-only") && <rect width="20" height="10" fill="var(--window)" />}
        {look === "rolling" && (
          <path d="M2 5 L17 5 M13 2 L17 5 L13 8" stroke="var(--window)" strokeWidth="2" fill="none" />
        )}
        {look === "security-only" && <path d={diagonals} stroke="var(--paper)" strokeWidth="1.5" />}
        {look === "after" && (
          <path d={`${diagonals} ${backDiagonals}`} stroke="var(--fail)" strokeWidth="1" fill="none" />
        )}
        {look === "unknown" && (
          <path d="M8 3.6 A2 1.6 0 1 1 10 5.6 L10 6.4 M10 7.4 L10 8.6" stroke="var(--ink-soft)" fill="none" />
        )}
      </svg>
      {look !== "rolling" && (
        <rect
          x="0.5"
          y="0.5"
          width="19"
          height="9"
          fill="none"
          stroke={look === "after" ? "var(--fail)" : look === "unknown" ? "var(--ink-soft)" : "var(--window)"}
          {...(look === "unknown" ? { strokeDasharray: "2 2" } : {})}
        />
      )}
    </svg>
  );
}
