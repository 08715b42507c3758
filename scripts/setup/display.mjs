// Whether a window can be shown here, and an X server without a screen for tests where none can (Xvfb, `-displayfd`).
import { spawn } from "node:child_process";

/** True where a window can be opened: everywhere but on a Linux session that names neither X11 nor Wayland. */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== "linux" || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);
}

/**
 * Starts an X server without a screen on a free display number.
 * @returns {Promise<{display: string, stop: () => Promise<void>} | {reason: string}>}
 */
export function startDisplay({ command = "Xvfb", width = 1600, height = 1000 } = {}) {
  const child = spawn(command, ["-displayfd", "3", "-screen", "0", `${width}x${height}x24`, "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  return new Promise((resolve) => {
    const ended = new Promise((done) => {
      child.on("close", done);
    });
    const stop = async () => {
      child.kill("SIGTERM");
      await ended;
    };
    let text = "";
    child.on("error", (error) => resolve({ reason: `${command} cannot be started: ${error.message}` }));
    child.on("close", (code) => resolve({ reason: `${command} ended with ${code}` }));
    child.stdio[3]?.setEncoding("utf8").on("data", (piece) => {
      text += piece;
      if (text.endsWith("\n")) resolve({ display: `:${text.trim()}`, stop });
    });
    // It ends with us, whatever ends us.
    const stopNow = () => child.kill("SIGTERM");
    process.once("exit", stopNow);
    child.once("close", () => process.removeListener("exit", stopNow));
  });
}
