// Tells a credential from something that only stands for one. In files, unlike in an image's own config, most of what looks
// like a token is documentation; it gives itself away by its content.

/** Words that samples carry and that no random token is likely to. */
const sampleWord =
  /example|sample|dummy|redacted|placeholder|change_?me|replace_?me|insert|your[_-]?(?:token|key|secret|api|pass)|xxxx|\*\*\*|\.\.\.|1234567|abcdef|qwerty|deadbeef|(.)\1{7}/i;

/**
 * Whether a value of a fixed form looks as if it was drawn at random. `bits` is the least mean entropy of a character
 * (Shannon), 3 unless told; values of hexadecimal digits have less.
 */
export function looksDrawn(value: string, bits = 3): boolean {
  return !sampleWord.test(value) && entropyOf(value) >= bits;
}

/** Whether a value that somebody may have thought up is no word of a manual. */
export function looksChosen(value: string): boolean {
  return value.length >= 4 && !sampleWord.test(value) && !manualWord.test(value) && new Set(value).size >= 3;
}

const manualWord =
  /^(?:my|the|some|a|new|old|db|user|test|api|api-)?[-_]?(?:pass(?:w(?:or)?d|phrase|code|wort)?|passwd|pwd|pw|secret|token|key|apikey|credentials?|value|string|user(?:name)?|login|auth|foo|bar|baz|foobar|hunter2|hidden|none|null|default|here|password_here|secret_here|repopwd|proxypass|guest|anon(?:ymous|cvs|svn)?|(?:p|ext)server:.*)[-_]?(?:here|\d{0,3})$/i;

/** Mean bits a character, by how often each stands in the text itself; 0 for no text. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
