// `plimsoll answer add|list|revoke`: the file of people's answers, changed and shown.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { readableJson } from "../../shared/canonical-json.ts";
import type { ManualAnswer } from "../../shared/model/answer.ts";
import { FailureError } from "../../shared/model/failure.ts";
import type { Language } from "../../shared/model/phrase.ts";
import { plainText } from "../../shared/plain-text.ts";
import { answerStateWords, scopeText } from "../../shared/wording/decisions.ts";
import { say } from "../../shared/wording/say.ts";
import { statusWords } from "../../shared/wording/status.ts";
import { answerStanding } from "../control/manual-answers.ts";
import { loadAnswers, loadAnswersIfThere } from "../data/answers.ts";
import { addAnswer, revokeAnswer } from "../data/change-answers.ts";
import { fileCause } from "../file-error.ts";
import { allRules, dayFrom, type PackOptions, personFrom, rulesOf, textFrom, usage } from "./deciding.ts";
import { type DecisionOptions, decisionPath } from "./decision-files.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import type { Format } from "./format-option.ts";
import { judgedDay } from "./judged-day.ts";
import { type SubjectOptions, subjectsOf } from "./scope-options.ts";
import { textTable } from "./table.ts";
import type { World } from "./world.ts";

export interface AnswerOptions extends PackOptions, Pick<DecisionOptions, "answers"> {
  readonly format: Format;
  readonly lang?: Language;
}
export interface AnswerListOptions extends AnswerOptions {
  readonly on?: string;
}
export interface AnswerAddOptions extends AnswerOptions, SubjectOptions {
  readonly control: string;
  readonly status: ManualAnswer["status"];
  readonly note: string;
  readonly until: string;
  readonly by?: string;
  readonly attachment?: string;
}
export interface AnswerRevokeOptions extends AnswerOptions {
  readonly by?: string;
  readonly reason?: string;
}

export async function listAnswers(options: AnswerListOptions, world: World): Promise<ExitCode> {
  const on = judgedDay(options.on, world.clock);
  const language = options.lang ?? world.language;
  const rules = await allRules(options, world);
  const file = decisionPath("answers", options, world);
  const set = await (options.answers === undefined ? loadAnswersIfThere : loadAnswers)(file, rules);
  const rows = (set?.answers ?? []).map((answer) => {
    const standing = answerStanding(answer, on);
    const why = standing.state === "holds" ? {} : { reason: say(standing.why, "en"), phrase: standing.why };
    return { answer, standing: { state: standing.state, ...why } };
  });
  if (options.format === "json") {
    const digest = set === null ? {} : { digest: set.digest };
    world.stdout.write(readableJson({ schema: "plimsoll/answer-list@1", on, file, ...digest, answers: rows }));
    return exitCodes.done;
  }
  if (rows.length === 0) {
    world.stdout.write(`${none[language]}\n`);
    return exitCodes.done;
  }
  const head = columns.map((column) => column[language]);
  const table = rows.map(({ answer, standing }) => [
    answer.id.slice(0, 13),
    answer.control,
    scopeText(answer.subject, language),
    statusWords[answer.status][language],
    answerStateWords[standing.state][language],
    plainText(answer.by, 40),
    answer.on,
    answer.until,
    plainText(answer.note, 60),
  ]);
  world.stdout.write(textTable(head, table));
  return exitCodes.done;
}

export async function giveAnswer(options: AnswerAddOptions, world: World): Promise<ExitCode> {
  const rules = await allRules(options, world);
  const file = decisionPath("answers", options, world);
  const { control, status } = options;
  rulesOf(control, rules);
  const subject = subjectsOf(options);
  if (Object.keys(subject).length === 0)
    throw usage("say what the answer is about: --reference, --digest, --container, --engine or --host");
  const attachment = options.attachment === undefined ? null : resolve(world.cwd, options.attachment);
  const answer: Omit<ManualAnswer, "id"> = {
    control,
    subject,
    status,
    by: personFrom("--by", options.by, world),
    on: world.clock.today(),
    until: dayFrom("--until", options.until),
    note: textFrom("--note", options.note),
    ...(attachment === null
      ? {}
      : { attachment: { name: basename(attachment), sha256: await sha256Of(attachment, world.signal) } }),
  };
  return said(await addAnswer(file, rules, answer), options, world);
}

export async function takeAnswerBack(id: string, options: AnswerRevokeOptions, world: World): Promise<ExitCode> {
  const by = personFrom("--by", options.by, world);
  const file = decisionPath("answers", options, world);
  const rules = await allRules(options, world);
  const { reason } = options;
  return said(await revokeAnswer(file, rules, { id, by, on: world.clock.today(), reason }), options, world);
}

function said(answer: ManualAnswer, options: AnswerOptions, world: World): ExitCode {
  const file = decisionPath("answers", options, world);
  if (options.format === "json") {
    world.stdout.write(readableJson({ schema: "plimsoll/answer@1", file, answer }));
    return exitCodes.done;
  }
  const language = options.lang ?? world.language;
  const { id, control, subject, status, until, revoked } = answer;
  const state = revoked === undefined ? `${untilWord[language]} ${until}` : answerStateWords.revoked[language];
  world.stdout.write(
    `${id}  ${control}  ${scopeText(subject, language)}  ${statusWords[status][language]}  ${state}\n`,
  );
  return exitCodes.done;
}

/** Hex digest of a file of any size. Throws FailureError `not-readable`. */
async function sha256Of(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(path), hash, { signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new FailureError({ kind: "not-readable", path, cause: fileCause(error) }, { cause: error });
  }
  return hash.digest("hex");
}

const none = {
  en: "There are no answers; plimsoll answer add gives one.",
  de: "Es gibt keine Antworten; plimsoll answer add gibt eine.",
} as const satisfies Record<Language, string>;
const untilWord = { en: "until", de: "bis" } as const satisfies Record<Language, string>;

const columns: readonly Record<Language, string>[] = [
  { en: "answer", de: "Antwort" },
  { en: "control", de: "Regel" },
  { en: "for", de: "für" },
  { en: "says", de: "lautet" },
  { en: "state", de: "Stand" },
  { en: "by", de: "von" },
  { en: "on", de: "am" },
  { en: "until", de: "bis" },
  { en: "note", de: "Anmerkung" },
];
