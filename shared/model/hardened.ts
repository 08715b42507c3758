// What is known of an image's hardened origin. Claims stay claims until something proves them.
import { z } from "zod";

export const HardenedState = z.object({
  state: z.enum(["hardened", "derived", "none", "unproven"]),
  family: z.string().optional(),
  product: z.string().optional(),
  line: z.string().optional(),
  tier: z.string().optional(),
  variant: z.string().optional(),
  claims: z.array(z.enum(["cis", "stig", "fips"])),
  proof: z.object({ method: z.enum(["chain-id", "attestation", "none"]), baseLayers: z.int().optional() }),
  attestations: z.array(
    z.object({ kind: z.string(), result: z.string(), key: z.string().optional(), date: z.string().optional() }),
  ),
  surface: z.object({
    shells: z.array(z.string()),
    packageManagers: z.array(z.string()),
    interpreters: z.array(z.string()),
    setuid: z.int().nonnegative(),
    packages: z.int().nonnegative(),
    files: z.int().nonnegative(),
    size: z.number().nonnegative(),
    root: z.boolean(),
    ports: z.array(z.string()),
  }),
});
export type HardenedState = z.infer<typeof HardenedState>;
