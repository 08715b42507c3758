// The bridge: one frozen object that loops over the channel table. It knows names and kinds, no schema and no logic.
import { contextBridge, type IpcRendererEvent, ipcRenderer } from "electron";
import { type ChannelName, channels } from "../../shared/ipc/channels.ts";
import { wire } from "./ipc/wire.ts";

type Listener = (value: unknown) => void;

function kindOf(channel: unknown): "ask" | "stream" | "notice" | undefined {
  return typeof channel === "string" && Object.hasOwn(channels, channel) ? channels[channel as ChannelName] : undefined;
}

let nextCall = 0;

const bridge = {
  ask: (channel: unknown, input: unknown): Promise<unknown> => {
    if (kindOf(channel) !== "ask") return Promise.reject(new TypeError("no such question"));
    return ipcRenderer.invoke(wire.ask, channel, input);
  },

  subscribe: (channel: unknown, input: unknown, onEvent: Listener, onEnd: Listener): (() => void) => {
    if (kindOf(channel) !== "stream") throw new TypeError("no such stream");
    nextCall += 1;
    const call = nextCall;
    const listener = (_event: IpcRendererEvent, number: number, value: unknown): void => {
      if (number === call) onEvent(value);
    };
    ipcRenderer.on(wire.event, listener);
    void ipcRenderer
      .invoke(wire.stream, channel, call, input)
      .then(onEnd)
      .finally(() => ipcRenderer.removeListener(wire.event, listener));
    return () => ipcRenderer.send(wire.cancel, call);
  },

  listen: (channel: unknown, onEvent: Listener): (() => void) => {
    if (kindOf(channel) !== "notice") throw new TypeError("no such notice");
    const listener = (_event: IpcRendererEvent, name: unknown, value: unknown): void => {
      if (name === channel) onEvent(value);
    };
    ipcRenderer.on(wire.notice, listener);
    return () => ipcRenderer.removeListener(wire.notice, listener);
  },
};

contextBridge.exposeInMainWorld("plimsoll", Object.freeze(bridge));
