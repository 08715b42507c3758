// Serves the bridge contract, once for all channels: the sender is our page, the input is parsed, the answer is always a
// Result, and what goes out is parsed as well, so that neither side trusts a type.
import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, type WebContents } from "electron";
import type { NoticeName } from "../../../shared/ipc/channels.ts";
import { contract, type Handlers, type StreamEventOf } from "../../../shared/ipc/contract.ts";
import type { Result } from "../../../shared/model/failure.ts";
import { isOwnAddress } from "../app-address.ts";
import { answer, isKind, refused } from "./answer.ts";
import { wire } from "./wire.ts";

export interface ServedBridge {
  notify<K extends NoticeName>(channel: K, value: StreamEventOf<K>): void;
  /** Cancels every stream, as when the window closes. */
  cancelAll(): void;
}

type AskHandler = (input: unknown) => Promise<unknown>;
type StreamHandler = (input: unknown, emit: (event: unknown) => void, signal: AbortSignal) => Promise<unknown>;

/** Answers calls of `page` alone; `report` hears of refused senders and of failures that nobody expected. */
export function serveBridge(
  page: WebContents,
  handlers: Handlers<AbortSignal>,
  report: (line: string) => void,
): ServedBridge {
  const streams = new Map<number, AbortController>();

  const isOurs = (event: IpcMainInvokeEvent | IpcMainEvent): boolean => {
    const frame = event.senderFrame;
    const ours = event.sender === page && frame !== null && frame === page.mainFrame && isOwnAddress(frame.url);
    if (!ours) report(`refused a message from ${frame?.url ?? "a frame that is gone"}`);
    return ours;
  };

  ipcMain.handle(wire.ask, async (event, channel: unknown, input: unknown): Promise<Result<unknown>> => {
    if (!isOurs(event)) return refused();
    if (!isKind(channel, "ask")) return refused();
    const handler = handlers[channel] as AskHandler;
    return answer(channel, input, report, (parsed) => handler(parsed));
  });

  ipcMain.handle(
    wire.stream,
    async (event, channel: unknown, call: unknown, input: unknown): Promise<Result<unknown>> => {
      if (!isOurs(event)) return refused();
      if (!isKind(channel, "stream") || typeof call !== "number" || streams.has(call)) return refused();
      const controller = new AbortController();
      streams.set(call, controller);
      const handler = handlers[channel] as StreamHandler;
      const emit = (value: unknown): void => {
        if (!page.isDestroyed()) page.send(wire.event, call, contract[channel].event.parse(value));
      };
      try {
        return await answer(channel, input, report, (parsed) => handler(parsed, emit, controller.signal));
      } finally {
        streams.delete(call);
      }
    },
  );

  ipcMain.on(wire.cancel, (event, call: unknown) => {
    if (isOurs(event) && typeof call === "number")
      streams.get(call)?.abort(new DOMException("cancelled", "AbortError"));
  });

  return {
    notify(channel, value) {
      if (!page.isDestroyed()) page.send(wire.notice, channel, contract[channel].event.parse(value));
    },
    cancelAll() {
      for (const controller of streams.values()) controller.abort(new DOMException("cancelled", "AbortError"));
    },
  };
}
