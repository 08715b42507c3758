// Waivers and failed findings for tests: an ordinary one of each, and what a case changes.
import type { Evidence, Finding } from "../../shared/model/finding.ts";
import type { Waiver, WaiverSet } from "../../shared/model/waiver.ts";
import { day, finding } from "./kept-run.ts";

export const loaded = [{ id: "cis-docker", version: "2" }];

/** Approved, in force from 1 November 2026 to the end of January 2027. */
export function waiver(change: Partial<Waiver> = {}): Waiver {
  return {
    id: "w-1",
    control: "cis-docker:4.8",
    scope: { everything: true },
    reason: "known",
    requester: "Ana",
    created: day("2026-11-01"),
    until: day("2027-01-31"),
    approver: "Ben",
    approved: day("2026-11-02"),
    ticket: "T-1",
    rules: { benchmark: "cis-docker", version: "2" },
    ...change,
  };
}

/** The waiver as asked for, without anyone's agreement. */
export function requested(change: Partial<Waiver> = {}): Waiver {
  const { approver: _by, approved: _on, ...rest } = waiver();
  return { ...rest, ...change };
}

export function setOf(waivers: readonly Waiver[], change: Partial<WaiverSet> = {}): WaiverSet {
  return { approver: "required", maximumDays: 180, digest: `sha256:${"0".repeat(64)}`, waivers, ...change };
}

/** A failed finding with these places as its evidence. */
export function failed(places: readonly (string | Evidence)[], control = "cis-docker:4.8"): Finding {
  const evidence = places.map((place) => (typeof place === "string" ? { where: place, detail: "seen" } : place));
  return { ...finding(control, "fail"), severity: "high", evidence };
}
