// The window's questions about extended support that was bought: the file of the state folder, listed as it stands today and
// changed one entry at a time, by the same functions as `plimsoll entitlement`.
import type { Clock } from "../../../shared/clock.ts";
import type { Handlers } from "../../../shared/ipc/contract.ts";
import { type Entitlement, EntitlementScope } from "../../../shared/model/entitlement.ts";
import { FailureError } from "../../../shared/model/failure.ts";
import type { LifecycleData } from "../../../shared/model/lifecycle.ts";
import { addEntitlement, removeEntitlement } from "../../data/change-entitlements.ts";
import { knownScope } from "../../data/entitled-scope.ts";
import { entitlementStanding } from "../../data/entitlement-standing.ts";
import { loadEntitlementsIfThere } from "../../data/entitlements.ts";
import { entitledImages, type KeptImages } from "../../entitled-images.ts";
import type { Home } from "../../store/home.ts";

export interface EntitlementDeps {
  readonly files: Pick<Home, "entitlements">;
  readonly lifecycle: LifecycleData;
  readonly store: KeptImages;
  readonly clock: Clock;
  readonly operator: string;
}
type EntitlementHandlers = Pick<
  Handlers<AbortSignal>,
  "entitlements.list" | "entitlements.choices" | "entitlements.add" | "entitlements.remove"
>;

/** The handlers of those channels. Each throws FailureError: a file at fault with its line and column, or what is not allowed. */
export function entitlementHandlers(deps: EntitlementDeps): EntitlementHandlers {
  const { files, store, clock, operator } = deps;
  const { entitlements: path } = files;
  return {
    "entitlements.list": async () => {
      const on = clock.today();
      const { lifecycle } = deps;
      const set = await loadEntitlementsIfThere(path);
      const uses = set === null ? null : await entitledImages(store, lifecycle, set, on);
      const entitlements = (set?.entitlements ?? []).map((entitlement) => {
        const images = uses === null ? null : (uses.get(entitlement.id) ?? 0);
        const { state, phrases } = entitlementStanding(entitlement, lifecycle, on, images);
        return { entitlement, state, phrases: [...phrases], images };
      });
      return { file: path, on, operator, entitlements };
    },
    "entitlements.choices": async () => choicesOf(deps.lifecycle),
    "entitlements.add": async ({ scope, by, ...given }) => {
      const { product, cycle, image } = scope;
      const named = { ...(product === undefined ? {} : { product }), ...(cycle === undefined ? {} : { cycle }) };
      const { provider, programme, contract, from, until, note } = given;
      const entitlement: Omit<Entitlement, "id"> = {
        provider: provider.trim(),
        ...(programme === undefined ? {} : { programme: programme.trim() }),
        scope: checked({ ...knownScope(named, deps.lifecycle), ...(image === undefined ? {} : { image }) }),
        contract: contract.trim(),
        ...(from === undefined ? {} : { from }),
        until,
        by: by.trim(),
        on: clock.today(),
        ...(note === undefined ? {} : { note }),
      };
      return addEntitlement(path, entitlement);
    },
    "entitlements.remove": async ({ id, by, reason }) =>
      removeEntitlement(path, { id, by: by.trim(), on: clock.today(), reason }),
  };
}

/** Names to suggest: all products with their cycles, and the sellers of extended support with their programmes. */
function choicesOf({ products, offers = [] }: LifecycleData) {
  const sellers = new Map<string, Set<string>>();
  for (const { provider, programme } of offers)
    sellers.set(provider, (sellers.get(provider) ?? new Set()).add(programme));
  return {
    products: products.map(({ id, label, cycles }) => ({ id, label, cycles: cycles.map(({ cycle }) => cycle) })),
    sellers: [...sellers].map(([provider, programmes]) => ({ provider, programmes: [...programmes] })),
  };
}

function checked(scope: EntitlementScope): EntitlementScope {
  const parsed = EntitlementScope.safeParse(scope);
  if (parsed.success) return parsed.data;
  throw new FailureError({ kind: "usage", cause: parsed.error.issues[0]?.message ?? "the scope does not fit" });
}
