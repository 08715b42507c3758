// Notifications of the operating system. They are never the only record: do-not-disturb drops them without a word, and the
// list in the window keeps every reminder.
import type { Notification } from "electron";
import { FailureError } from "../../shared/model/failure.ts";
import type { NotificationText } from "./notification-text.ts";

/** What Electron offers. */
export interface NotificationApi {
  isSupported(): boolean;
  new (options: {
    title: string;
    body: string;
    silent?: boolean;
    icon?: string;
  }): Pick<Notification, "show"> & { on(event: "click" | "close" | "failed", listener: () => void): unknown };
}

export interface Notifier {
  /** Whether this system takes notifications from an app; it never says whether it will show one. */
  isSupported(): boolean;
  /** Throws FailureError `usage` where it does not. */
  show(text: NotificationText): void;
}

/** How many are held at most; the system forgets older ones as well. */
const heldAtMost = 20;

/** `onPress` is called when a person presses one. */
export function systemNotifier(api: NotificationApi, icon: string, onPress: () => void): Notifier {
  // One that nothing holds is collected as garbage, and its press is heard by nobody.
  const held = new Set<object>();
  return {
    isSupported: () => api.isSupported(),
    show({ title, body }) {
      if (!api.isSupported()) {
        throw new FailureError({ kind: "usage", cause: "this system takes no notifications from apps" });
      }
      const notification = new api({ title, body, icon });
      const forget = (): void => void held.delete(notification);
      notification.on("click", () => {
        forget();
        onPress();
      });
      notification.on("close", forget);
      notification.on("failed", forget);
      held.add(notification);
      for (const oldest of held) {
        if (held.size <= heldAtMost) break;
        held.delete(oldest);
      }
      notification.show();
    },
  };
}
