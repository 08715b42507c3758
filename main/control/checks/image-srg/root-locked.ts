// Root has no password to log in with: its field is locked, or there is none.
import type { Verdict } from "../../../../shared/model/finding.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { failOrPass } from "../../fail-or-pass.ts";
import { activeFields, passwordFields } from "./password-fields.ts";
import { systemOf } from "./system-of.ts";

export const rootLocked = defineCheck({
  decides: ["image-srg:root-locked"],
  needs: ["accounts", "system"],
  judge(subject): Verdict {
    const { shadow } = systemOf(subject);
    const fields = passwordFields(subject.accounts, shadow).filter(({ name }) => name === "root");
    const faults = activeFields(fields).map(({ file, password }) => ({
      where: file,
      detail: words(password === "empty" ? "srg.root-empty" : "srg.root-hash"),
    }));
    const [field] = fields;
    const ground =
      field === undefined
        ? { where: "/etc/shadow", detail: words(shadow === null ? "srg.root-no-shadow" : "srg.root-no-field") }
        : { where: field.file, detail: words("srg.root-locked") };
    return failOrPass(faults, ground);
  },
});
