// The last stop: when the app behind the window does not answer at all, or a screen breaks, the window says so.
import { Component, type ReactNode } from "react";
import { failureOf } from "../../shared/model/failure.ts";
import { sayFailure } from "../../shared/wording/failure.ts";

interface State {
  readonly error: unknown;
}

export class FailureBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    // No settings are known here, so the language is that of the system.
    const language = navigator.language.startsWith("de") ? "de" : "en";
    return (
      <div role="alert" style={{ padding: 32 }}>
        <h1 style={{ fontWeight: 600 }}>Plimsoll</h1>
        <p>{sayFailure(failureOf(this.state.error), language)}</p>
        <button type="button" onClick={() => window.location.reload()}>
          {language === "de" ? "Fenster neu laden" : "Reload the window"}
        </button>
      </div>
    );
  }
}
