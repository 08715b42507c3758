// One image's facts from its masked config and the facts of its layers. Pure: the same layers give the same facts.
import { type FactName, type Facts, factsVersion } from "../../shared/model/facts.ts";
import { FileSecrets } from "./file-secrets.ts";
import type { Steps } from "./history/steps.ts";
import { type Absence, ImageFiles, type MissingBody } from "./layer/image-files.ts";
import type { LayerFacts } from "./layer/layer-facts.ts";
import { mergeInSteps } from "./layer/merge-layers.ts";
import { type MergedView, walkInSteps } from "./layer/merged-view.ts";
import type { Limits } from "./limit.ts";
import { installedPackages } from "./packages/installed.ts";
import { LanguagePackages } from "./packages/languages/language-packages.ts";
import { ProgramOwners } from "./packages/owned/program-owners.ts";
import { sayUnreadDatabases } from "./packages/unread.ts";
import { isKnownExecutable } from "./runtimes/known-executables.ts";
import { isProgramSign } from "./runtimes/program-signs.ts";
import { runtimesOf, wantsRuntimePath } from "./runtimes/read-runtimes.ts";
import { followSystem } from "./runtimes/system-owner.ts";
import type { MaskedConfig } from "./secrets/mask-config.ts";
import { accountsOf } from "./system/accounts.ts";
import { extendedSupportSigns } from "./system/extended-support.ts";
import { FileModes } from "./system/file-modes.ts";
import { operatingSystemOf } from "./system/operating-system.ts";
import { packageTrustOf } from "./system/package-trust.ts";
import { noSystem, SystemReader } from "./system/system-facts.ts";

const fromLayers: readonly FactName[] = [
  "os",
  "packages",
  "files",
  "accounts",
  "secrets",
  "runtimes",
  "packageTrust",
  "system",
];
const maxPaths = 5000;

/** Facts before any layer was read: what only layers can say is a gap. */
export function configFacts(masked: MaskedConfig, steps: Steps, limits: Limits): Facts {
  for (const fact of fromLayers) limits.add("gap", fact, "layers", "inspect.layers-not-read");
  sayMoreSecrets(masked, limits);
  const { env, labels } = masked.config;
  return {
    version: factsVersion,
    os: null,
    config: masked.config,
    history: steps.history,
    packages: [],
    files: { setuid: [], setgid: [], worldWritable: [], unowned: [], removed: [], count: 0, bytes: 0 },
    accounts: [],
    groups: [],
    secrets: masked.secrets,
    runtimes: runtimesOf({ env, labels, packages: [], os: null, file: () => null, paths: [] }),
    packageTrust: [],
    system: noSystem,
    external: [],
    limits: limits.sorted(),
  };
}

/**
 * Facts of the whole image. `missing` names bodies that no pass over the layers kept so far: unless it is empty, the facts
 * are not complete and are to be asked for again once those were fetched. In steps, between which the caller may stop.
 */
export function* layeredFacts(
  masked: MaskedConfig,
  steps: Steps,
  layers: readonly LayerFacts[],
  limits: Limits,
  absence: Absence,
): Generator<void, { readonly facts: Facts; readonly missing: readonly MissingBody[] }> {
  const view = yield* mergeInSteps(layers);
  const files = new ImageFiles(view, limits, absence);
  const os = operatingSystemOf(files);
  const accounts = accountsOf(files);
  const systemPackages = installedPackages(files);
  const packageTrust = packageTrustOf(files);
  const external = extendedSupportSigns(files);
  sayUnreadDatabases(files);

  const modes = new FileModes(view, accounts);
  const fileSecrets = new FileSecrets(view);
  const languages = new LanguagePackages(files);
  const system = new SystemReader(files);
  const executables: string[] = [];
  const runtimePaths: { path: string; layer: number }[] = [];
  yield* walkInSteps(view, (path, node) => {
    modes.see(path, node);
    fileSecrets.see(path, node);
    languages.see(path, node);
    system.see(path, node);
    if (executables.length < maxPaths && node.type !== "directory" && isKnownExecutable(path)) executables.push(path);
    if (runtimePaths.length < maxPaths && wantsRuntimePath(path)) runtimePaths.push({ path, layer: node.layer });
  });
  const packages = [...systemPackages, ...languages.end()];
  if (runtimePaths.length === maxPaths) {
    limits.add("gap", "runtimes", "/", "inspect.too-many", { path: "/", limit: maxPaths });
  }

  const { env, labels } = masked.config;
  const owners = new ProgramOwners(files, systemPackages);
  const runtimes = runtimesOf({
    env,
    labels,
    packages,
    os,
    file(path) {
      const file = files.text(path, "runtimes", isProgramSign(path) ? "banner" : "head");
      return file === null ? null : { text: file.content, layer: file.layer };
    },
    paths: runtimePaths.sort((a, b) => (a.path < b.path ? -1 : 1)),
    followsSystem: (path) => followSystem(owners.of(path), os),
  });
  owners.sayLimits();
  const systemFacts = yield* system.facts({ accounts: accounts.accounts, env, packages: systemPackages });
  const fileFacts = modes.facts(limits);
  sayLayerLimits(view, limits);
  sayMoreSecrets(masked, limits);
  return {
    facts: {
      version: factsVersion,
      os,
      config: masked.config,
      history: steps.history,
      packages,
      files: fileFacts,
      accounts: accounts.accounts,
      groups: accounts.groups,
      secrets: [...masked.secrets, ...fileSecrets.facts()],
      runtimes,
      executables: executables.sort(),
      packageTrust,
      system: systemFacts,
      external,
      limits: limits.sorted(),
    },
    missing: files.missing,
  };
}

function sayMoreSecrets({ moreSecrets }: MaskedConfig, limits: Limits): void {
  if (moreSecrets > 0) limits.add("note", "secrets", "config", "inspect.more-secrets", { count: moreSecrets });
}

/** What the layers hold and no container shows, and what was not looked into. */
function sayLayerLimits(view: MergedView, limits: Limits): void {
  for (const [layer, { skipped, unsearched, shallow }] of view.layers.entries()) {
    for (const { reason, count, example } of skipped) {
      const fact = reason === "elf" || reason === "digests" ? "system" : "files";
      limits.add("note", fact, example, `inspect.skipped-${reason}`, { count, path: example }, layer);
    }
    if (unsearched !== null) {
      const { count, example } = unsearched;
      limits.add("note", "secrets", example, "inspect.not-searched", { count, path: example }, layer);
    }
    for (const { depth, count, example } of shallow) {
      limits.add("note", "secrets", example, `inspect.secrets-${depth}`, { count, path: example }, layer);
    }
  }
  for (const { kind, layer, count, example } of view.problems) {
    limits.add("note", "files", example, `inspect.view-${kind}`, { count, path: example }, layer);
  }
}
