// Values that are secrets by their own form: the published prefixes, alphabets and lengths of tokens. secretlint knows some
// of these too; what stands here does not depend on its rules and is linear in the text. A row with `anchors` is also looked
// for in the bodies of files, see body-rules.ts; the others are too common there (a hash, a header) or have no fixed text.
import { isAgeKey, isChecksummed, isGrafanaToken, isPypiToken, isWebToken } from "./token-checksums.ts";

export interface TokenPattern {
  readonly kind: string;
  /** With the flags `g` and `d`; group 1, where there is one, is the secret part. */
  readonly pattern: RegExp;
  /** Fixed texts (three characters or more) of which every match has one, `back` characters behind its start. */
  readonly anchors?: readonly string[];
  readonly back?: number;
  /** Longest match, in characters; 300 unless told. */
  readonly reach?: number;
  /** What a match in a file must bear besides: a checksum, or less entropy than `looksDrawn` asks for. */
  readonly isReal?: (value: string) => boolean;
  /** Least entropy of a character in a file, in bits; values of hexadecimal digits have less than others. */
  readonly bits?: number;
}

type More = Omit<TokenPattern, "kind" | "pattern" | "anchors"> & { readonly flags?: string };
const edge = "(?<![A-Za-z0-9_-])";
const hex = { bits: 2.6 } as const;

function inside(kind: string, anchors: string, source: string, { flags = "dg", ...more }: More = {}): TokenPattern {
  const list = anchors.split(" ").filter((anchor) => anchor !== "");
  return { kind, pattern: new RegExp(source, flags), ...(list.length === 0 ? {} : { anchors: list }), ...more };
}
/** A token that nothing of its own alphabet precedes. `anchors` are parted by blanks. */
function token(kind: string, anchors: string, source: string, more: More = {}): TokenPattern {
  return inside(kind, anchors, `${edge}(?:${source})`, more);
}

export const tokenPatterns: readonly TokenPattern[] = [
  token("AWS access key id", "AKIA ASIA ABIA ACCA", "(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9/+=])"),
  token(
    "GitHub token",
    "ghp_ gho_ ghu_ ghs_ ghr_ github_pat_",
    "gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{22,255}",
    { isReal: isChecksummed },
  ),
  token(
    "GitLab token",
    "glpat- gldt- glrt- glcbt- glptt- glft- glsoat- glimt- glagent- gloas- GR1348941",
    "gl(?:pat|dt|rt|cbt|ptt|ft|soat|imt|agent|oas)-[\\w-]{20,100}|GR1348941[\\w-]{20}",
  ),
  token(
    "Slack token",
    "xoxa- xoxb- xoxe- xoxo- xoxp- xoxr- xoxs- xapp-",
    "xox[abeoprs]-[A-Za-z0-9-]{10,200}|xapp-\\d-[A-Za-z0-9-]{20,200}",
  ),
  inside(
    "Slack webhook",
    "hooks.slack.com/services/",
    "hooks\\.slack\\.com/services/(T[A-Z0-9]{6,}/B[A-Z0-9]{6,}/[A-Za-z0-9]{16,})",
  ),
  inside(
    "Discord webhook",
    "discord.com/api/webhooks/ discordapp.com/api/webhooks/",
    "discord(?:app)?\\.com/api/webhooks/(\\d{16,20}/[\\w-]{60,80})",
  ),
  token(
    "Stripe key",
    "sk_live_ rk_live_ sk_test_ rk_test_ whsec_",
    "(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,200}|whsec_[A-Za-z0-9+/=]{24,100}",
  ),
  token("Google API key", "AIza", "AIza[\\w-]{35}"),
  token("Google OAuth client secret", "GOCSPX-", "GOCSPX-[\\w-]{28}"),
  token("Google OAuth access token", "ya29.", "ya29\\.[\\w-]{30,500}", { reach: 600 }),
  token("Hugging Face token", "hf_", "hf_[A-Za-z0-9]{30,60}"),
  token("JSON Web Token", "", "eyJ[\\w-]{8,4000}\\.eyJ[\\w-]{8,8000}\\.[\\w-]{16,2000}", { isReal: isWebToken }),
  inside("Azure storage account key", "AccountKey=", "AccountKey=([A-Za-z0-9+/]{86}==)", { flags: "dgi" }),
  inside("Azure shared access key", "SharedAccessKey=", "SharedAccessKey=([A-Za-z0-9+/]{43}=)", { flags: "dgi" }),
  inside("Azure shared access signature", "?sig= &sig=", "[?&]sig=([A-Za-z0-9%+/=]{40,200})"),
  token("Azure client secret", "8Q~", "[A-Za-z0-9_~.-]{3}8Q~[A-Za-z0-9_~.-]{31,34}", { back: 3 }),
  token("DigitalOcean token", "dop_v1_ doo_v1_ dor_v1_", "do[opr]_v1_[a-f0-9]{64}", hex),
  token("npm token", "npm_", "npm_[A-Za-z0-9]{36}", { isReal: isChecksummed }),
  token("PyPI token", "pypi-AgE", "pypi-AgE[\\w-]{50,500}", { reach: 600, isReal: isPypiToken }),
  token("RubyGems token", "rubygems_", "rubygems_[a-f0-9]{48}", hex),
  token("crates.io token", "", "cio[A-Za-z0-9]{32}(?![A-Za-z0-9])"),
  token("Docker access token", "dckr_pat_ dckr_oat_", "dckr_(?:pat|oat)_[\\w-]{20,80}"),
  token("Anthropic API key", "sk-ant-", "sk-ant-[\\w-]{20,200}"),
  token(
    "OpenAI API key",
    "sk-",
    "sk-(?:proj|svcacct|admin)-[\\w-]{20,250}|sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}|sk-[A-Za-z0-9]{48}",
  ),
  token("SendGrid API key", "SG.", "SG\\.[\\w-]{22}\\.[\\w-]{43}"),
  token("Mailgun API key", "key-", "key-[a-f0-9]{32}(?![a-f0-9])", hex),
  token("Twilio API key", "", "SK[a-f0-9]{32}(?![a-f0-9])", hex),
  token("Vault token", "hvs. hvb. hvr.", "hv[sbr]\\.[\\w-]{24,300}", { reach: 400 }),
  token("Terraform Cloud token", ".atlasv1.", "[A-Za-z0-9]{14}\\.atlasv1\\.[\\w-]{60,80}", { back: 14 }),
  token("Telegram bot token", "", "\\d{8,10}:AA[\\w-]{33}(?![\\w-])"),
  token("New Relic key", "NRAK-", "NRAK-[A-Z0-9]{27}"),
  token("Grafana token", "glsa_", "glsa_[A-Za-z0-9]{32}_[a-f0-9]{8}", { isReal: isGrafanaToken }),
  token("Grafana token", "glc_", "glc_[A-Za-z0-9+/=]{32,400}", { reach: 500 }),
  token("Databricks token", "dapi", "dapi[a-f0-9]{32}(?![a-f0-9])", hex),
  token("Shopify token", "shpat_ shpca_ shppa_ shpss_", "shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}", hex),
  token("Postman API key", "PMAK-", "PMAK-[a-f0-9]{24}-[a-f0-9]{34}", hex),
  token("Linear API key", "lin_api_", "lin_api_[A-Za-z0-9]{32,64}"),
  token("Notion token", "ntn_ secret_", "ntn_[A-Za-z0-9]{40,60}|secret_[A-Za-z0-9]{43}(?![A-Za-z0-9])"),
  token("Supabase token", "sbp_", "sbp_[a-f0-9]{40}", hex),
  token("Tailscale key", "tskey-", "tskey-[a-z]+-[A-Za-z0-9]{8,40}-[A-Za-z0-9]{16,60}"),
  token("Sentry token", "sntrys_ sntryu_", "sntry[su]_[A-Za-z0-9+/=_-]{40,300}", { reach: 400 }),
  token("JFrog API key", "AKCp", "AKCp[A-Za-z0-9]{69,80}"),
  token("Atlassian token", "ATATT3x", "ATATT3x[\\w=-]{60,250}"),
  token("age secret key", "AGE-SECRET-KEY-1", "AGE-SECRET-KEY-1[A-Z0-9]{58}", { isReal: isAgeKey }),
  token("Vercel token", "vcp_ vci_ vca_ vcr_ vck_", "vc[piark]_[A-Za-z0-9]{20,60}(?![A-Za-z0-9])"),
  token("Groq API key", "gsk_", "gsk_[A-Za-z0-9]{52}(?![A-Za-z0-9])"),
  token("Figma token", "figd_ figo_", "fig[do]_[\\w-]{40,200}"),
  token("1Password service account token", "ops_eyJ", "ops_eyJ[A-Za-z0-9+/=]{100,1280}", { reach: 1400 }),
  inside(
    "AWS secret access key",
    "SECRET_ACCESS_KEY secret_access_key SecretAccessKey secretAccessKey",
    "(?:SECRET_ACCESS_KEY|secret_access_key|[Ss]ecretAccessKey)\\\\?[\"']?\\s{0,9}(?:=>?|:)\\s{0,9}\\\\?[\"']?([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])",
    { bits: 3.5 },
  ),
  inside("password hash", "", "(?<![\\w$])(\\$(?:1|2[abxy]?|5|6|7|y|apr1|argon2id?)\\$[A-Za-z0-9./$,=+-]{22,256})"),
  inside("registry credentials", "", '\\\\?"auth\\\\?"\\s*:\\s*\\\\?"([A-Za-z0-9+/]{8,400}={0,2})\\\\?"'),
  inside(
    "HTTP credentials",
    "",
    "\\bauthorization\\\\?[\"']?\\s*[:=]\\s*\\\\?[\"']?(?:basic|bearer|token)\\s+([A-Za-z0-9._~+/=-]{8,2000})",
    { flags: "dgi" },
  ),
  inside(
    "password given to chpasswd",
    "",
    "\\b[a-z_][\\w-]{0,31}:([^\\s\"'$|]{3,200})[\"']?\\s*\\|\\s*(?:\\S{0,40}/)?chpasswd\\b",
  ),
  inside(
    "password given to curl",
    "",
    "\\bcurl\\b[^|;&\\n]{0,400}?\\s(?:-u|--user)[ =]?[\"']?[\\w.@-]{1,100}:([^\\s\"'$]{3,200})",
  ),
  inside("password given to sshpass", "", "\\bsshpass\\s+-p\\s*[\"']?([^\\s\"'$]{3,200})"),
  inside(
    "password in SQL",
    "",
    "\\b(?:PASSWORD|IDENTIFIED(?:\\s+WITH\\s+[\\w']{1,60})?\\s+BY)\\s{1,9}'([^'$<>%{}\\n]{3,200})'",
    { flags: "dgi" },
  ),
  inside("netrc password", "", "\\bmachine\\s+\\S{1,200}\\s+login\\s+\\S{1,200}\\s+password\\s+([^\\s$]{3,200})"),
];
