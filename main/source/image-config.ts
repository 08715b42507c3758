// The config of an image, from its own JSON blob. Shape: OCI image specification "config", and moby's older
// "image/spec/v1.2" with its additions (Healthcheck, Shell, OnBuild).
import { z } from "zod";
import { DiffId } from "../../shared/model/digest.ts";
import { BrokenStream } from "../tar/broken-stream.ts";
import type { RawConfig, RawHealthcheck } from "./image-source.ts";
import { type JsonBounds, overBounds } from "./json-bounds.ts";
import { listOf } from "./list-of.ts";

const texts = listOf(z.string()).nullish();
/** Engines take one word for a list of one ("strslice" in moby), so images may have it. */
const command = z.union([listOf(z.string()), z.string().transform((word) => [word])]).nullish();
const names = z.record(z.string(), z.unknown()).nullish();

/** The part that says how a container is run; the engine's inspect answer has it in the same words. */
export const RunConfig = z.object({
  User: z.string().nullish(),
  Env: texts,
  ExposedPorts: names,
  Healthcheck: z
    .object({
      Test: texts,
      Interval: z.number().nullish(),
      Timeout: z.number().nullish(),
      StartPeriod: z.number().nullish(),
      Retries: z.number().nullish(),
    })
    .nullish(),
  Entrypoint: command,
  Cmd: command,
  Labels: z.record(z.string(), z.string()).nullish(),
  Volumes: names,
  WorkingDir: z.string().nullish(),
  Shell: texts,
  StopSignal: z.string().nullish(),
  OnBuild: texts,
});
export type RunConfig = z.infer<typeof RunConfig>;

const ImageConfig = z.object({
  created: z.string().nullish(),
  os: z.string().nullish(),
  architecture: z.string().nullish(),
  variant: z.string().nullish(),
  config: RunConfig.nullish(),
  rootfs: z.object({ diff_ids: z.array(DiffId).nullish() }),
  history: z
    .array(
      z.object({
        created: z.string().nullish(),
        created_by: z.string().nullish(),
        comment: z.string().nullish(),
        empty_layer: z.boolean().nullish(),
      }),
    )
    .nullish(),
});

/** Every text of a config is searched for secrets, so it may have fewer values than other documents; real ones have under 2,000. */
const configBounds: JsonBounds = { values: 100_000, depth: 64 };
/** The largest index or manifest that is taken, of 10,000 descriptors, has well under this. */
const documentBounds: JsonBounds = { values: 200_000, depth: 64 };

/** Reads a config blob. Throws BrokenStream when it is no JSON or not of this shape. */
export function parseImageConfig(bytes: Uint8Array): RawConfig {
  const parsed = ImageConfig.safeParse(parseJson(bytes, "the image config", configBounds));
  if (!parsed.success) throw new BrokenStream(`the image config is malformed: ${firstIssue(parsed.error)}`);
  const { created, os, architecture, variant, config, rootfs, history } = parsed.data;
  return {
    created: created ?? null,
    os: platformOs(os),
    architecture: architecture ?? "",
    variant: variant || null,
    ...runParts(config ?? {}),
    history: (history ?? []).map((line) => ({
      created: line.created ?? null,
      createdBy: line.created_by ?? "",
      comment: line.comment || null,
      emptyLayer: line.empty_layer ?? false,
    })),
    diffIds: rootfs.diff_ids ?? [],
    origin: "config",
  };
}

/** An image that names no system is a Linux image to every engine. */
export function platformOs(os: string | null | undefined): string {
  return os || "linux";
}

/** The run part in the port's words; absent lists are empty, absent commands null. */
export function runParts(config: RunConfig) {
  return {
    user: config.User ?? "",
    env: config.Env ?? [],
    exposedPorts: Object.keys(config.ExposedPorts ?? {}).sort(),
    healthcheck: healthcheckOf(config),
    entrypoint: config.Entrypoint ?? null,
    cmd: config.Cmd ?? null,
    labels: config.Labels ?? {},
    volumes: Object.keys(config.Volumes ?? {}).sort(),
    workingDir: config.WorkingDir ?? "",
    shell: config.Shell ?? null,
    stopSignal: config.StopSignal || null,
    onBuild: config.OnBuild ?? [],
  } satisfies Partial<RawConfig>;
}

/** A healthcheck without a test only changes the times of an inherited one: there is none in this image. */
function healthcheckOf({ Healthcheck: check }: RunConfig): RawHealthcheck | null {
  if (check === null || check === undefined || !check.Test?.length) return null;
  return {
    test: check.Test,
    ...(check.Interval ? { intervalNs: check.Interval } : {}),
    ...(check.Timeout ? { timeoutNs: check.Timeout } : {}),
    ...(check.StartPeriod ? { startPeriodNs: check.StartPeriod } : {}),
    ...(check.Retries ? { retries: check.Retries } : {}),
  };
}

/** JSON from untrusted bytes; `what` is for the message. Throws BrokenStream, also over the bounds. */
export function parseJson(bytes: Uint8Array, what: string, bounds: JsonBounds = documentBounds): unknown {
  const over = overBounds(bytes, bounds);
  if (over !== null) return fail(`${what} ${over}`);
  try {
    return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8"));
  } catch {
    return fail(`${what} is no JSON`);
  }
}

/** Where and why a document does not fit its schema, in one phrase. */
export function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue === undefined ? "unknown shape" : `${issue.path.join(".") || "its top"}: ${issue.message}`;
}

function fail(message: string): never {
  throw new BrokenStream(message);
}
