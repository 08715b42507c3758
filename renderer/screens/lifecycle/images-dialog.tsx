// The images that hold a component: each opens its page where the source in view lists it.
import { Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { TimeLineImage } from "../../../shared/ipc/time-line.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { ImageText } from "../../parts/image-text.tsx";
import styles from "./lifecycle-screen.module.css";
import type { Line } from "./lines.ts";

const mostShown = 500;

export interface ImagesDialogProps {
  /** null = closed. */
  readonly line: Line | null;
  /** The key under which the source in view lists an image; null where it does not. */
  readonly keyOf: (image: TimeLineImage) => string | null;
  readonly onOpen: (key: string) => void;
  readonly onClose: () => void;
}

export function ImagesDialog({ line, keyOf, onOpen, onClose }: ImagesDialogProps) {
  const { t } = useTranslation();
  const images = line?.images ?? [];
  return (
    <Modal
      opened={line !== null}
      onClose={onClose}
      size={560}
      closeButtonProps={{ "aria-label": t("lifecycle.close") }}
      title={
        line === null
          ? ""
          : t("lifecycle.imagesWith", {
              component: plainText(line.entry.component.label, 80),
              images: t("images.count", { count: images.length }),
            })
      }
    >
      <ul className={styles["imageList"]}>
        {images.slice(0, mostShown).map((image) => {
          const key = keyOf(image);
          return (
            <li key={image.ids[0] ?? image.name}>
              {key === null ? (
                <ImageText text={image.name} />
              ) : (
                <button type="button" className={styles["open"]} onClick={() => onOpen(key)}>
                  <ImageText text={image.name} />
                </button>
              )}
              <span className="soft">
                {key === null
                  ? t("lifecycle.elsewhere", { source: plainText(image.source, 60) })
                  : t("lifecycle.audited", { day: image.audited })}
              </span>
            </li>
          );
        })}
      </ul>
      {images.length > mostShown && (
        <p className="soft">{t("lifecycle.moreImages", { count: images.length - mostShown })}</p>
      )}
    </Modal>
  );
}
