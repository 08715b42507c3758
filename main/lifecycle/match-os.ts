// Which operating system release an image is, from its os-release facts. ID decides, case-insensitively; ID_LIKE is never
// followed blindly (Echo calls itself like debian, version 1).
import type { Os } from "../../shared/model/facts.ts";
import type { Component, Cycle, LifecycleData, Product } from "../../shared/model/lifecycle.ts";
import type { LifecycleFacts } from "../../shared/model/lifecycle-facts.ts";
import { type Match, place, unknown } from "./match.ts";
import { osProducts, rollingSystems, sameNumbersAs } from "./os-table.ts";
import { productOf } from "./product-of.ts";

/** The operating system of an image; a match without product where there is none, it was not read, or nobody knows it. */
export function matchOs(facts: LifecycleFacts, catalogue: LifecycleData): Match {
  if (facts.os !== null) return matchRelease(facts.os, facts, catalogue);
  const labelled = matchLabels(facts.config.labels, catalogue);
  if (labelled !== null) return labelled;
  const notRead = facts.limits.find((limit) => limit.fact === "os" && limit.weight === "gap");
  const component: Component = {
    kind: "os",
    product: null,
    cycle: null,
    version: null,
    label: notRead === undefined ? "no operating system" : "operating system",
    evidence: notRead?.where ?? "no os-release in the image",
  };
  const without =
    notRead === undefined
      ? ({ status: "none", code: "no-os", phrase: { key: "lifecycle.no-os" } } as const)
      : unknown("not-read", { where: notRead.where });
  return { component, product: null, cycle: null, without, base: null };
}

function matchRelease(os: Os, facts: LifecycleFacts, catalogue: LifecycleData): Match {
  const product = osProduct(os, catalogue);
  const version = osVersion(os);
  const variant = variantOf(os, facts);
  const name = product?.label ?? os.prettyName ?? os.release["NAME"] ?? os.id;
  const made = (cycle: Cycle | null, without: Match["without"], base: Match["base"] = null): Match => ({
    component: {
      kind: "os",
      product: product?.id ?? null,
      cycle: cycle?.cycle ?? null,
      version,
      label: product === null ? name : [product.label, cycle?.cycle ?? version].filter(Boolean).join(" "),
      // Early distroless images state no version; the release file then gives the answer.
      evidence:
        os.versionId === null && isDebian(os) && debianRelease(os) !== null ? "/etc/debian_version" : os.evidence,
      ...(variant === null ? {} : { variant }),
      ...(base === null ? {} : { base: { product: base.product.id, cycle: base.cycle.cycle } }),
    },
    product,
    cycle,
    without,
    base,
  });
  if (isRolling(os))
    return made(null, { status: "rolling", code: "rolling", phrase: { key: "lifecycle.rolling", params: { name } } });
  if (product === null) {
    const base = baseOf(os, catalogue);
    if (base === null) return made(null, unknown("no-product", { name, date: catalogue.date }));
    const label = `${base.product.label} ${base.cycle.cycle}`;
    const params = { name, date: catalogue.date, base: label };
    return made(null, { ...unknown("no-product", params), phrase: { key: "lifecycle.no-product-base", params } }, base);
  }
  const release = releaseNumber(os);
  if (release === null) return made(null, unknown("no-version", { name }));
  const { cycle, without } = place(product, release, catalogue);
  return made(cycle, without);
}

function osProduct(os: Os, catalogue: LifecycleData): Product | null {
  const id = os.id.toLowerCase();
  const name = os.release["NAME"] ?? "";
  if (id === "centos") return productOf(catalogue, /stream/i.test(name) ? "centos-stream" : "centos");
  // Docker Hardened Images: the same packages and numbers under an ID of their own, the parent named first in ID_LIKE.
  const like = (os.release["ID_LIKE"] ?? "").toLowerCase().split(/\s+/)[0] ?? "";
  const wanted = id === "dhi" && (like === "debian" || like === "alpine") ? like : id;
  const rolling = rollingSystems.get(wanted);
  if (rolling !== undefined) return rolling === null ? null : productOf(catalogue, rolling);
  const mapped = osProducts.get(wanted) ?? wanted;
  const product = productOf(catalogue, mapped);
  // An alias is not enough; and os-release without an ID counts as `linux`, which is the kernel's product.
  if (product?.id === mapped && product.category === "os" && product.id !== "linux") return product;
  return catalogue.products.find(({ osRelease }) => osRelease?.includes(id) === true) ?? null;
}

function isAlpine(os: Os): boolean {
  return /^alpine$/i.test(os.id) || (/^dhi$/i.test(os.id) && /^alpine/i.test(os.release["ID_LIKE"] ?? ""));
}

function isDebian(os: Os): boolean {
  return /^debian$/i.test(os.id) || (/^dhi$/i.test(os.id) && /^debian/i.test(os.release["ID_LIKE"] ?? ""));
}

function isRolling(os: Os): boolean {
  const id = os.id.toLowerCase();
  if (rollingSystems.has(id)) return true;
  if (os.versionId === "edge") return true;
  if (isAlpine(os)) {
    if (/_alpha/.test(os.versionId ?? "") || /\bedge\b/i.test(os.prettyName ?? "")) return true;
    // A release image often adds edge's testing repository; only a main repository of edge and of nothing else is edge.
    const mains = (os.apkRepositories ?? []).filter((line) => /\/main\/?$/.test(line.trim()) && !line.startsWith("#"));
    return mains.length > 0 && mains.every((line) => line.includes("/edge/"));
  }
  // Testing and sid have no version and share one codename.
  if (isDebian(os)) return os.versionId === null && debianRelease(os) === null;
  return (
    id === "fedora" &&
    /rawhide/i.test(`${os.release["VERSION"] ?? ""} ${os.release["REDHAT_BUGZILLA_PRODUCT_VERSION"] ?? ""}`)
  );
}

/** /etc/debian_version where it is a number: `12.15`; null for `forky/sid`. */
function debianRelease(os: Os): string | null {
  const text = os.debianVersion?.trim() ?? "";
  return /^\d+(?:\.\d+)?$/.test(text) ? text : null;
}

/** The number that picks the cycle. */
function releaseNumber(os: Os): string | null {
  if (os.versionId === null || os.versionId === "") return isDebian(os) ? debianRelease(os) : null;
  // Linux Mint's Debian edition counts on its own: cycles lmde5, lmde6 ...
  if (os.id.toLowerCase() === "linuxmint" && /^LMDE/i.test(os.release["NAME"] ?? os.prettyName ?? "")) {
    return `lmde${os.versionId}`;
  }
  return os.versionId;
}

/** The most exact version the image states, for show. */
function osVersion(os: Os): string | null {
  if (isDebian(os)) {
    const full = os.release["DEBIAN_VERSION_FULL"] ?? debianRelease(os);
    const fits = os.versionId === null || full === os.versionId || full?.startsWith(`${os.versionId}.`) === true;
    return fits && full !== null && full !== "" ? full : os.versionId;
  }
  if (os.id.toLowerCase() === "amzn") {
    return /^Amazon Linux (\d[\d.]*)/.exec(os.prettyName ?? "")?.[1] ?? os.versionId;
  }
  return os.versionId?.replace(/^v(?=\d)/, "") ?? null;
}

function variantOf(os: Os, facts: LifecycleFacts): string | null {
  if (/distroless/i.test(os.prettyName ?? "")) return "distroless";
  return (
    /^ubi\d+-(minimal|micro|init)-container$/
      .exec(facts.config.labels["com.redhat.component"] ?? "")?.[1]
      ?.replace(/^/, "ubi-") ?? null
  );
}

/** The parent release of a derivative without a product of its own, where its os-release names it. */
function baseOf(os: Os, catalogue: LifecycleData): Match["base"] {
  const parent = sameNumbersAs.get(os.id.toLowerCase());
  if (parent !== undefined && os.versionId !== null) {
    const product = productOf(catalogue, parent);
    const cycle = product === null ? null : place(product, os.versionId, catalogue).cycle;
    return product === null || cycle === null ? null : { product, cycle };
  }
  const codename = (os.release["UBUNTU_CODENAME"] ?? "").toLowerCase();
  const ubuntu = productOf(catalogue, "ubuntu");
  if (codename === "" || ubuntu === null) return null;
  const cycle = ubuntu.cycles.find((each) => each.codename?.toLowerCase().split(" ")[0] === codename);
  return cycle === undefined ? null : { product: ubuntu, cycle };
}

/**
 * The weakest answer, without any file: Ubuntu's base sets ref.name and version, but children inherit the one and overwrite
 * the other, so the pair counts only where the version is a known cycle exactly.
 */
function matchLabels(labels: Readonly<Record<string, string>>, catalogue: LifecycleData): Match | null {
  const version = labels["org.opencontainers.image.version"];
  if (labels["org.opencontainers.image.ref.name"] !== "ubuntu" || version === undefined) return null;
  const product = productOf(catalogue, "ubuntu");
  const cycle = product?.cycles.find((each) => each.cycle === version);
  if (product === null || cycle === undefined) return null;
  const component: Component = {
    kind: "os",
    product: product.id,
    cycle: cycle.cycle,
    version,
    label: `${product.label} ${cycle.cycle}`,
    evidence: "labels org.opencontainers.image.ref.name and version",
  };
  return { component, product, cycle, without: null, base: null };
}
