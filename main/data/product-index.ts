// An index of the catalogue's products, made once when it is loaded, so that an image is placed without walking all of them.
// It is carried on the data and belongs to one list of products: data whose list was replaced is looked up without it.
import type { LifecycleData, Product, ProductIndex } from "../../shared/model/lifecycle.ts";

/** The data with an index of its products; ids go before aliases, and the first product with an alias keeps it. */
export function indexed<T extends LifecycleData>(data: T): T & { readonly index: ProductIndex } {
  const byName = new Map<string, Product>();
  for (const product of data.products) byName.set(product.id, product);
  for (const product of data.products) {
    for (const alias of product.aliases ?? []) if (!byName.has(alias)) byName.set(alias, product);
  }
  return { ...data, index: { of: data.products, byName } };
}
