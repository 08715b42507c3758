// One verdict: a line, and unfolded why, on what evidence, what to change, and what the control maps to.
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { isEvidenceForManual } from "../../../shared/manual-item.ts";
import type { Evidence, Finding } from "../../../shared/model/finding.ts";
import type { ProvenBase } from "../../../shared/model/image.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { answerText, waivedWord, waiverText } from "../../../shared/wording/decisions.ts";
import { layerNumber } from "../../../shared/wording/layer-owner.ts";
import { say } from "../../../shared/wording/say.ts";
import { severityWords, statusWords } from "../../../shared/wording/status.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import type { DecisionSubject } from "../../parts/decisions/decision-subject.ts";
import { Icon } from "../../parts/icon.tsx";
import { ImageParagraph, ImageText } from "../../parts/image-text.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { StatusShape } from "../../parts/status-shape.tsx";
import { VerdictDecision } from "./verdict-decision.tsx";
import type { VerdictWords } from "./verdict-words.ts";
import styles from "./verdicts.module.css";

export interface VerdictItemProps {
  readonly finding: Finding;
  readonly words: VerdictWords;
  /** Which layers are a base's; absent = not proven. */
  readonly base?: ProvenBase | undefined;
  /** Whom a decision made here is about; without one none is offered. */
  readonly subject?: DecisionSubject | undefined;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

export function VerdictItem({ finding, words, base, subject, isOpen, onToggle }: VerdictItemProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const id = useId();
  return (
    <li className={styles["item"]} data-open={isOpen ? "" : undefined}>
      <button
        type="button"
        className={styles["line"]}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={onToggle}
      >
        <StatusShape status={finding.status} label={statusWords[finding.status][language]} />
        <span className={styles["id"]}>{plainText(finding.control.slice(finding.control.indexOf(":") + 1), 40)}</span>
        <span className={styles["name"]}>{plainText(words.title, 200)}</span>
        {finding.waiver !== undefined && <span className="soft">{waivedWord(finding.waiver, language)}</span>}
        {finding.answer !== undefined && <span className="soft">{t("verdict.answered")}</span>}
        <span className={styles["severity"]} data-severity={finding.status === "fail" ? finding.severity : undefined}>
          {t("verdict.severity", { severity: severityWords[finding.severity][language] })}
        </span>
        <span className={styles["level"]}>
          {finding.level === undefined ? "" : t("verdict.level", { level: finding.level })}
        </span>
        <Icon name={isOpen ? "down" : "right"} />
      </button>
      {isOpen && (
        <div id={id} className={styles["detail"]}>
          <Detail finding={finding} words={words} base={base} subject={subject} />
        </div>
      )}
    </li>
  );
}

function Detail({ finding, words, base, subject }: Pick<VerdictItemProps, "finding" | "words" | "base" | "subject">) {
  const { t } = useTranslation();
  const language = useLanguage();
  const reason = finding.phrase !== undefined ? say(finding.phrase, language) : finding.reason;
  return (
    <>
      <div className={styles["main"]}>
        <Block title={t("verdict.why")}>
          <StatusBadge status={finding.status} />
          {reason !== undefined && <ImageParagraph text={reason} />}
          {finding.evidence.length > 0 && <EvidenceTable evidence={finding.evidence} base={base} />}
        </Block>
        {subject !== undefined && (
          <VerdictDecision finding={finding} title={words.title} reason={reason} subject={subject} />
        )}
      </div>
      <div className={styles["side"]}>
        <Block title={t("verdict.fix")}>
          {words.catalogue === null ? <ImageParagraph text={words.remediation} /> : <p>{words.remediation}</p>}
        </Block>
        {words.catalogue !== null && (
          <Block title={t("verdict.rule")}>
            <p>{words.catalogue.rule}</p>
          </Block>
        )}
        {finding.mappings.length > 0 && (
          <Block title={t("verdict.mappings")}>
            <dl className={styles["mappings"]}>
              {finding.mappings.map((mapping) => (
                <div key={mapping.framework} title={mapping.source}>
                  <dt>{plainText(mapping.framework, 60)}</dt>
                  <dd>
                    {plainText(mapping.ids.join(", "))}
                    {mapping.indicative === true && <span className="soft"> {t("verdict.indicative")}</span>}
                  </dd>
                </div>
              ))}
            </dl>
          </Block>
        )}
        <Block title={t("verdict.control")}>
          <span className="mono">{plainText(finding.control, 80)}</span>
          {words.catalogue !== null && (
            <span>
              {t("verdict.ground", {
                severity: severityWords[finding.severity][language],
                ground: words.catalogue.severityGround,
              })}
            </span>
          )}
          {isEvidenceForManual(finding) && <span>{t("verdict.manualItem")}</span>}
          {finding.firstSeen !== undefined && <span>{t("verdict.firstSeen", { day: finding.firstSeen })}</span>}
        </Block>
        {finding.waiver !== undefined && (
          <Block title={t("verdict.waiver")}>
            <p>{waiverText(finding.waiver, language)}</p>
          </Block>
        )}
        {finding.answer !== undefined && (
          <Block title={t("verdict.answer")}>
            <p>{answerText(finding.answer, language)}</p>
          </Block>
        )}
      </div>
    </>
  );
}

function Block({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={styles["block"]}>
      <h3>{title}</h3>
      {children}
    </div>
  );
}

/** At most this many lines are put into the page; the number of the rest is said. */
const shownEvidence = 200;

function EvidenceTable({
  evidence,
  base,
}: {
  readonly evidence: readonly Evidence[];
  readonly base: ProvenBase | undefined;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <table className={styles["evidence"]}>
      <thead>
        <tr>
          <th scope="col">{t("evidence.where")}</th>
          <th scope="col">{t("evidence.what")}</th>
          <th scope="col">{t("evidence.layer")}</th>
        </tr>
      </thead>
      <tbody>
        {evidence.slice(0, shownEvidence).map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: evidence has no id and never moves
          <tr key={index}>
            <td className={styles["where"]}>
              <ImageText text={one.where} mono />
            </td>
            <td>
              <ImageParagraph text={one.phrase !== undefined ? say(one.phrase, language) : one.detail} />
              {one.waiver !== undefined && <span className="soft">{waivedWord({ covers: "all" }, language)}</span>}
              {one.step !== undefined && (
                <span className={styles["step"]}>
                  <ImageText text={one.step} mono />
                </span>
              )}
            </td>
            <td>{one.layer === undefined ? "–" : layerNumber(one.layer, base, language)}</td>
          </tr>
        ))}
      </tbody>
      {evidence.length > shownEvidence && (
        <tfoot>
          <tr>
            <td colSpan={3} className="soft">
              {t("evidence.more", { count: evidence.length - shownEvidence })}
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}
