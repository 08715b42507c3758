// Signs a statement detached: a DSSE envelope. Format: secure-systems-lab/dsse, envelope.md and protocol.md. What is
// signed is the pre-authentication encoding (PAE), so neither type nor payload can be taken for another.
import { createHash } from "node:crypto";
import { canonicalJson } from "../../../shared/canonical-json.ts";
import type { Signer } from "./signer.ts";

export const statementPayloadType = "application/vnd.in-toto+json";

/**
 * The envelope as one line of JSON (UTF-8, ends with a newline). `keyid` is the SHA-256 of the signing certificate in
 * lower-case hex: a hint which certificate to take, never a proof.
 */
export async function signStatement(statement: object, signer: Signer): Promise<Uint8Array> {
  const [leaf] = signer.certificates;
  if (leaf === undefined) throw new Error("the signer has no certificate");
  const payload = Buffer.from(canonicalJson(statement), "utf8");
  const signature = await signer.sign(preAuthenticationEncoding(statementPayloadType, payload));
  const envelope = {
    payload: payload.toString("base64"),
    payloadType: statementPayloadType,
    signatures: [
      { keyid: createHash("sha256").update(leaf).digest("hex"), sig: Buffer.from(signature).toString("base64") },
    ],
  };
  return new Uint8Array(Buffer.from(`${JSON.stringify(envelope)}\n`, "utf8"));
}

/** `DSSEv1`, then the length in bytes and the value of type and payload, single spaces between. */
function preAuthenticationEncoding(type: string, payload: Uint8Array): Uint8Array {
  const typeBytes = Buffer.from(type, "utf8");
  const head = Buffer.from(`DSSEv1 ${typeBytes.length} ${type} ${payload.length} `, "utf8");
  return Buffer.concat([head, payload]);
}
