// Makes attacker-controlled text (labels, env values, history, paths) harmless where it is shown in a terminal, a log, a
// report or a one-line message.

/** Control, format and bidirectional characters as visible escapes; longer text is cut and says so. */
export function plainText(text: string, maxLength = 400): string {
  const visible = text.replace(
    /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return visible.length > maxLength ? `${visible.slice(0, maxLength)}… (${visible.length} characters)` : visible;
}
