// The name rule: a value under a name that says password, secret, token or key is a secret, unless it is empty, a
// placeholder, a path or a version. The exceptions are the false alarms that other scanners are known for.

const strong = /(?:passwords?|passwd|passphrase|passwort|secrets?|tokens?|credentials?|apikeys?)$/;
const strongShort = new Set(["pass", "pwd", "pw", "psw", "pat", "creds", "cred", "passcode"]);
const keyWord =
  /^(?:(?:api|access|secret|private|priv|auth|encryption|signing|account|master|license|app|ssh|aws|storage|shared|client|server|deploy|service)?keys?)$/;
/** Names of public things, and of the packages and programs that deal with secrets. */
const publicWord = /^(?:gpg|pgp|pub|public|pubkeys?|gpgkeys?|pgpkeys?|fingerprints?|keyids?|keyrings?|keyservers?)$/;
const privateWord = /^(?:private|secret|priv|passphrase|password)/;
/** A last word that says the value is about the secret, not the secret itself. */
const about = new Set(
  (
    "length len size ttl expiry expires expiration lifetime timeout interval age days count limit algorithm algo alg type " +
    "format file files path dir directory location enabled disabled required policy version sha1 sha256 sha384 sha512 " +
    "md5 checksum digest fingerprint fingerprints header prefix id ids server servers ring rings exchange name names alias " +
    "helper manager provider backend vault store issuer audience scope scopes arn endpoint"
  ).split(" "),
);

/** What a name says: `password` for words that never mean anything public, `key` for `key` alone, null for no secret. */
export function secretWordOf(name: string): "password" | "key" | null {
  const words = wordsOf(name);
  const last = words.at(-1);
  if (last === undefined) return null;
  const isPassword = words.some((word) => strong.test(word) || strongShort.has(word));
  const isKey = words.some((word) => keyWord.test(word));
  if (!isPassword && !isKey) return null;
  if (words.length > 1 && about.has(last)) {
    // An AWS_ACCESS_KEY_ID is half of a credential, a KEY_ID or a TOKEN_ID is a name.
    if (!(last === "id" && words.includes("access"))) return null;
  }
  if (words.some((word) => publicWord.test(word)) && !words.some((word) => privateWord.test(word))) return null;
  return isPassword ? "password" : "key";
}

/** What a value is called that only its name gives away. */
export function kindOfName(name: string): string {
  const words = wordsOf(name).reverse();
  const kinds = [
    ["passphrase", /passphrase$/],
    ["password", /(?:passwords?|passwd|passwort|pass|pwd|pw|psw|passcode)$/],
    ["token", /(?:tokens?|pat)$/],
    ["secret", /secrets?$/],
    ["credential", /(?:credentials?|creds?)$/],
  ] as const;
  return kinds.find(([, form]) => words.some((word) => form.test(word)))?.[0] ?? "key";
}

const longestHarmless = 4096;

/** Whether a value under such a name is none: empty, a placeholder, a switch, a path, an address, a version, a digest. */
export function isHarmlessValue(value: string, word: "password" | "key"): boolean {
  // No placeholder, path or version is that long, and the expressions below are not made for long texts.
  if (value.length > longestHarmless) return false;
  const bare = value.trim().replace(/^(["'])(.*)\1$/s, "$2");
  if (bare === "" || isPlaceholder(bare) || isPath(bare) || isAddress(bare) || isVersion(bare)) return true;
  if (/^(?:true|false|yes|no|on|off|null|none|nil|undefined|unset|optional|required|disabled|enabled)$/i.test(bare)) {
    return true;
  }
  // A short number under KEY_LENGTH's cousins is a setting; four digits and more under a password are one.
  if (/^[-+]?\d+(?:\.\d+)?(?:ms|s|m|h|d)?$/.test(bare) && !(word === "password" && /^\d{4,}$/.test(bare))) return true;
  if (/^sha(?:1|256|384|512):[0-9a-f]{40,128}$/i.test(bare)) return true;
  return word === "key" && isFingerprint(bare);
}

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());
}

function isPlaceholder(value: string): boolean {
  return (
    /^\$(?:[A-Za-z_]|\{|\(|.?$)/s.test(value) ||
    /^(?:`.*`?|%\w+%|\{\{.*\}\}|<[^<>]*>|\[[^[\]]*\]|@\w+@|__\w+__)$/s.test(value) ||
    /^(?:x+|\*+|\.+|-+|_+|#+|\?+)$/i.test(value) ||
    /^(?:<secret: .*>)$/.test(value) ||
    /^(?:change[-_ ]?(?:me|it|this)(?![a-z]).*|replace[-_ ]?(?:me|this|with)(?![a-z]).*|your[-_ ].*|insert[-_ ].*|put[-_ ].*[-_ ]here|placeholder|redacted|masked|hidden|dummy|todo|tbd|fixme|n\/?a|value|not[-_ ]?set|set[-_ ]?me)$/i.test(
      value,
    )
  );
}

function isPath(value: string): boolean {
  if (
    /^[\w.@+-]+\.(?:pem|key|crt|cer|pub|gpg|asc|p12|pfx|jks|json|ya?ml|txt|conf|cfg|ini|toml|properties|env)$/i.test(
      value,
    )
  ) {
    return true;
  }
  if (!/^(?:~|\.{1,2}|[A-Za-z]:)?[/\\][^\s]*$/.test(value)) return false;
  // Base64 may begin with a slash; no folder has such a name.
  return !value
    .split(/[/\\]/)
    .some((part) => part.length >= 24 && /[a-z]/.test(part) && /[A-Z]/.test(part) && /\d/.test(part));
}

function isAddress(value: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\/[^\s@?]*$/i.test(value) || /^(?:arn|vault|secret|env|file):[\w:/.@-]+$/i.test(value);
}

/** Versions and package pins: `1.2.3`, `v2`, `=1:4.13+dfsg1-1`, `~=2.0.*`. */
function isVersion(value: string): boolean {
  return (
    /^[=<>~^!]*v?(?:\d+:)?\d+(?:\.(?:\d+|\*|x))+(?:[-+.~_a-z]{1,2}[\w.+~*-]*)?$/i.test(value) ||
    /^[=<>~^!]*v\d+$/i.test(value)
  );
}

/** One or more OpenPGP fingerprints or key ids, upper case as gpg prints them, or with 0x. */
function isFingerprint(value: string): boolean {
  return value.split(/[\s,]+/).every((part) => /^(?:0x[0-9A-Fa-f]{8,40}|[0-9A-F]{16}|[0-9A-F]{40})$/.test(part));
}
