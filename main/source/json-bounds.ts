// Bounds on JSON that is looked at before it is parsed: a few megabytes of brackets become a hundred times as much memory
// once they are objects, and as much again when each is found not to fit a schema.

export interface JsonBounds {
  /** Strings, numbers, words, lists and objects in all, and members of objects. */
  readonly values: number;
  /** Brackets inside each other. */
  readonly depth: number;
}

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;

/**
 * Why a text is over the bounds, as the end of a sentence; null when it is within them. Nothing is said of whether it is
 * JSON: of what is none, the parser stops at the first byte that does not fit.
 */
export function overBounds(json: Uint8Array, { values, depth }: JsonBounds): string | null {
  let count = 1;
  let open = 0;
  for (let at = 0; at < json.length; at++) {
    switch (json[at]) {
      case quote:
        at = endOfText(json, at + 1);
        break;
      case comma:
      case colon:
        count++;
        break;
      case 0x5b:
      case 0x7b:
        count++;
        open++;
        if (open > depth) return `is nested deeper than ${depth} levels`;
        break;
      case 0x5d:
      case 0x7d:
        open--;
        break;
      default:
        continue;
    }
    if (count > values) return `holds more than ${values} values`;
  }
  return null;
}

/** The place of the quote that ends the text which begins at `from`; the end of the bytes where there is none. */
function endOfText(json: Uint8Array, from: number): number {
  for (let at = from; at < json.length; at++) {
    const byte = json[at];
    if (byte === backslash) at++;
    else if (byte === quote) return at;
  }
  return json.length;
}
