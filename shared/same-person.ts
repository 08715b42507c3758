// Whether two names mean one person, as far as names can tell.

/** Case, white space and the encoding of accents do not make another person. */
export function isSamePerson(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(name: string): string {
  return name.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
}
