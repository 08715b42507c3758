// An engine, a host that was not reached and two containers, as the window gets them.
import type { AuditedSubject } from "../../shared/model/audit.ts";
import type { Finding } from "../../shared/model/finding.ts";
import { fakeFindings } from "./fake-findings.ts";
import { containerFacts, engineFacts } from "./surroundings.ts";

/** The fake verdicts of an image under the numbers of another section. */
function findingsOf(section: number, count: number): Finding[] {
  return fakeFindings(section, "full")
    .slice(0, count)
    .map((finding, index) => ({ ...finding, control: `cis-docker:${section}.${index + 1}` }));
}

const unreached = (finding: Finding): Finding => {
  const { phrase: _, ...rest } = finding;
  return { ...rest, status: "not-assessed", evidence: [], reason: "the engine runs in a virtual machine" };
};

export function fakeSubjects(): AuditedSubject[] {
  const name = "a-container-with-a-name-that-is-longer-than-its-place-in-the-list-can-ever-be";
  return [
    { subject: { kind: "engine", id: "default", name: "default" }, facts: engineFacts(), findings: findingsOf(2, 8) },
    { subject: { kind: "host", id: "host", name: "host" }, facts: null, findings: findingsOf(3, 6).map(unreached) },
    {
      subject: { kind: "container", id: "c0ffee", name: "web" },
      facts: containerFacts({ id: "c0ffee", name: "web" }),
      findings: findingsOf(5, 10),
    },
    {
      subject: { kind: "container", id: "decaf", name },
      facts: containerFacts({ id: "decaf", name }),
      findings: findingsOf(5, 9),
    },
  ];
}
