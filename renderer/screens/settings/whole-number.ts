// Whole numbers as people type them.

/** The number that a text is, where it is a whole one between `least` and `most`; else null. */
export function wholeNumberIn(text: string, least: number, most: number): number | null {
  if (!/^\d{1,9}$/.test(text.trim())) return null;
  const number = Number(text);
  return number >= least && number <= most ? number : null;
}
