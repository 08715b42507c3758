// The list of subjects, and the verdicts of the one that the address names.
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { AuditedSubject } from "../../../shared/model/audit.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { countStatuses } from "../../../shared/summary.ts";
import { subjectWords } from "../../../shared/wording/status.ts";
import { useHashQuery } from "../../hash-location.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { StatusCounts } from "../../parts/status-counts.tsx";
import { surroundingsPlace } from "../../routes.ts";
import { Verdicts } from "../image/verdicts.tsx";
import styles from "./surroundings-screen.module.css";

export function Subjects({ subjects }: { readonly subjects: readonly AuditedSubject[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const wanted = new URLSearchParams(useHashQuery()).get("subject");
  const shown = subjects.find((one) => nameIn(one) === wanted) ?? subjects[0];
  if (shown === undefined) return null;
  const titleOf = ({ subject, facts }: AuditedSubject) =>
    facts !== null
      ? plainText(subject.name, 80)
      : subject.kind === "container"
        ? t("surroundings.noContainer")
        : t("surroundings.notReached");
  return (
    <div className={styles["columns"]}>
      <nav aria-label={t("surroundings.subjects")} className={styles["list"]}>
        <ul>
          {subjects.map((one) => (
            <li key={nameIn(one)}>
              <Link
                href={surroundingsPlace({ subject: nameIn(one) })}
                replace
                className={styles["subject"]}
                aria-current={one === shown ? "true" : undefined}
              >
                <span className="soft">{subjectWords[one.subject.kind][language]}</span>
                <span className={styles["name"]}>{titleOf(one)}</span>
                <StatusCounts counts={countStatuses(one.findings)} packed />
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles["verdicts"]}>
        <Suspense fallback={null}>
          <Verdicts
            placeOf={(more) => surroundingsPlace({ subject: nameIn(shown), ...more })}
            findings={shown.findings}
            subject={shown.subject}
          />
        </Suspense>
      </div>
    </div>
  );
}

function nameIn({ subject }: AuditedSubject): string {
  return `${subject.kind}:${subject.id}`;
}
