// A component with its days, laid out by code: what lifecycle/ would say of it.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { Component, Coverage, LifecycleEntry } from "../../shared/model/lifecycle.ts";

export interface DatedEntry {
  readonly product?: string | null;
  readonly cycle?: string | null;
  readonly label?: string;
  readonly kind?: Component["kind"];
  readonly release?: string | null;
  readonly eol?: string | boolean | null;
  readonly eoes?: string | boolean | null;
  /** Windows beside that of general support. */
  readonly more?: readonly Coverage[];
  readonly distroPackaged?: boolean;
}

/** A window that counts unless told otherwise. */
export function windowWith(until: string | null, over: Partial<Coverage> = {}): Coverage {
  return {
    phase: "Extended support",
    provider: "Seller",
    from: null,
    until: until as CalendarDay | null,
    entitled: true,
    source: "offers 2026-11-01",
    ...over,
  };
}

/** Debian 12 unless told otherwise. */
export function datedEntry(given: DatedEntry = {}): LifecycleEntry {
  const { product = "debian", cycle = "12", label = "Debian 12", kind = "os", release = "2023-06-10" } = given;
  const { eol = "2026-07-11", eoes = null, more = [] } = given;
  const day = (date: string | boolean | null) => date as CalendarDay | boolean | null;
  const general =
    typeof eol === "string"
      ? [windowWith(eol, { phase: "Security support", provider: "Debian", source: "endoflife.date 2026-08-22" })]
      : [];
  return {
    component: {
      kind,
      product,
      cycle,
      version: null,
      label,
      evidence: "/etc/os-release",
      ...(given.distroPackaged === true ? { distroPackaged: true } : {}),
    },
    status: "supported",
    dates: { release: release as CalendarDay | null, eoas: null, eol: day(eol), eoes: day(eoes) },
    coverage: [...general, ...more],
    next: null,
  };
}
