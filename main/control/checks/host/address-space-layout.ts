// Whether the kernel of the host lays out memory at random: kernel.randomize_va_space, proc_sys_kernel(5). It is the setting
// that the public DHI GPOS profile reads for both of its rules on memory protection; containers share the host's kernel.
import { words } from "../../control-phrase.ts";
import { defineSurroundingCheck, type SurroundingVerdict } from "../../define-surrounding-check.ts";

const setting = "kernel.randomize_va_space";

export const addressSpaceLayout = defineSurroundingCheck({
  decides: ["dhi-gpos:V-203753", "dhi-gpos:V-203754"],
  needs: ["host.kernel"],
  lacks: ({ host }) => (host.kernel.settings[setting] === undefined ? words("gpos.aslr-not-read", { setting }) : null),
  judge({ host }): SurroundingVerdict {
    const value = (host.kernel.settings[setting] ?? "").trim();
    return {
      status: value === "2" ? "pass" : "fail",
      evidence: [{ where: setting, detail: words(value === "2" ? "gpos.aslr-full" : "gpos.aslr-less", { value }) }],
    };
  },
});
