// How a waiver or an answer stands today: a shape and a word, never a colour alone.
import type { ListedAnswer } from "../../../shared/ipc/decisions.ts";
import type { Status } from "../../../shared/model/finding.ts";
import type { WaiverState } from "../../../shared/model/waiver.ts";
import { answerStateWords, waiverStateWords } from "../../../shared/wording/decisions.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import badge from "../badge.module.css";
import { StatusShape } from "../status-shape.tsx";

/** The shape that says the same of a verdict: in order, for a person to do, not yet, no longer of any matter, at fault. */
const waiverShapes: Readonly<Record<WaiverState, Status>> = {
  applies: "pass",
  unapproved: "manual",
  future: "not-assessed",
  expired: "not-applicable",
  revoked: "not-applicable",
  "self-approved": "error",
  "other-rules": "error",
};

export function WaiverStanding({ state }: { readonly state: WaiverState }) {
  const language = useLanguage();
  return (
    <span className={badge["badge"]}>
      <StatusShape status={waiverShapes[state]} />
      <span>{waiverStateWords[state][language]}</span>
    </span>
  );
}

const answerShapes: Readonly<Record<ListedAnswer["state"], Status>> = {
  holds: "pass",
  future: "not-assessed",
  expired: "not-applicable",
  revoked: "not-applicable",
};

export function AnswerStanding({ state }: { readonly state: ListedAnswer["state"] }) {
  const language = useLanguage();
  return (
    <span className={badge["badge"]}>
      <StatusShape status={answerShapes[state]} />
      <span>{answerStateWords[state][language]}</span>
    </span>
  );
}
