// Private key blocks in text: PEM (RFC 7468, RFC 1421), OpenSSH, OpenPGP armour (RFC 9580, section 6.2) and PuTTY's own
// format. A block counts only with a body: man pages, tests and source code that merely name the header do not.

export interface KeyBlock {
  readonly kind: string;
  /** Offset behind the block, from the offset of its header. */
  readonly length: number;
}

/** What every block of interest begins with. */
export const pemHeader = "-----BEGIN ";
export const puttyHeader = "PuTTY-User-Key-File-";
/** No private key is longer; of a longer block the rest stays unread. */
export const maximumBlock = 32 * 1024;

const pemLabel = /^-----BEGIN ((?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?)-----/;
/** Shortest body of a real key: Ed25519 in PKCS#8 is 48 octets, 64 characters. */
const shortestBody = 60;

const kinds: Readonly<Record<string, string>> = {
  "PRIVATE KEY": "private key (PKCS#8 PEM)",
  "ENCRYPTED PRIVATE KEY": "encrypted private key (PKCS#8 PEM)",
  "RSA PRIVATE KEY": "private key (RSA PEM)",
  "EC PRIVATE KEY": "private key (EC PEM)",
  "DSA PRIVATE KEY": "private key (DSA PEM)",
  "OPENSSH PRIVATE KEY": "private key (OpenSSH)",
  "PGP PRIVATE KEY BLOCK": "private key (OpenPGP)",
};

/** So many characters tell whether a header is one of a private key. */
export const headerReach = 64;

/** Whether a header, given its first `headerReach` characters, is one of a private key and not of a certificate. */
export function mayBeginKey(head: string): boolean {
  return head.startsWith(puttyHeader) || pemLabel.test(head);
}

/** The key block that begins at the start of `text`; null when there is none with a body that looks real. */
export function keyBlockAt(text: string): KeyBlock | null {
  return text.startsWith(pemHeader) ? pemBlock(text) : text.startsWith(puttyHeader) ? puttyBlock(text) : null;
}

/** What a PEM header looks like in base64: Kubernetes keeps keys so, in a kubeconfig as in a secret. */
export const encodedHeader = "LS0tLS1CRUdJTi";
/** No such key is longer. */
export const maximumEncoded = 16 * 1024;

/** The private key in base64 that begins at the start of `text`; its length is that of the base64. */
export function encodedKeyAt(text: string): KeyBlock | null {
  const head = text.slice(0, 200);
  // One right behind another leaves no room for a key; without this, a text of nothing else would take long.
  if (!mayBeginKey(Buffer.from(head.slice(0, 88), "base64").toString("latin1"))) return null;
  if (head.includes(encodedHeader, 1)) return null;
  const encoded = /^[A-Za-z0-9+/]{80,}={0,2}/.exec(text.slice(0, maximumEncoded))?.[0] ?? "";
  const block = keyBlockAt(Buffer.from(encoded, "base64").toString("latin1"));
  return block === null ? null : { kind: `${block.kind}, in base64`, length: encoded.length };
}

function pemBlock(text: string): KeyBlock | null {
  const header = pemLabel.exec(text);
  if (header === null) return null;
  const [line, label = ""] = header;
  const footer = `-----END ${label}-----`;
  const nextHeader = text.indexOf(pemHeader, line.length);
  const limit = nextHeader < 0 ? Math.min(text.length, maximumBlock) : nextHeader;
  const footerAt = text.indexOf(footer, line.length);
  const end = footerAt <= limit ? footerAt : -1;
  const inner = text.slice(line.length, end < 0 ? limit : end);
  const body = base64Of(inner);
  if (body.length < shortestBody || new Set(body.slice(0, 64)).size < 12) return null;
  const encrypted = /ENCRYPTED/.test(inner.slice(0, 200)) && !label.startsWith("ENCRYPTED");
  const kind = kinds[label] ?? "private key (PEM)";
  return {
    kind: encrypted ? `encrypted ${kind}` : kind,
    length: end < 0 ? line.length + inner.length : end + footer.length,
  };
}

/** The leading base64 of a block's inside, without line ends (also written as `\n`), indents and armour headers. */
function base64Of(inner: string): string {
  const lines = inner.replace(/\\[rn]/g, "\n").split(/[\r\n]+/);
  let body = "";
  for (const line of lines) {
    const text = line.trim().replace(/^["'+\s]+|["'+,;\s\\]+$/g, "");
    if (text === "" || /^[A-Za-z][\w-]*: /.test(text)) continue;
    const piece = /^[A-Za-z0-9+/]+={0,2}/.exec(text)?.[0] ?? "";
    body += piece;
    if (piece.length !== text.length) break;
  }
  return body.replace(/=+$/, "");
}

function puttyBlock(text: string): KeyBlock | null {
  if (!/^PuTTY-User-Key-File-[23]: \S+/.test(text)) return null;
  const lines = /\nPrivate-Lines: (\d{1,4})\r?\n/.exec(text);
  if (lines === null) return null;
  const from = lines.index + lines[0].length;
  const body = /^(?:[A-Za-z0-9+/=]{1,100}\r?\n?){1,400}/.exec(text.slice(from))?.[0] ?? "";
  if (body.replace(/\s/g, "").length < 32) return null;
  const encrypted = !/\nEncryption: none\r?\n/.test(text);
  return { kind: `${encrypted ? "encrypted " : ""}private key (PuTTY)`, length: from + body.trimEnd().length };
}
