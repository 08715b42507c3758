// The fills of the time line, once a page and told apart by an id: solid, fine diagonal, dots, cross-hatch. Without hue they
// still differ.
import type { BandLook } from "../../../shared/drawing/time-line.ts";

export function TimeLinePatterns({ id }: { readonly id: string }) {
  return (
    <svg width="0" height="0" aria-hidden style={{ position: "absolute" }}>
      <defs>
        <pattern
          id={`${id}-security-only`}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="5" height="5" fill="var(--window)" />
          <line x1="0" x2="0" y1="0" y2="5" stroke="var(--paper)" strokeWidth="2.2" />
        </pattern>
        <pattern id={`${id}-extended-covered`} width="4" height="4" patternUnits="userSpaceOnUse">
          <rect width="4" height="4" fill="var(--paper)" />
          <circle cx="2" cy="2" r="1.05" fill="var(--window)" />
        </pattern>
        {(["past", "later"] as const).map((when) => (
          <pattern
            key={when}
            id={`${id}-after-${when}`}
            width="7"
            height="7"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path
              d="M0 0 H7 M0 0 V7"
              stroke={when === "past" ? "var(--fail)" : "var(--edge)"}
              strokeWidth={when === "past" ? 1 : 0.7}
            />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

/** Fill, edge and dash of a look; red only what is over already (`isOver`), not what will be. */
export function paintOf(
  look: BandLook,
  id: string,
  isOver = true,
): { fill: string; stroke: string; strokeDasharray?: string } {
  switch (look) {
    case "supported":
      return { fill: "var(--window)", stroke: "var(--window)" };
    case "security-only":
    case "extended-covered":
      return { fill: `url(#${id}-${look})`, stroke: "var(--window)" };
    case "extended-open":
      return { fill: "var(--paper)", stroke: "var(--window)" };
    case "estimate":
      return { fill: "var(--paper)", stroke: "var(--ink-soft)", strokeDasharray: "3 2" };
    case "after":
      return isOver
        ? { fill: `url(#${id}-after-past)`, stroke: "var(--fail)" }
        : { fill: `url(#${id}-after-later)`, stroke: "var(--edge)" };
    case "unknown":
      return { fill: "var(--sunken)", stroke: "var(--ink-soft)", strokeDasharray: "3 3" };
  }
}
