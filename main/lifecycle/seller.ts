// Whether a record of what was bought and a window of support speak of the same seller and programme. People write names in
// their own way: case, punctuation and the form of a company do not matter, and each offer knows other words for itself.
import type { Entitlement } from "../../shared/model/entitlement.ts";
import type { Coverage, Offer } from "../../shared/model/lifecycle.ts";

type Sold = Pick<Entitlement, "provider" | "programme">;

const companyForms = /\b(?:inc|incorporated|ltd|limited|llc|gmbh|ag|sarl|sa|se|plc|corp|corporation|co)\b/g;

/** A name as it is compared: `Freexian SARL` and `freexian` are one. */
export function plainName(name: string): string {
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, "");
  const lower = name.toLowerCase();
  return letters(lower.replace(companyForms, " ")) || letters(lower);
}

function isAmong(name: string, names: readonly (string | undefined)[]): boolean {
  const wanted = plainName(name);
  return wanted !== "" && names.some((each) => each !== undefined && plainName(each) === wanted);
}

/** Whether an offer is the seller's and, where the record names a programme, that programme. */
export function isOfferOf({ provider, programme }: Sold, offer: Offer): boolean {
  const { aliases = [] } = offer;
  if (!isAmong(provider, [offer.provider, ...aliases])) return false;
  return programme === undefined || isAmong(programme, [offer.programme, offer.id, ...aliases]);
}

/**
 * Whether a window is what was bought. `offer` is the offer it came from, where the data know one; otherwise its own provider
 * and phase are compared.
 */
export function isWindowOf(sold: Sold, window: Coverage, offer: Offer | undefined): boolean {
  if (offer !== undefined && isOfferOf(sold, offer)) return true;
  if (!isAmong(sold.provider, [window.provider])) return false;
  return sold.programme === undefined || isAmong(sold.programme, [window.phase, `${window.provider} ${window.phase}`]);
}
