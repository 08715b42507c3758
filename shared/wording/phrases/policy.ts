// Sentences of policies, waivers, answers and packs in both languages; `{name}` stands for a value of the phrase. Keys begin with `policy.`.
import type { PhraseTable } from "./table.ts";

export const policyPhrases = {
  // Waivers and answers: why one does not hold
  "policy.revoked": { en: "revoked by {by} on {on}", de: "am {on} von {by} widerrufen" },
  "policy.begins": { en: "it begins on {on}", de: "gilt erst ab {on}" },
  "policy.expired": {
    en: "its last day was {until}, {days} days ago",
    de: "der letzte Tag war der {until}, vor {days} Tagen",
  },
  "policy.unapproved": {
    en: "requested by {requester}, and nobody has approved it",
    de: "von {requester} beantragt und von niemandem genehmigt",
  },
  "policy.approved-later": {
    en: "it was approved by {approver} only on {on}",
    de: "von {approver} erst am {on} genehmigt",
  },
  "policy.self-approved": {
    en: "requested and approved by the same person, {requester}",
    de: "von derselben Person beantragt und genehmigt: {requester}",
  },
  "policy.other-rules": {
    en: "it was agreed under {benchmark} {version}; the rules are now {loaded}",
    de: "unter {benchmark} {version} vereinbart; die Regeln haben jetzt Version {loaded}",
  },
  "policy.rules-absent": {
    en: "it was agreed under {benchmark} {version}, which this run does not judge by",
    de: "unter {benchmark} {version} vereinbart, wonach dieser Lauf nicht urteilt",
  },
  // Waivers: what whoever looks after them must see
  "policy.expires-soon": { en: "its last day is {until}", de: "der letzte Tag ist der {until}" },
  "policy.renewed": {
    en: "renewals since {created}: {count}",
    de: "Verlängerungen seit {created}: {count}",
  },
  "policy.mass-made": {
    en: "{by} requested {count} waivers on {day}",
    de: "{by} hat am {day} {count} Ausnahmen beantragt",
  },
  "policy.mass-approved": {
    en: "{by} approved {count} waivers on {day}",
    de: "{by} hat am {day} {count} Ausnahmen genehmigt",
  },
  "policy.matches-nothing": {
    en: "it stands beside no finding of this run",
    de: "betrifft keinen Befund dieses Laufs",
  },
  "policy.whole-control": {
    en: "it excuses the control wherever it fails",
    de: "nimmt die Regel überall aus, wo sie nicht erfüllt ist",
  },
  "policy.no-ticket": { en: "it names no ticket", de: "nennt kein Ticket" },
  // Answers of a person
  "policy.answered": {
    en: "answered by {by} on {on}, valid until {until}: {note}",
    de: "am {on} von {by} beantwortet, gültig bis {until}: {note}",
  },
  "policy.answer-note": { en: "note: {note}", de: "Anmerkung: {note}" },
  "policy.attachment": {
    en: "what was looked at, SHA-256 {sha256}",
    de: "was angesehen wurde, SHA-256 {sha256}",
  },
  "policy.answer-no-subject": {
    en: "this run has no subject of it under {control}",
    de: "dieser Lauf hat unter {control} nichts, worauf sie sich bezieht",
  },
  "policy.answer-not-manual": {
    en: "the control needs no person here, its verdict is {status}",
    de: "die Regel braucht hier niemanden, das Urteil ist {status}",
  },
  "policy.answer-outdone": { en: "answer {id} took its place", de: "die Antwort {id} steht an ihrer Stelle" },
} as const satisfies PhraseTable;
