// Secrets in anything that an image carries along: what was found stands among the facts, located and masked.
import type { Secret } from "../../../shared/model/facts.ts";
import type { ProofPoint, Verdict } from "../../../shared/model/finding.ts";
import { words } from "../control-phrase.ts";
import { defineCheck } from "../define-check.ts";

export const embeddedSecrets = defineCheck({
  decides: ["cis-docker:4.10"],
  needs: ["secrets", "config", "history"],
  judge({ secrets }): Verdict {
    const [first, ...rest] = secrets.map(pointOf);
    if (first !== undefined) return { status: "fail", evidence: [first, ...rest], restsOn: [] };
    return { status: "pass", evidence: [{ where: "image", detail: words("control.secrets-none") }] };
  },
});

function pointOf(secret: Secret): ProofPoint {
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
