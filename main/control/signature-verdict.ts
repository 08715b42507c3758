// What signatures over an image say, for the controls that ask for one.
import type { ProofPoint, Verdict } from "../../shared/model/finding.ts";
import { words } from "./control-phrase.ts";
import type { Signature } from "./external-evidence.ts";

/** Pass on at least one that verified, fail where all that are there do not verify; null where none was looked at. */
export function signatureVerdict(signatures: readonly Signature[]): Verdict | null {
  const valid = signatures.filter(({ result }) => result === "valid");
  const [first, ...others] = (valid.length > 0 ? valid : signatures).map(pointAt);
  if (first === undefined) return null;
  return { status: valid.length > 0 ? "pass" : "fail", evidence: [first, ...others] };
}

function pointAt({ kind, source, result, key }: Signature): ProofPoint {
  const detail =
    result === "valid"
      ? words("control.signature-valid", { kind, key: key ?? "?" })
      : words("control.signature-invalid", { kind, key: key ?? "?" });
  return { where: source, detail };
}
