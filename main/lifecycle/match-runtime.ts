// Which product and cycle a runtime or server in an image is.
import type { Runtime } from "../../shared/model/facts.ts";
import type { Component, LifecycleData, Product } from "../../shared/model/lifecycle.ts";
import { javaMajor, javaProduct } from "./java-vendors.ts";
import { type Match, place, unknown } from "./match.ts";
import { productOf } from "./product-of.ts";
import { cleanVersion, isJava } from "./version-to-cycle.ts";

/** Categories of endoflife.date that are languages; the rest of what runs in an image is an application. */
const languages: ReadonlySet<string> = new Set(["lang", "framework"]);

/** A runtime fact beside the catalogue. Works on facts as inspected and on facts that were named before. */
export function matchRuntime(runtime: Runtime, catalogue: LifecycleData): Match {
  const product = productOfRuntime(runtime, catalogue);
  // A distribution's revision belongs to its version: it says which fixes were carried back.
  const version = runtime.distroPackaged === true ? runtime.version : cleanVersion(runtime.version);
  const placed =
    product === null
      ? { cycle: null, without: withoutProduct(runtime, catalogue) }
      : place(product, runtime.version, catalogue);
  const shown = placed.cycle?.cycle ?? (product === null && isJava(runtime.product) ? javaMajor(version) : null);
  const component: Component = {
    kind: (product === null ? isJava(runtime.product) : languages.has(product.category)) ? "runtime" : "app",
    product: product?.id ?? null,
    cycle: shown,
    version,
    label: `${product?.label ?? nameOf(runtime)} ${shown ?? version}`,
    evidence: runtime.evidence,
    ...(runtime.distroPackaged === true ? { distroPackaged: true } : {}),
    ...(runtime.conflicts === undefined ? {} : { conflicts: runtime.conflicts }),
  };
  return { component, product, cycle: placed.cycle, without: placed.without, base: null };
}

function productOfRuntime(runtime: Runtime, catalogue: LifecycleData): Product | null {
  if (isJava(runtime.product)) {
    const id = javaProduct(runtime.vendor) ?? (runtime.product === "java" ? null : runtime.product);
    return id === null ? null : productOf(catalogue, id);
  }
  const product = productOf(catalogue, runtime.product);
  // What runs in an image is neither a device nor an operating system nor somebody's hosted service.
  return product !== null && !["device", "os", "service", "standard"].includes(product.category) ? product : null;
}

function nameOf(runtime: Runtime): string {
  return isJava(runtime.product) ? "Java" : runtime.product;
}

function withoutProduct(runtime: Runtime, catalogue: LifecycleData): NonNullable<Match["without"]> {
  const params = { name: nameOf(runtime), version: runtime.version, date: catalogue.date };
  const answer = unknown("no-product", params);
  if (!isJava(runtime.product) || runtime.vendor !== undefined) return answer;
  // Support of one Java version differs between vendors by years: a person has to say whose it is.
  return { ...answer, phrase: { key: "lifecycle.java-vendor-unknown", params } };
}
