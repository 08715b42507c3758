// How the form came about, what it cannot see, and how anyone can check it without Plimsoll.
import { reportWords } from "../../../../shared/wording/report/words.ts";
import { bullets, commands, heading, openSection, paragraph } from "../../report/flow.ts";
import type { FormContext } from "../form-context.ts";

export function drawMethod({ sheet, words, language }: FormContext): void {
  const { method } = words;
  const shared = reportWords[language].method;
  const section = openSection(sheet, method.title, true);
  bullets(sheet, section, method.items);
  heading(sheet, section, 2, method.limitsTitle);
  bullets(sheet, section, method.limits);
  // Whole on one page: it is followed with the page in hand.
  heading(sheet, section, 2, method.verify, 180);
  paragraph(sheet, section, shared.verifyIntro);
  paragraph(sheet, section, shared.verifyPdf);
  commands(sheet, section, ["pdfsig -nocert report.pdf"]);
  paragraph(sheet, section, shared.verifyKey);
  commands(sheet, section, ["openssl x509 -in certificates.pem -noout -fingerprint -sha256"]);
  paragraph(sheet, section, method.verifyData);
  commands(sheet, section, [
    "pdfdetach -save 1 -o attached.json report.pdf && sha256sum attached.json technologies.json",
  ]);
}
