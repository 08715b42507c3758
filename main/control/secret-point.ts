// Where a secret was found and what it is, as evidence; the facts hold no part of its value.
import type { Secret } from "../../shared/model/facts.ts";
import type { ProofPoint } from "../../shared/model/finding.ts";
import { words } from "./control-phrase.ts";

/** The place, kind and length of a secret, and whether a later layer deleted it. */
export function secretPoint(secret: Secret): ProofPoint {
  return { where: placeOf(secret), detail: detailOf(secret), layer: secret.layer };
}

function detailOf({ preview, ground, layer, removedInLayer }: Secret): ProofPoint["detail"] {
  if (removedInLayer !== undefined) {
    return words("control.secret-deleted", { preview, removed: removedInLayer, layer: layer ?? 0 });
  }
  return words(ground === "name" ? "control.secret-named" : "control.secret-pattern", { preview });
}

function placeOf({ where, path, name }: Secret): string {
  switch (where) {
    case "file":
      return path ?? "file";
    case "history":
      return `history[${path ?? "?"}]${name === undefined ? "" : ` ${name}`}`;
    case "env":
    case "label":
    case "command":
      return `${where} ${name ?? path ?? ""}`.trim();
  }
}
