// Files that let a remote host or user in without a password: rhosts(5), hosts.equiv(5), and their forms for SSH.
import type { Verdict } from "../../../../shared/model/finding.ts";
import type { WatchedFile } from "../../../../shared/model/system-facts.ts";
import { type ControlPhraseKey, words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { failOrPass } from "../../fail-or-pass.ts";
import { inHomesOf } from "./home-paths.ts";
import { systemOf } from "./system-of.ts";

const ofHosts = /^\/etc\/(?:ssh\/)?s?hosts\.equiv$/;
const trusting = /\/(?:\.[rs]hosts|s?hosts\.equiv)$/;

export const trustFiles = defineCheck({
  decides: ["image-srg:rhosts"],
  needs: ["system", "accounts"],
  judge(subject): Verdict {
    const isInHome = inHomesOf(subject.accounts);
    const files = systemOf(subject).trustFiles.filter(({ path }) => trusting.test(path));
    const isRead = ({ path }: WatchedFile) => ofHosts.test(path) || (/\/\.[rs]hosts$/.test(path) && isInHome(path));
    const point =
      (says: ControlPhraseKey) =>
      ({ path, layer }: WatchedFile) => ({ where: path, detail: words(says), layer });
    return failOrPass(
      files.filter(isRead).map(point("srg.trust-file")),
      { where: "/", detail: words("srg.trust-file-none") },
      files.filter((file) => !isRead(file)).map(point("srg.trust-file-elsewhere")),
    );
  },
});
