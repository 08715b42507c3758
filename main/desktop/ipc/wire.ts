// The five names under which messages travel between preload and serve; the channel is an argument.
export const wire = {
  ask: "plimsoll:ask",
  stream: "plimsoll:stream",
  event: "plimsoll:event",
  cancel: "plimsoll:cancel",
  notice: "plimsoll:notice",
} as const;
