// The composition root of the window.
import "./theme/fonts.css";
import "./theme/mantine.css";
import "./theme/tokens.css";
import "./theme/base.css";
import { QueryClient } from "@tanstack/react-query";
import { setNonce } from "get-nonce";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";

const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
setNonce(styleNonce);

// Everything is asked from this machine: no network to wait for, and a failure is shown at once, not tried again unseen.
const client = new QueryClient({
  defaultOptions: {
    queries: { retry: false, networkMode: "always", refetchOnWindowFocus: false },
    mutations: { networkMode: "always" },
  },
});

const bridge = window.plimsoll;
const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
if (bridge === undefined) {
  root.textContent = "This page is a part of the Plimsoll app and shows nothing outside of it.";
} else {
  createRoot(root).render(
    <StrictMode>
      <App bridge={bridge} client={client} styleNonce={styleNonce} />
    </StrictMode>,
  );
}
