// Storage of cryptographic keys: a private key inside an image lies open to whoever has the image, which fails. Without one,
// keys come from outside while a container runs, and the host's controls of secrets answer for them.
import type { ProofPoint, Verdict } from "../../../../shared/model/finding.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { coversOf } from "./host-controls.ts";
import { leftToHost } from "./profile-rules.ts";

export const keyStorage = defineCheck({
  decides: leftToHost.keyStorage,
  needs: ["secrets"],
  judge({ secrets }): Verdict {
    const keys = secrets
      .filter(({ kind, preview }) => /private key/i.test(`${kind} ${preview}`))
      .map(
        ({ where, path, name, preview, layer }): ProofPoint => ({
          where: where === "file" ? (path ?? "file") : `${where} ${name ?? path ?? ""}`.trim(),
          detail: words("gpos.key-found", { preview }),
          layer,
        }),
      );
    const [first, ...rest] = keys;
    if (first !== undefined) return { status: "fail", evidence: [first, ...rest], restsOn: [] };
    return { status: "not-applicable", reason: words("gpos.no-keys", { covers: coversOf("keyStorage") }) };
  },
});
