// Signs of the same installation become one runtime; the strongest evidence names the version, weaker evidence either
// agrees or is kept as a conflict (lifecycle.md 3.3: file > package > env > label).
import type { Runtime } from "../../../shared/model/facts.ts";
import { agree, type Candidate, evidenceOrder, plainNumbers } from "./candidate.ts";

interface Draft {
  candidate: Candidate;
  /** Further evidence that gave the more exact version. */
  supplement: string | null;
  conflicts: { evidence: string; version: string }[];
}

/** Whether `weaker` may describe the very installation of `draft`. */
function mayJoin(draft: Draft, weaker: Candidate): boolean {
  const isDistros = draft.candidate.distroPackaged === true;
  const ofSameKeeper = isDistros === (weaker.distroPackaged === true);
  // Claims have no keeper. Files and packages of different keepers end at different times, whatever version they have.
  if (ofSameKeeper || (weaker.by !== "file" && weaker.by !== "package")) return true;
  if (isDistros || weaker.by === "file") return false;
  // A distribution's package never lies in /usr/local or /opt: next to such a file it is a second installation.
  return draft.candidate.by !== "file" || draft.candidate.systemPath === true;
}

function join(draft: Draft, weaker: Candidate): void {
  const { candidate } = draft;
  const moreExact =
    weaker.by !== candidate.by && plainNumbers(weaker.version).startsWith(`${plainNumbers(candidate.version)}.`);
  if (moreExact && draft.supplement === null) draft.supplement = weaker.evidence;
  draft.candidate = {
    ...candidate,
    version: moreExact ? weaker.version : candidate.version,
    ...(candidate.vendor === undefined && weaker.vendor !== undefined ? { vendor: weaker.vendor } : {}),
    ...(weaker.distroPackaged === true ? { distroPackaged: true } : {}),
  };
}

function draftsOf(candidates: readonly Candidate[]): Draft[] {
  const drafts: Draft[] = [];
  for (const by of evidenceOrder) {
    for (const candidate of candidates.filter((each) => each.by === by)) {
      const related = drafts.filter((draft) => mayJoin(draft, candidate));
      const same = related.find((draft) => agree(draft.candidate.version, candidate.version));
      if (same !== undefined) join(same, candidate);
      else if (by === "file" || by === "package" || related.length === 0) {
        // Two files or packages with different versions are two installations, not a contradiction.
        drafts.push({ candidate, supplement: null, conflicts: [] });
      } else {
        // Prefer to blame the claim on what is not the distribution's: that is what such variables are written for.
        const target = related.find((draft) => draft.candidate.distroPackaged !== true) ?? related[0];
        target?.conflicts.push({ evidence: candidate.evidence, version: candidate.version });
      }
    }
  }
  return drafts;
}

/**
 * One runtime per installation, ordered by product, then evidence. `cycle` is null: it is named when judging. At most 200
 * runtimes, so that an image with made-up paths cannot swell the facts.
 */
export function joinEvidence(candidates: readonly Candidate[]): Runtime[] {
  const products = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const list = products.get(candidate.product);
    if (list === undefined) products.set(candidate.product, [candidate]);
    else if (list.length < 500) list.push(candidate);
  }
  const names = [...products.keys()].sort();
  return names
    .flatMap((product) => draftsOf(products.get(product) ?? []))
    .slice(0, 200)
    .map(({ candidate, supplement, conflicts }) => ({
      product: candidate.product,
      version: candidate.version,
      cycle: null,
      evidence: supplement === null ? candidate.evidence : `${candidate.evidence}, ${supplement}`,
      by: candidate.by,
      ...(candidate.vendor === undefined ? {} : { vendor: candidate.vendor }),
      ...(candidate.distroPackaged === true ? { distroPackaged: true } : {}),
      ...(candidate.layer === undefined ? {} : { layer: candidate.layer }),
      ...(conflicts.length === 0 ? {} : { conflicts }),
    }));
}
