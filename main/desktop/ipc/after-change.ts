// Handlers after which something else is to happen: what a window changes can be what others rest on.

type Handler = (...call: never[]) => Promise<unknown>;

/** The same handlers, where `run` is called after each answer on one of `channels` that was no failure. */
export function afterChange<T extends { readonly [K in keyof T]: Handler }>(
  handlers: T,
  channels: readonly (keyof T & string)[],
  run: () => void,
): T {
  const all: { [channel: string]: Handler } = { ...handlers };
  for (const channel of channels) {
    const handler: Handler = handlers[channel];
    all[channel] = async (...call) => {
      const answer = await handler(...call);
      run();
      return answer;
    };
  }
  return all as unknown as T;
}
