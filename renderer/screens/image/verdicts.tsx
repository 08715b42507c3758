// All verdicts of an image, an engine, a host or a container, by benchmark, failing first. Which one is unfolded stands in the address, so it can be linked.
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Finding, type Status, statuses } from "../../../shared/model/finding.ts";
import type { ProvenBase } from "../../../shared/model/image.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { countStatuses } from "../../../shared/summary.ts";
import { statusWords } from "../../../shared/wording/status.ts";
import { useAppInfo } from "../../bridge/use-app-info.ts";
import { useControls } from "../../bridge/use-controls.ts";
import { navigate, useHashQuery } from "../../hash-location.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import type { DecisionSubject } from "../../parts/decisions/decision-subject.ts";
import { FilterChip } from "../../parts/filter-chip.tsx";
import { NoticePanel } from "../../parts/notice-panel.tsx";
import { StatusCounts } from "../../parts/status-counts.tsx";
import { verdictGroups } from "./verdict-groups.ts";
import { VerdictItem } from "./verdict-item.tsx";
import { verdictWords } from "./verdict-words.ts";
import styles from "./verdicts.module.css";

export interface VerdictsProps {
  /** The address of this page with these values; what is unfolded and filtered stands in it. */
  readonly placeOf: (more: Readonly<Record<string, string>>) => string;
  readonly findings: readonly Finding[];
  readonly base?: ProvenBase | undefined;
  /** Whose verdicts they are, so that waivers and answers can name it. */
  readonly subject?: DecisionSubject | undefined;
}

export function Verdicts({ placeOf, findings, base, subject }: VerdictsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const query = new URLSearchParams(useHashQuery());
  const open = query.get("open");
  const asked = query.get("status");
  const shown = statuses.find((status) => status === asked) ?? null;
  const controls = useControls();
  const rules = useAppInfo().rules;
  const nameOf = (benchmark: string) => {
    const edition = rules.find((one) => one.benchmark === benchmark)?.edition;
    return plainText(edition === undefined ? benchmark : `${benchmark} ${edition}`, 80);
  };
  const counts = useMemo(() => countStatuses(findings), [findings]);
  const groups = useMemo(() => verdictGroups(findings, shown), [findings, shown]);
  const go = (next: { readonly open?: string | null; readonly status?: Status | null }) => {
    const nextOpen = next.open === undefined ? open : next.open;
    const nextStatus = next.status === undefined ? shown : next.status;
    const more = {
      ...(nextStatus === null ? {} : { status: nextStatus }),
      ...(nextOpen === null ? {} : { open: nextOpen }),
    };
    navigate(placeOf(more), { replace: true });
  };
  if (findings.length === 0) {
    return <NoticePanel title={t("verdicts.none")}>{t("verdicts.noneText")}</NoticePanel>;
  }
  return (
    <div className={styles["scroll"]}>
      <div className={styles["chips"]}>
        {statuses
          .filter((status) => counts[status] > 0)
          .map((status) => (
            <FilterChip
              key={status}
              label={statusWords[status][language]}
              count={counts[status]}
              isOn={shown === status}
              onToggle={() => go({ status: shown === status ? null : status })}
            />
          ))}
      </div>
      {groups.map((group) => (
        <section
          key={group.benchmark}
          className={group.findings.some(({ control }) => numberOf(control).length > 6) ? styles["wide"] : undefined}
          aria-label={plainText(group.benchmark, 80)}
        >
          <div className={styles["groupHead"]}>
            <h2>{nameOf(group.benchmark)}</h2>
            <StatusCounts counts={group.counts} packed />
          </div>
          <ul>
            {group.findings.map((finding) => (
              <VerdictItem
                key={finding.control}
                finding={finding}
                words={verdictWords(finding, controls.get(finding.control), language)}
                base={base}
                subject={subject}
                isOpen={open === finding.control}
                onToggle={() => go({ open: open === finding.control ? null : finding.control })}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** What stands behind the benchmark in a control's id. */
function numberOf(control: string): string {
  return control.slice(control.indexOf(":") + 1);
}
