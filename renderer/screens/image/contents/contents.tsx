// What is inside an image: a list of kinds of facts on the left, the chosen one on the right. Which one stands in the address.
import { useTranslation } from "react-i18next";
import type { Facts } from "../../../../shared/model/facts.ts";
import { navigate, useHashQuery } from "../../../hash-location.ts";
import { imagePlace } from "../../../routes.ts";
import { AccountTable } from "./account-table.tsx";
import { ConfigFacts } from "./config-facts.tsx";
import styles from "./contents.module.css";
import { FileTable } from "./file-table.tsx";
import { LimitTable } from "./limit-table.tsx";
import { PackageTable } from "./package-table.tsx";
import { SecretTable } from "./secret-table.tsx";

const sections = ["packages", "config", "accounts", "files", "secrets", "limits"] as const;
type Section = (typeof sections)[number];

/** How many of a kind there are; null for the configuration, which is one. */
function countOf(facts: Facts, section: Section): number | null {
  switch (section) {
    case "packages":
      return facts.packages.length;
    case "config":
      return null;
    case "accounts":
      return facts.accounts.length;
    case "files": {
      const { setuid, setgid, worldWritable, unowned, removed } = facts.files;
      return setuid.length + setgid.length + worldWritable.length + unowned.length + removed.length;
    }
    case "secrets":
      return facts.secrets.length;
    case "limits":
      return facts.limits.length;
  }
}

export function Contents({ imageKey, facts }: { readonly imageKey: string; readonly facts: Facts }) {
  const { t } = useTranslation();
  const asked = new URLSearchParams(useHashQuery()).get("section");
  const section = sections.find((known) => known === asked) ?? "packages";
  return (
    <div className={styles["contents"]}>
      <nav className={styles["nav"]} aria-label={t("contents.label")}>
        <ul>
          {sections.map((one) => (
            <li key={one}>
              <button
                type="button"
                aria-current={one === section ? "true" : undefined}
                onClick={() => navigate(imagePlace(imageKey, "contents", { section: one }), { replace: true })}
              >
                <span>{t(`contents.${one}`)}</span>
                <span>{countOf(facts, one)}</span>
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles["section"]}>
        <SectionView section={section} facts={facts} />
      </div>
    </div>
  );
}

function SectionView({ section, facts }: { readonly section: Section; readonly facts: Facts }) {
  switch (section) {
    case "packages":
      return <PackageTable facts={facts} />;
    case "config":
      return <ConfigFacts config={facts.config} />;
    case "accounts":
      return <AccountTable facts={facts} />;
    case "files":
      return <FileTable facts={facts} />;
    case "secrets":
      return <SecretTable facts={facts} />;
    case "limits":
      return <LimitTable limits={facts.limits} />;
  }
}
