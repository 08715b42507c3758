// Sample credentials of every kind and the places they are planted in. Prefixes are put together from pieces, so that no scanner
// finds one in this file either.
import { generateKeyPairSync } from "node:crypto";
import { age, base62, base64, digits, drawn, encoded, grafana, hex, join, summed, upper } from "./drawn-secret.ts";

const rsa = generateKeyPairSync("rsa", { modulusLength: 1024 }).privateKey;
const ec = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
const cipher = { cipher: "aes-256-cbc", passphrase: "x" };
const pkcs8 = String(rsa.export({ format: "pem", type: "pkcs8" })).trim();
const armour = (label: string, length: number) =>
  [
    join("-----BEGIN ", label, "-----"),
    ...(drawn(length, label, `${base62}+/`).match(/.{1,64}/g) ?? []),
    join("-----END ", label, "-----"),
  ].join("\n");
/** What of a block must not show: its second line. */
const inBlock = (block: string) => block.split("\n")[1] ?? block;

const password = drawn(14, "password");
const jwt = [encoded({ alg: "HS256", typ: "JWT" }), encoded({ iss: "api", exp: 4102444800 }), drawn(43, "jwt")].join(
  ".",
);
const putty = [
  join("PuTTY-User-", "Key-File-3: ssh-ed25519"),
  "Encryption: none",
  "Comment: me",
  "Public-Lines: 1",
  drawn(60, "public"),
  "Private-Lines: 1",
  drawn(48, "putty"),
  "Private-MAC: 00",
].join("\n");
const kubeconfig = (user: string) =>
  `apiVersion: v1\nkind: Config\nclusters: []\nusers:\n- name: admin\n  user:\n    ${user}\n`;

export interface Planted {
  readonly kind: string;
  /** What is written into the place. */
  readonly text: string;
  /** What must not be in any result. */
  readonly value: string;
  /** Where the file lies; any text file unless told. */
  readonly path?: string;
  /** What it is called outside that file, where the file's name does not tell. */
  readonly elsewhere?: string;
  /** Why it cannot be told outside its file. */
  readonly onlyFile?: string;
}

/** A token that is found by its own form, within an ordinary setting. */
const token = (
  kind: string,
  value: string,
  around: (value: string) => string = (each) => `setting ${each} end`,
): Planted => ({
  kind,
  value,
  text: around(value),
});
const key = (kind: string, block: string): Planted => ({ kind, text: block, value: inBlock(block) });
const known = (kind: string, path: string, value: string, text: string, more: Partial<Planted> = {}): Planted => ({
  kind,
  path,
  value,
  text,
  ...more,
});
const manyColons = "a list with colons is told by the name of its file only";

export const planted: readonly Planted[] = [
  key("private key (PKCS#8 PEM)", pkcs8),
  key("private key (RSA PEM)", String(rsa.export({ format: "pem", type: "pkcs1" })).trim()),
  key("private key (EC PEM)", String(ec.export({ format: "pem", type: "sec1" })).trim()),
  key("encrypted private key (PKCS#8 PEM)", String(rsa.export({ format: "pem", type: "pkcs8", ...cipher })).trim()),
  key("private key (OpenSSH)", armour("OPENSSH PRIVATE KEY", 400)),
  key("private key (DSA PEM)", armour("DSA PRIVATE KEY", 600)),
  key("private key (OpenPGP)", armour("PGP PRIVATE KEY BLOCK", 900)),
  { kind: "private key (PuTTY)", text: putty, value: drawn(48, "putty") },
  token("private key (PKCS#8 PEM), in base64", base64(`${pkcs8}\n`)),
  token("AWS access key id", join("AK", "IA", drawn(16, "aws", `${upper}234567`))),
  token("AWS secret access key", drawn(40, "aws secret", `${base62}/+`), (each) => `aws_secret_access_key = ${each}`),
  token("GitHub token", summed(join("gh", "p_"))),
  token("GitLab token", join("glp", "at-", drawn(20, "gitlab"))),
  token("Slack token", join("xo", "xb-", drawn(12, "s1", digits), "-", drawn(12, "s2", digits), "-", drawn(24, "s3"))),
  token("Slack webhook", drawn(24, "hook"), (each) => {
    return `https://hooks.slack.com/services/T${drawn(8, "t", upper)}/B${drawn(8, "b", upper)}/${each}`;
  }),
  token("Discord webhook", drawn(68, "discord"), (each) => {
    return `https://discord.com/api/webhooks/${drawn(18, "d", "123456789")}/${each}`;
  }),
  token("Stripe key", join("sk_", "live_", drawn(24, "stripe"))),
  token("Google API key", join("AI", "za", drawn(35, "google"))),
  token("Google OAuth client secret", join("GOC", "SPX-", drawn(28, "oauth"))),
  token("Google OAuth access token", join("ya", "29.", drawn(80, "access"))),
  token("Hugging Face token", join("h", "f_", drawn(34, "face"))),
  token("JSON Web Token", jwt),
  token(
    "Azure storage account key",
    `${drawn(86, "azure", `${base62}+/`)}==`,
    (each) => `AccountName=a;AccountKey=${each};`,
  ),
  token(
    "Azure shared access key",
    `${drawn(43, "bus", `${base62}+/`)}=`,
    (each) => `EntityPath=x;SharedAccessKey=${each}`,
  ),
  token(
    "Azure shared access signature",
    `${drawn(43, "sas")}%3D`,
    (each) => `https://a.blob.core.windows.net/c?sv=1&sig=${each}`,
  ),
  token("Azure client secret", join(drawn(3, "ac"), "8", "Q~", drawn(34, "acs"))),
  token("DigitalOcean token", join("dop_", "v1_", hex(64, "ocean"))),
  token("npm token", summed(join("np", "m_"))),
  token(
    "PyPI token",
    join(
      "py",
      "pi-",
      Buffer.concat([Buffer.from([2, 1, 8]), Buffer.from("pypi.org"), Buffer.from(drawn(60, "pypi"))]).toString(
        "base64url",
      ),
    ),
  ),
  token("RubyGems token", join("ruby", "gems_", hex(48, "gems"))),
  token("crates.io token", join("c", "io", drawn(32, "crates"))),
  token("Docker access token", join("dckr_", "pat_", drawn(27, "docker"))),
  token("Anthropic API key", join("sk-", "ant-", "api03-", drawn(93, "anthropic"), "AA")),
  token("OpenAI API key", join("sk-", "proj-", drawn(74, "o1"), "T3Blbk", "FJ", drawn(74, "o2"))),
  token("SendGrid API key", join("S", "G.", drawn(22, "sg1"), ".", drawn(43, "sg2"))),
  token("Mailgun API key", join("ke", "y-", hex(32, "mailgun"))),
  token("Vault token", join("hv", "s.", drawn(90, "vault"))),
  token("Terraform Cloud token", join(drawn(14, "tf1"), ".atlas", "v1.", drawn(67, "tf2"))),
  token("Telegram bot token", join(drawn(9, "tg", "123456789"), ":A", "AE", drawn(32, "telegram"))),
  token("New Relic key", join("NR", "AK-", drawn(27, "relic", upper + digits))),
  token("Grafana token", grafana()),
  token("Databricks token", join("da", "pi", hex(32, "bricks"))),
  token("Shopify token", join("shp", "at_", hex(32, "shop"))),
  token("Postman API key", join("PM", "AK-", hex(24, "p1"), "-", hex(34, "p2"))),
  token("Linear API key", join("lin_", "api_", drawn(40, "linear"))),
  token("Notion token", join("nt", "n_", drawn(11, "n1", digits), drawn(35, "n2"))),
  token("Supabase token", join("sb", "p_", hex(40, "supa"))),
  token("Tailscale key", join("ts", "key-auth-", drawn(17, "ts1"), "-", drawn(32, "ts2"))),
  token("Sentry token", join("sntr", "ys_", drawn(120, "sentry"))),
  token("JFrog API key", join("AK", "Cp", drawn(69, "jfrog"))),
  token("Atlassian token", join("ATAT", "T3x", drawn(180, "atlassian"))),
  token("age secret key", age()),
  token("Vercel token", join("vc", "p_", drawn(56, "vercel"))),
  token("Groq API key", join("gs", "k_", drawn(52, "groq"))),
  token("Figma token", join("fi", "gd_", drawn(40, "figma"))),
  token(
    "1Password service account token",
    join(
      "op",
      "s_",
      base64(
        JSON.stringify({ email: `${drawn(9, "1p")}@1passwordserviceaccounts.com`, key: drawn(120, "1p2") }),
      ).replace(/=+$/, ""),
    ),
  ),
  token("password in an address", password, (each) => `DATABASE postgres://app:${each}@db.internal:5432/app`),
  token(
    "registry credentials",
    base64(`robot:${password}`),
    (each) => `{"auths":{"registry.internal":{"auth": "${each}"}}}`,
  ),

  known(
    "npm registry token",
    "/root/.npmrc",
    hex(36, "npmrc"),
    `//registry.internal/:_authToken=${hex(36, "npmrc")}\n`,
    { elsewhere: "token" },
  ),
  known("netrc password", "/root/.netrc", password, `machine git.internal login me password ${password}\n`),
  known("PyPI password", "/root/.pypirc", password, `[pypi]\nusername = me\npassword = ${password}\n`, {
    elsewhere: "password",
  }),
  known(
    "registry credentials",
    "/root/.docker/config.json",
    base64(`me:${password}`),
    JSON.stringify({ auths: { "https://registry.internal": { auth: base64(`me:${password}`) } } }),
  ),
  known("kubeconfig token", "/root/.kube/config", drawn(40, "kube"), kubeconfig(`token: ${drawn(40, "kube")}`), {
    elsewhere: "token",
  }),
  known(
    "private key (PKCS#8 PEM), in base64",
    "/etc/app/kubeconfig.yaml",
    base64(pkcs8),
    kubeconfig(`client-key-data: ${base64(pkcs8)}`),
  ),
  known("kubeconfig password", "/srv/kubeconfig", password, kubeconfig(`password: ${password}`), {
    elsewhere: "password",
  }),
  known("password", "/root/.bash_history", password, `ls\nmysql --user=app --password=${password} app\n`),
  known(
    "password given to curl",
    "/home/me/.zsh_history",
    password,
    `: 1700000000:0;curl -u me:${password} https://api.internal/x\n`,
  ),
  known("password in SQL", "/root/.psql_history", password, `ALTER USER app WITH PASSWORD '${password}';\n`),
  known("password", "/srv/app/.env", password, `APP_NAME=x\nDB_PASSWORD=${password}\n`),
  known("key", "/srv/app/production.env", drawn(30, "env"), `API_KEY="${drawn(30, "env")}"\n`),
  known("password in an address", "/root/.git-credentials", password, `https://me:${password}@git.internal\n`),
  known("PostgreSQL password", "/root/.pgpass", password, `db.internal:5432:app:me:${password}\n`, {
    onlyFile: manyColons,
  }),
  known("MySQL password", "/root/.my.cnf", password, `[client]\nuser=me\npassword=${password}\n`, {
    elsewhere: "password",
  }),
  known(
    "AWS secret access key",
    "/root/.aws/credentials",
    drawn(40, "awsfile"),
    `[default]\naws_secret_access_key = ${drawn(40, "awsfile")}\n`,
  ),
  known(
    "Google credential",
    "/root/.boto",
    drawn(40, "boto"),
    `[Credentials]\ngs_oauth2_refresh_token = ${drawn(40, "boto")}\n`,
    { elsewhere: "token" },
  ),
  known(
    "npm registry token",
    "/srv/app/.yarnrc.yml",
    drawn(40, "yarn"),
    `npmRegistryServer: "https://registry.internal"\nnpmAuthToken: "${drawn(40, "yarn")}"\n`,
    { elsewhere: "token" },
  ),
  known(
    "Terraform token",
    "/root/.terraform.d/credentials.tfrc.json",
    drawn(50, "tfrcj"),
    JSON.stringify({ credentials: { "terraform.internal": { token: drawn(50, "tfrcj") } } }),
    { elsewhere: "token" },
  ),
  known("S3 secret key", "/root/.s3cfg", drawn(40, "s3"), `[default]\nsecret_key = ${drawn(40, "s3")}\n`, {
    elsewhere: "secret",
  }),
  known(
    "Google credential",
    "/root/.config/gcloud/application_default_credentials.json",
    drawn(50, "adc"),
    JSON.stringify({ client_id: "x", refresh_token: drawn(50, "adc"), type: "authorized_user" }),
    { elsewhere: "token" },
  ),
  known(
    "Azure credential",
    "/root/.azure/accessTokens.json",
    drawn(60, "az"),
    JSON.stringify([{ accessToken: drawn(60, "az"), tokenType: "Bearer" }]),
    { elsewhere: "token" },
  ),
  known(
    "Terraform token",
    "/root/.terraformrc",
    drawn(50, "tfrc"),
    `credentials "terraform.internal" {\n  token = "${drawn(50, "tfrc")}"\n}\n`,
    { elsewhere: "token" },
  ),
  known(
    "cargo registry token",
    "/root/.cargo/credentials.toml",
    drawn(40, "cargo"),
    `[registry]\ntoken = "${drawn(40, "cargo")}"\n`,
    { elsewhere: "token" },
  ),
  known("RubyGems key", "/root/.gem/credentials", hex(32, "gem"), `---\n:rubygems_api_key: ${hex(32, "gem")}\n`, {
    elsewhere: "key",
  }),
  known(
    "Composer credential",
    "/root/.composer/auth.json",
    password,
    JSON.stringify({ "http-basic": { "repo.internal": { username: "me", password } } }),
    { elsewhere: "password" },
  ),
  known(
    "Maven password",
    "/root/.m2/settings.xml",
    password,
    `<settings><servers><server><id>x</id><password>${password}</password></server></servers></settings>`,
    { elsewhere: "password" },
  ),
  known("password", "/root/.gradle/gradle.properties", password, `signing.password=${password}\n`),
  known(
    "password hash",
    "/etc/nginx/.htpasswd",
    drawn(22, "apr1"),
    `me:$apr1$${drawn(8, "salt")}$${drawn(22, "apr1")}\n`,
  ),
  known(
    "WordPress database password",
    "/var/www/html/wp-config.php",
    password,
    `<?php\ndefine( 'DB_PASSWORD', '${password}' );\n`,
    { elsewhere: "password" },
  ),
  known(
    "password",
    "/srv/app/config/database.yml",
    password,
    `production:\n  adapter: postgresql\n  password: ${password}\n`,
  ),
  known("Vault token", "/root/.vault-token", `s.${drawn(24, "vt")}`, `s.${drawn(24, "vt")}\n`, {
    onlyFile: "an old token of Vault has no form of its own",
  }),
  {
    kind: "private key (DER)",
    text: ec.export({ format: "der", type: "pkcs8" }).toString("latin1"),
    value: ec.export({ format: "der", type: "pkcs8" }).toString("latin1"),
    path: "/etc/tls/server.key",
    onlyFile: "an image config holds text and no octets",
  },
];
