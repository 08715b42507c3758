// `plimsoll entitlement add|list|remove`: the file of extended support that was bought, changed and shown.
import { readableJson } from "../../shared/canonical-json.ts";
import { type Entitlement, EntitlementScope, type EntitlementSet } from "../../shared/model/entitlement.ts";
import type { Language } from "../../shared/model/phrase.ts";
import { plainText } from "../../shared/plain-text.ts";
import { entitledFrom, entitledText, entitlementStateWords, sellerText } from "../../shared/wording/entitlements.ts";
import { say } from "../../shared/wording/say.ts";
import { addEntitlement, removeEntitlement } from "../data/change-entitlements.ts";
import { knownScope } from "../data/entitled-scope.ts";
import { entitlementStanding } from "../data/entitlement-standing.ts";
import { entitledImages } from "../entitled-images.ts";
import { openAuditStore } from "../store/audits.ts";
import { homeFolder, homeLayout } from "../store/home.ts";
import { dayFrom, personFrom, textFrom, usage } from "./deciding.ts";
import { type DecisionOptions, decisionPath, entitlementsOf } from "./decision-files.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import type { Format } from "./format-option.ts";
import { judgedDay } from "./judged-day.ts";
import { judgingData } from "./judging-data.ts";
import { textTable } from "./table.ts";
import type { World } from "./world.ts";

export interface EntitlementOptions extends Pick<DecisionOptions, "entitlements"> {
  readonly format: Format;
  readonly lang?: Language;
}
export interface EntitlementListOptions extends EntitlementOptions {
  readonly on?: string;
}
export interface EntitlementAddOptions extends EntitlementOptions {
  readonly provider?: string;
  readonly programme?: string;
  readonly product?: string;
  readonly cycle?: string;
  readonly image?: string;
  readonly contract?: string;
  readonly from?: string;
  readonly until?: string;
  readonly by?: string;
  readonly note?: string;
}
export interface EntitlementRemoveOptions extends EntitlementOptions {
  readonly by?: string;
  readonly reason?: string;
}

export async function listEntitlements(options: EntitlementListOptions, world: World): Promise<ExitCode> {
  const on = judgedDay(options.on, world.clock);
  const language = options.lang ?? world.language;
  const file = decisionPath("entitlements", options, world);
  const set = await entitlementsOf(options, world);
  const rows = set === null ? [] : await standings(set, on, world);
  if (options.format === "json") {
    const digest = set === null ? {} : { digest: set.digest };
    const entitlements = rows.map(({ entitlement, state, phrases, images }) => ({
      entitlement,
      standing: { state, phrases, reasons: phrases.map((phrase) => say(phrase, "en")), images },
    }));
    world.stdout.write(readableJson({ schema: "plimsoll/entitlements@1", on, file, ...digest, entitlements }));
    return exitCodes.done;
  }
  if (rows.length === 0) {
    world.stdout.write(`${words.none[language]}\n`);
    return exitCodes.done;
  }
  const table = rows.map(({ entitlement, state, phrases, images }) => [
    entitlement.id.slice(0, 13),
    sellerText(entitlement),
    entitledText(entitlement, language),
    plainText(entitlement.contract, 40),
    entitledFrom(entitlement, language),
    entitlement.until,
    entitlementStateWords[state][language],
    images === null ? "–" : String(images),
    phrases.map((phrase) => say(phrase, language)).join("; "),
  ]);
  world.stdout.write(
    textTable(
      columns.map((column) => column[language]),
      table,
    ),
  );
  return exitCodes.done;
}

export async function recordEntitlement(options: EntitlementAddOptions, world: World): Promise<ExitCode> {
  const { lifecycle } = await judgingData({}, world);
  const { product, cycle, image, programme, note } = options;
  if (product === undefined && image === undefined)
    throw usage("say what was bought: --product, --image or both; see plimsoll entitlement add --help");
  if (cycle !== undefined && product === undefined) throw usage("--cycle needs --product");
  const named = { ...(product === undefined ? {} : { product }), ...(cycle === undefined ? {} : { cycle }) };
  const scope = { ...knownScope(named, lifecycle), ...(image === undefined ? {} : { image }) };
  const entitlement: Omit<Entitlement, "id"> = {
    provider: textFrom("--provider", options.provider).trim(),
    ...(programme === undefined ? {} : { programme: textFrom("--programme", programme).trim() }),
    scope: checkedScope(scope),
    contract: textFrom("--contract", options.contract).trim(),
    ...(options.from === undefined ? {} : { from: dayFrom("--from", options.from) }),
    until: dayFrom("--until", options.until),
    by: personFrom("--by", options.by, world),
    on: world.clock.today(),
    ...(note === undefined ? {} : { note }),
  };
  return said(await addEntitlement(decisionPath("entitlements", options, world), entitlement), options, world);
}

export async function takeEntitlementAway(
  id: string,
  options: EntitlementRemoveOptions,
  world: World,
): Promise<ExitCode> {
  const by = personFrom("--by", options.by, world);
  const path = decisionPath("entitlements", options, world);
  const { reason } = options;
  return said(await removeEntitlement(path, { id, by, on: world.clock.today(), reason }), options, world);
}

/** Each entry with how it stands, and in how many kept images it counts: null where none is kept. */
async function standings(set: EntitlementSet, on: ReturnType<typeof judgedDay>, world: World) {
  const { lifecycle } = await judgingData({}, world);
  const store = openAuditStore(homeLayout(homeFolder(world.env["PLIMSOLL_HOME"])).audits);
  const uses = await entitledImages(store, lifecycle, set, on);
  return set.entitlements.map((entitlement) => {
    const images = uses === null ? null : (uses.get(entitlement.id) ?? 0);
    return { entitlement, images, ...entitlementStanding(entitlement, lifecycle, on, images) };
  });
}

/** A pattern that the model would refuse in the file is refused before, in the words of the option. */
function checkedScope(scope: EntitlementScope): EntitlementScope {
  const parsed = EntitlementScope.safeParse(scope);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw usage(`--${String(issue?.path[0] ?? "product")}: ${issue?.message ?? "it does not fit"}`);
}

function said(entitlement: Entitlement, options: EntitlementOptions, world: World): ExitCode {
  if (options.format === "json") {
    const file = decisionPath("entitlements", options, world);
    world.stdout.write(readableJson({ schema: "plimsoll/entitlement@1", file, entitlement }));
    return exitCodes.done;
  }
  const language = options.lang ?? world.language;
  const { id, contract, until, removed } = entitlement;
  const state = removed === undefined ? "" : `  ${entitlementStateWords.removed[language]}`;
  world.stdout.write(
    `${id}  ${sellerText(entitlement)}  ${entitledText(entitlement, language)}  ${plainText(contract, 60)}  ${words.until[language]} ${until}${state}\n`,
  );
  return exitCodes.done;
}

const words = {
  none: {
    en: "No extended support is recorded; plimsoll entitlement add writes down what was bought.",
    de: "Es ist kein gekaufter Support vermerkt; plimsoll entitlement add hält fest, was gekauft wurde.",
  },
  until: { en: "until", de: "bis" },
} as const satisfies Record<string, Record<Language, string>>;

const columns: readonly Record<Language, string>[] = [
  { en: "entitlement", de: "Eintrag" },
  { en: "from whom", de: "von wem" },
  { en: "for", de: "für" },
  { en: "contract", de: "Vertrag" },
  { en: "from", de: "ab" },
  { en: "until", de: "bis" },
  { en: "state", de: "Stand" },
  { en: "images", de: "Images" },
  { en: "note", de: "Anmerkung" },
];
