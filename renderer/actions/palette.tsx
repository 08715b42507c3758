// The command palette: every action that makes sense now, and every image by name.
import { Spotlight, type SpotlightActionGroupData } from "@mantine/spotlight";
import { useTranslation } from "react-i18next";
import { plainText } from "../../shared/plain-text.ts";
import { Icon } from "../parts/icon.tsx";
import { nameOf } from "../parts/image-name.ts";
import { imagePlace } from "../routes.ts";
import { actions } from "./index.ts";
import styles from "./palette.module.css";
import { useActions } from "./use-actions.tsx";

const groups = ["audit", "go", "view"] as const;
const shownAtOnce = 40;

export function Palette() {
  const { t } = useTranslation();
  const { context, run } = useActions();
  const possible = actions.filter((action) => action.when(context));
  const listed: SpotlightActionGroupData[] = groups.map((group) => ({
    group: t(`palette.${group}`),
    actions: possible
      .filter((action) => action.group === group)
      .map((action) => ({
        id: action.id,
        label: action.title(context),
        rightSection: action.key === undefined ? null : <kbd className={styles["key"]}>{action.key.toUpperCase()}</kbd>,
        onClick: () => run(action),
      })),
  }));
  const images: SpotlightActionGroupData = {
    group: t("palette.images"),
    actions: (context.images.table?.images ?? []).map(({ listed: image, last }) => ({
      id: `image-${image.key}`,
      label: plainText(nameOf(image), 120),
      description: plainText(last?.os ?? "", 80),
      keywords: [...image.references, image.id],
      onClick: () => context.navigate(imagePlace(image.key)),
    })),
  };
  return (
    <Spotlight
      actions={[...listed.filter((group) => group.actions.length > 0), images]}
      shortcut="mod + K"
      limit={shownAtOnce}
      nothingFound={t("palette.nothing")}
      scrollable
      overlayProps={{ color: "var(--shade)", backgroundOpacity: 1, blur: 0 }}
      maxHeight={420}
      searchProps={{
        leftSection: <Icon name="search" />,
        placeholder: t("palette.search"),
        "aria-label": t("palette.search"),
      }}
      classNames={{
        action: styles["action"] ?? "",
        search: styles["search"] ?? "",
        actionsGroup: styles["group"] ?? "",
      }}
      attributes={{ content: { "aria-label": t("palette.title") } }}
    />
  );
}
