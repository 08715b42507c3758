// Dates in a PDF: D:YYYYMMDDHHmmSS with Z or an offset. See ISO 32000-1, 7.9.4.

/** The instant, or null where the text is no full date. */
export function parsePdfDate(text: string): Date | null {
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z(?:00'?00'?)?|([+-])(\d\d)'(\d\d)'?)$/.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, sign, offsetHours, offsetMinutes] = match;
  const offset = sign === undefined ? "Z" : `${sign}${offsetHours}:${offsetMinutes}`;
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
  return Number.isNaN(at.getTime()) ? null : at;
}
