// The few facts of an image that decide until when it is supported. They are kept apart from an audit, so that a thousand
// images can be placed anew every day without reading a thousand audits.
import { z } from "zod";
import { External, type Facts, Limit, Os, Package, Runtime } from "./facts.ts";

export const LifecycleFacts = z.object({
  os: Os.nullable(),
  config: z.object({ labels: z.record(z.string(), z.string()) }),
  runtimes: z.array(Runtime),
  packages: z.array(Package),
  external: z.array(External),
  limits: z.array(Limit),
});
export type LifecycleFacts = z.infer<typeof LifecycleFacts>;

/** Labels that say what an image is and until when it is supported. */
const telling = /^(?:com\.docker\.|org\.opencontainers\.image\.|com\.redhat\.|io\.openshift\.)/;

/** The facts that `lifecycleOf` reads, and no others: both give the same answer. */
export function lifecycleFactsOf(facts: Facts): LifecycleFacts {
  return {
    os: facts.os,
    config: { labels: Object.fromEntries(Object.entries(facts.config.labels).filter(([name]) => telling.test(name))) },
    runtimes: facts.runtimes,
    // Versions of Ubuntu's extended maintenance are its own proof; the rest of a distribution follows its release.
    packages: facts.packages.filter(({ type, version }) => type === "deb" && /[+~]esm\d/.test(version)).slice(0, 1),
    external: facts.external.filter(({ kind }) => kind === "rhel-content-manifest" || kind === "ubuntu-pro"),
    limits: facts.limits.filter(({ fact, weight }) => fact === "os" && weight === "gap"),
  };
}
