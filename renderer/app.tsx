// The window: language, colours and data around the frame and its screens.
import { MantineProvider } from "@mantine/core";
import { useColorScheme } from "@mantine/hooks";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, Suspense, useEffect, useMemo, useRef } from "react";
import { I18nextProvider } from "react-i18next";
import { Redirect, Route, Router, Switch } from "wouter";
import type { Bridge } from "../shared/ipc/contract.ts";
import { Palette } from "./actions/palette.tsx";
import { ActionsProvider } from "./actions/use-actions.tsx";
import { BridgeContext } from "./bridge/bridge.ts";
import { useAppInfo } from "./bridge/use-app-info.ts";
import { AuditProvider } from "./bridge/use-audit.tsx";
import { useDataNotices } from "./bridge/use-data.ts";
import { useReminderNotices } from "./bridge/use-reminders.ts";
import { SelectionProvider } from "./bridge/use-selection.tsx";
import { useSettings, useSettingsNotices } from "./bridge/use-settings.ts";
import { SourceProvider } from "./bridge/use-source.tsx";
import { Frame } from "./frame/frame.tsx";
import { navigate, useHashPath, useHashQuery } from "./hash-location.ts";
import { createWords } from "./i18n/i18n.ts";
import { FailureBoundary } from "./parts/failure-boundary.tsx";
import { ReportDialogProvider } from "./parts/report-dialog.tsx";
import { routes } from "./routes.ts";
import { ImageScreen } from "./screens/image/image-screen.tsx";
import { ImagesScreen } from "./screens/images/images-screen.tsx";
import { LifecycleScreen } from "./screens/lifecycle/lifecycle-screen.tsx";
import { RemindersScreen } from "./screens/reminders/reminders-screen.tsx";
import { SettingsScreen } from "./screens/settings/settings-screen.tsx";
import { SurroundingsScreen } from "./screens/surroundings/surroundings-screen.tsx";
import { WaiversScreen } from "./screens/waivers/waivers-screen.tsx";
import { cssVariables, theme } from "./theme/mantine.ts";

export interface AppProps {
  readonly bridge: Bridge;
  readonly client: QueryClient;
  /** For the style elements that components add; the content security policy asks for it. */
  readonly styleNonce: string;
}

export function App({ bridge, client, styleNonce }: AppProps) {
  return (
    <QueryClientProvider client={client}>
      <BridgeContext.Provider value={bridge}>
        <FailureBoundary>
          <Suspense fallback={null}>
            <Look styleNonce={styleNonce}>
              <Router hook={useHashPath} searchHook={useHashQuery}>
                <SourceProvider>
                  <SelectionProvider>
                    <AuditProvider>
                      <ReportDialogProvider>
                        <ActionsProvider>
                          <Palette />
                          <Frame>
                            <Screens />
                          </Frame>
                        </ActionsProvider>
                      </ReportDialogProvider>
                    </AuditProvider>
                  </SelectionProvider>
                </SourceProvider>
              </Router>
            </Look>
          </Suspense>
        </FailureBoundary>
      </BridgeContext.Provider>
    </QueryClientProvider>
  );
}

/** Language, colour scheme and density, as settings and system say. */
function Look({ styleNonce, children }: { readonly styleNonce: string; readonly children: ReactNode }) {
  const info = useAppInfo();
  const { settings } = useSettings();
  useSettingsNotices();
  useDataNotices();
  useReminderNotices(openReminders);
  const systemScheme = useColorScheme("light", { getInitialValueInEffect: false });
  const scheme = settings.appearance === "system" ? systemScheme : settings.appearance;
  // What the app found for "system" when it started; known only if the settings did not name a language then.
  const systemLanguage = useRef(
    settings.language === "system" ? info.language : navigator.language.startsWith("de") ? "de" : "en",
  );
  const language = settings.language === "system" ? systemLanguage.current : settings.language;
  const words = useMemo(() => createWords(language), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset["density"] = settings.density;
  }, [language, settings.density]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      forceColorScheme={scheme}
      getStyleNonce={() => styleNonce}
    >
      <I18nextProvider i18n={words}>{children}</I18nextProvider>
    </MantineProvider>
  );
}

function openReminders(): void {
  navigate(routes.reminders);
}

function Screens() {
  return (
    <Switch>
      <Route path={routes.images}>
        <ImagesScreen />
      </Route>
      <Route path={routes.image}>{({ key }) => <ImageScreen imageKey={decoded(key)} />}</Route>
      <Route path={routes.surroundings}>
        <SurroundingsScreen />
      </Route>
      <Route path={routes.reminders}>
        <Suspense fallback={null}>
          <RemindersScreen />
        </Suspense>
      </Route>
      <Route path={routes.lifecycle}>
        <LifecycleScreen />
      </Route>
      <Route path={routes.waivers}>
        <WaiversScreen />
      </Route>
      <Route path={routes.settings}>
        <SettingsScreen />
      </Route>
      <Route>
        <Redirect to={routes.images} replace />
      </Route>
    </Switch>
  );
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // An address typed by hand may hold a bare percent sign; as written it simply names no image.
    return part;
  }
}
