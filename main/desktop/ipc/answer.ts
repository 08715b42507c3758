// How one question of the page is answered: input parsed, handler called, output parsed, always a Result. No Electron here.
import { type AskName, channels, type StreamName } from "../../../shared/ipc/channels.ts";
import { contract } from "../../../shared/ipc/contract.ts";
import { type Failure, failureOf, type Result } from "../../../shared/model/failure.ts";

/** Calls `call` with the parsed input of `channel`; a thrown failure becomes the answer, an unexpected one is reported too. */
export async function answer(
  channel: AskName | StreamName,
  input: unknown,
  report: (line: string) => void,
  call: (parsed: unknown) => Promise<unknown>,
): Promise<Result<unknown>> {
  const { in: input_, out } = contract[channel];
  const parsed = input_.safeParse(input);
  if (!parsed.success) {
    report(`${channel}: the page sent what the contract does not allow`);
    return { ok: false, failure: { kind: "usage", cause: `${channel}: malformed question` } };
  }
  try {
    return { ok: true, value: out.parse(await call(parsed.data)) };
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === "internal") report(`${channel}: ${failure.cause}`);
    return { ok: false, failure };
  }
}

/** Whether the page named a channel of this kind. */
export function isKind<K extends "ask" | "stream">(
  channel: unknown,
  kind: K,
): channel is K extends "ask" ? AskName : StreamName {
  return (
    typeof channel === "string" &&
    Object.hasOwn(channels, channel) &&
    channels[channel as keyof typeof channels] === kind
  );
}

/** What a stranger and a malformed call hear: a refusal, never an empty answer. */
export function refused(): Result<never> {
  const failure: Failure = { kind: "usage", cause: "this question is not answered" };
  return { ok: false, failure };
}
