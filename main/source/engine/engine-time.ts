// Times in the engine's answers. Go's zero time, the year 1, is how engines say that there is none.

const goZeroSeconds = -62_135_596_800;
const latestSeconds = 8_640_000_000_000;

/** RFC 3339 text as it stands; null for none and for the zero time. */
export function timeOfText(text: string | null | undefined): string | null {
  return text && !text.startsWith("0001-") ? text : null;
}

/** Seconds since 1970 as RFC 3339; null for none, the zero time, and what no date can be. */
export function timeOfSeconds(seconds: number | null | undefined): string | null {
  if (seconds === null || seconds === undefined || seconds <= goZeroSeconds || seconds > latestSeconds) return null;
  return new Date(seconds * 1000).toISOString();
}
