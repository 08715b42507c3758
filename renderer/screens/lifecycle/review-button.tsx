// The button that opens the review of technologies: what is missing, what people say of each, and the signed form.
import { Button, Modal } from "@mantine/core";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../parts/icon.tsx";
import { ReviewDialog } from "./review/review-dialog.tsx";

export function ReviewButton() {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button leftSection={<Icon name="report" />} title={t("review.hint")} onClick={() => setOpen(true)}>
        {t("review.button")}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t("review.title")}
        closeButtonProps={{ "aria-label": t("review.close") }}
        size={960}
      >
        <Suspense fallback={null}>
          <ReviewDialog onClose={close} />
        </Suspense>
      </Modal>
    </>
  );
}
