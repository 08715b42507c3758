// @vitest-environment happy-dom
// A verdict that people decided about: the waiver beside it, the answer that is it.
import { cleanup, render } from "@testing-library/react";
import { I18nextProvider } from "react-i18next";
import { afterEach, expect, test } from "vitest";
import { createWords } from "../../../../renderer/i18n/i18n.ts";
import { VerdictItem } from "../../../../renderer/screens/image/verdict-item.tsx";
import type { Finding } from "../../../../shared/model/finding.ts";
import { decidedRun } from "../../../support/decided-run.ts";

afterEach(cleanup);
const findings = decidedRun().images[0]?.findings ?? [];

function shown(control: string, language: "en" | "de", isOpen = true): string {
  const finding = findings.find((one): one is Finding => one.control === control);
  if (finding === undefined) throw new Error(`no finding ${control}`);
  const words = { title: finding.title, remediation: finding.remediation, catalogue: null };
  const { container } = render(
    <I18nextProvider i18n={createWords(language)}>
      <VerdictItem finding={finding} words={words} isOpen={isOpen} onToggle={() => undefined} />
    </I18nextProvider>,
  );
  return container.textContent ?? "";
}

test.each([
  ["cis-docker:4.1", "en", "waived", "requested by Ana · approved by Ben · until 2027-01-31 · ticket T-1"],
  ["cis-docker:4.8", "en", "waived in part", "the jobs need it"],
  ["cis-docker:4.8", "de", "teilweise ausgenommen", "beantragt von Ana · genehmigt von Ben · bis 2027-01-31"],
  ["cis-docker:4.3", "en", "answered", "went through the list · answered by Dana on 2026-11-20"],
  ["cis-docker:4.3", "de", "beantwortet", "beantwortet von Dana am 2026-11-20"],
] as const)("%s in %s says %s, and unfolded everything", (control, language, word, line) => {
  expect(shown(control, language, false)).toContain(word);
  cleanup();
  expect(shown(control, language)).toContain(line);
});

test("a control that failed and that nobody waived says nothing of it", () => {
  expect(shown("cis-docker:4.6", "en")).not.toContain("waive");
});
