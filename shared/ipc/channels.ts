// Names and kinds of everything that crosses the bridge. No schema here, so that the preload script stays tiny.
// ask = one answer; stream = events, then one answer, cancellable; notice = from the main process, unasked.
export const channels = {
  "app.info": "ask",
  "settings.get": "ask",
  "settings.set": "ask",
  "settings.changed": "notice",
  "controls.list": "ask",
  "images.list": "ask",
  "audit.run": "stream",
  "audit.get": "ask",
  "surroundings.get": "ask",
  "waivers.list": "ask",
  "waivers.add": "ask",
  "waivers.approve": "ask",
  "waivers.renew": "ask",
  "waivers.revoke": "ask",
  "answers.list": "ask",
  "answers.add": "ask",
  "answers.revoke": "ask",
  "entitlements.list": "ask",
  "entitlements.choices": "ask",
  "entitlements.add": "ask",
  "entitlements.remove": "ask",
  "reminders.list": "ask",
  "reminders.due": "ask",
  "reminders.snooze": "ask",
  "reminders.done": "ask",
  "reminders.undo": "ask",
  "reminders.sample": "ask",
  "reminders.changed": "notice",
  "reminders.open": "notice",
  "desktop.state": "ask",
  "lifecycle.timeline": "ask",
  "calendar.export": "ask",
  "review.get": "ask",
  "review.set": "ask",
  "review.export": "stream",
  "data.status": "ask",
  "data.refresh": "stream",
  "data.import": "ask",
  "data.changed": "notice",
  "report.export": "stream",
  "report.reveal": "ask",
  "clipboard.write": "ask",
} as const;

export type ChannelKind = "ask" | "stream" | "notice";
export type Channels = typeof channels;
export type ChannelName = keyof Channels;
export type AskName = { [K in ChannelName]: Channels[K] extends "ask" ? K : never }[ChannelName];
export type StreamName = { [K in ChannelName]: Channels[K] extends "stream" ? K : never }[ChannelName];
export type NoticeName = { [K in ChannelName]: Channels[K] extends "notice" ? K : never }[ChannelName];
