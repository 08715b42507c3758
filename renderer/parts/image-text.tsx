// Text that comes out of an image: hostile until shown plain. One line with an ellipsis; the whole of it on demand.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { plainText } from "../../shared/plain-text.ts";
import styles from "./image-text.module.css";

/** Longer than this, a text is never put into the page unasked; asked, up to `wholeLength`. */
const shortLength = 240;
const wholeLength = 20_000;

export interface ImageTextProps {
  readonly text: string;
  readonly mono?: boolean;
  /** What the title says, where `text` is a short form. */
  readonly whole?: string;
}

/** One line, cut by the space there is, with a title of at most a few lines. */
export function ImageText({ text, mono = false, whole = text }: ImageTextProps) {
  return (
    <bdi className={mono ? "cut mono" : "cut"} dir="ltr" title={plainText(whole, shortLength)}>
      {plainText(text, shortLength)}
    </bdi>
  );
}

/** Wraps; a long text ends after a few lines and offers its rest. */
export function ImageParagraph({ text, mono = false }: { readonly text: string; readonly mono?: boolean }) {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const isLong = text.length > shortLength;
  const shown = plainText(text, isWhole ? wholeLength : shortLength);
  return (
    <span className={styles["paragraph"]}>
      <bdi className={mono ? "mono" : undefined} dir="ltr">
        {shown}
      </bdi>
      {isLong && (
        <button type="button" className={styles["more"]} onClick={() => setWhole(!isWhole)} aria-expanded={isWhole}>
          {isWhole ? t("text.less") : t("text.more")}
        </button>
      )}
    </span>
  );
}
