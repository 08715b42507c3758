// The places of the window, as icons with their words. Only places that exist.
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { useDueReminders } from "../bridge/use-reminders.ts";
import { Icon } from "../parts/icon.tsx";
import { PlimsollMark } from "../parts/plimsoll-mark.tsx";
import { routes } from "../routes.ts";
import styles from "./frame.module.css";

const places = [
  { place: routes.images, icon: "images", word: "rail.images" },
  { place: routes.surroundings, icon: "engine", word: "rail.surroundings" },
  { place: routes.lifecycle, icon: "lifecycle", word: "rail.lifecycle" },
  { place: routes.reminders, icon: "reminders", word: "rail.reminders" },
  { place: routes.waivers, icon: "waivers", word: "rail.waivers" },
  { place: routes.settings, icon: "settings", word: "rail.settings" },
] as const;

export function Rail() {
  const { t } = useTranslation();
  const [path] = useLocation();
  const { due } = useDueReminders();
  return (
    <nav className={styles["rail"]} aria-label={t("rail.label")}>
      <span className={styles["mark"]} role="img" aria-label="Plimsoll">
        <PlimsollMark size={32} />
      </span>
      <ul>
        {places.map(({ place, icon, word }) => (
          <li key={place}>
            <Link
              href={place}
              className={styles["place"]}
              aria-current={path === place || path.startsWith(`${place}/`) ? "page" : undefined}
            >
              <span className={styles["placeIcon"]}>
                <Icon name={icon} size={20} />
                {place === routes.reminders && due !== null && due > 0 && (
                  <span className={styles["placeCount"]} aria-hidden>
                    {due > 99 ? "99+" : due}
                  </span>
                )}
              </span>
              <span>{t(word)}</span>
              {place === routes.reminders && due !== null && due > 0 && (
                <span className="unseen">{t("reminders.badge", { count: due })}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
