// Copies a text and says so where it was pressed, to eyes and to screen readers.
import { ActionIcon, Tooltip } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Failure } from "../../shared/model/failure.ts";
import { sayFailure } from "../../shared/wording/failure.ts";
import { useClipboard } from "../bridge/use-clipboard.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { Icon } from "./icon.tsx";

const shownMs = 1500;

export function CopyButton({ text, name }: { readonly text: string; readonly name: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const copy = useClipboard();
  const [outcome, setOutcome] = useState<"none" | "copied" | Failure>("none");
  useEffect(() => {
    if (outcome !== "copied") return;
    const timer = setTimeout(() => setOutcome("none"), shownMs);
    return () => clearTimeout(timer);
  }, [outcome]);

  const label = outcome === "copied" ? t("copy.copied") : t("copy.label", { what: name });
  const shown = typeof outcome === "object" ? sayFailure(outcome, language) : label;
  return (
    <>
      <Tooltip label={shown}>
        <ActionIcon
          aria-label={shown}
          onClick={() => void copy(text).then((failure) => setOutcome(failure ?? "copied"))}
        >
          <Icon name={outcome === "copied" ? "check" : "copy"} />
        </ActionIcon>
      </Tooltip>
      <output className="unseen">{outcome === "none" ? "" : shown}</output>
    </>
  );
}
