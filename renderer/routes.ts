// The places of the window and how their addresses are written.
export const imageParts = ["verdicts", "layers", "support", "contents"] as const;
export type ImagePart = (typeof imageParts)[number];

export const routes = {
  images: "/images",
  image: "/images/:key",
  surroundings: "/surroundings",
  lifecycle: "/lifecycle",
  reminders: "/reminders",
  waivers: "/waivers",
  settings: "/settings",
} as const;

/** The page of one image, by the source's key; `open` names the control to show unfolded. */
export function imagePlace(
  key: string,
  part: ImagePart = "verdicts",
  more: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams({ ...(part === "verdicts" ? {} : { part }), ...more }).toString();
  return `/images/${encodeURIComponent(key)}${query === "" ? "" : `?${query}`}`;
}

/** The part that an address names; anything unknown is the first. */
export function imagePartIn(query: string): ImagePart {
  const part = new URLSearchParams(query).get("part");
  return imageParts.find((known) => known === part) ?? "verdicts";
}

/** The page of what lies around the images; `subject` names the one in view, `open` its unfolded control. */
export function surroundingsPlace(more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(more).toString();
  return `${routes.surroundings}${query === "" ? "" : `?${query}`}`;
}
