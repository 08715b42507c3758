// 4.10: the secrets that reading found, in config, history and the files of every layer. Their values were never kept.
import type { Secret } from "../../../shared/model/facts.ts";
import type { ProofPoint, Verdict } from "../../../shared/model/finding.ts";
import { words } from "../control-phrase.ts";
import { defineCheck } from "../define-check.ts";
import { historyPlace } from "../history/steps.ts";

export const embeddedSecrets = defineCheck({
  decides: ["cis-docker:4.10"],
  needs: ["secrets"],
  judge({ secrets }): Verdict {
    const [first, ...others] = secrets.map(pointAt);
    if (first !== undefined) return { status: "fail", evidence: [first, ...others], restsOn: [] };
    return { status: "pass", evidence: [{ where: "image", detail: words("control.secrets-none") }] };
  },
});

function pointAt(secret: Secret): ProofPoint {
  const { preview, removedInLayer, layer } = secret;
  if (removedInLayer !== undefined) {
    return {
      where: placeOf(secret),
      detail: words("control.secret-removed", { preview, removed: removedInLayer }),
      layer,
    };
  }
  const key = secret.ground === "pattern" ? "control.secret-pattern" : "control.secret-name";
  return { where: placeOf(secret), detail: words(key, { preview }), layer };
}

function placeOf({ where, path, name }: Secret): string {
  switch (where) {
    case "file":
      return path ?? "?";
    case "history":
      return [historyPlace(Number(path ?? 0)), name].filter((part) => part !== undefined).join(" ");
    case "command":
      return `config.${name ?? "?"}`;
    default:
      return `${where} ${name ?? "?"}`;
  }
}
