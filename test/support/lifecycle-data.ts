// The lifecycle data as it ships: snapshot, offers and second opinions, as main/catalogues.ts puts them together.
import { loadDistroInfo } from "../../main/data/distro-info.ts";
import { loadLifecycle } from "../../main/data/lifecycle-catalogue.ts";
import { loadOffers } from "../../main/data/offers.ts";
import { indexed } from "../../main/data/product-index.ts";
import type { LifecycleData } from "../../shared/model/lifecycle.ts";

export async function shippedLifecycleData(): Promise<LifecycleData> {
  const [catalogue, offers, distros] = await Promise.all([
    loadLifecycle("assets/data/lifecycle.json"),
    loadOffers("assets/data/offers.json"),
    loadDistroInfo("assets/data/distro-info.json"),
  ]);
  return indexed({ ...catalogue, offers: [...offers, ...distros.offers], opinions: distros.opinions });
}
