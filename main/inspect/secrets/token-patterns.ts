// Values that are secrets by their own form: the published prefixes, alphabets and lengths of tokens. secretlint knows some
// of these too; what stands here does not depend on its rules and is linear in the text.

export interface TokenPattern {
  readonly kind: string;
  /** With the flags `g` and `d`; group 1, where there is one, is the secret part. */
  readonly pattern: RegExp;
}

const edge = "(?<![A-Za-z0-9_-])";
const token = (kind: string, source: string, flags = "dg"): TokenPattern => ({
  kind,
  pattern: new RegExp(`${edge}(?:${source})`, flags),
});
const inside = (kind: string, source: string, flags = "dg"): TokenPattern => ({
  kind,
  pattern: new RegExp(source, flags),
});

export const tokenPatterns: readonly TokenPattern[] = [
  token("AWS access key id", "(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])"),
  token("GitHub token", "gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{22,255}"),
  token("GitLab token", "gl(?:pat|dt|rt|cbt|ptt|ft|soat|imt|agent|oas)-[\\w-]{20,100}|GR1348941[\\w-]{20}"),
  token("Slack token", "xox[abeoprs]-[A-Za-z0-9-]{10,200}|xapp-\\d-[A-Za-z0-9-]{20,200}"),
  inside("Slack webhook", "hooks\\.slack\\.com/services/(T[A-Z0-9]{6,}/B[A-Z0-9]{6,}/[A-Za-z0-9]{16,})"),
  inside("Discord webhook", "discord(?:app)?\\.com/api/webhooks/(\\d{16,20}/[\\w-]{60,80})"),
  token("Stripe key", "(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,200}|whsec_[A-Za-z0-9+/=]{24,100}"),
  token("Google API key", "AIza[\\w-]{35}"),
  token("Google OAuth client secret", "GOCSPX-[\\w-]{28}"),
  token("Google OAuth access token", "ya29\\.[\\w-]{30,500}"),
  token("Hugging Face token", "hf_[A-Za-z0-9]{30,60}"),
  token("JSON Web Token", "eyJ[\\w-]{8,4000}\\.eyJ[\\w-]{8,8000}\\.[\\w-]{16,2000}"),
  inside("Azure storage account key", "AccountKey=([A-Za-z0-9+/]{86}==)", "dgi"),
  inside("Azure shared access key", "SharedAccessKey=([A-Za-z0-9+/]{43}=)", "dgi"),
  inside("Azure shared access signature", "[?&]sig=([A-Za-z0-9%+/=]{40,200})"),
  token("Azure client secret", "[A-Za-z0-9_~.-]{3}8Q~[A-Za-z0-9_~.-]{31,34}"),
  token("DigitalOcean token", "do[opr]_v1_[a-f0-9]{64}"),
  token("npm token", "npm_[A-Za-z0-9]{36}"),
  token("PyPI token", "pypi-AgE[\\w-]{50,500}"),
  token("RubyGems token", "rubygems_[a-f0-9]{48}"),
  token("crates.io token", "cio[A-Za-z0-9]{32}(?![A-Za-z0-9])"),
  token("Docker access token", "dckr_(?:pat|oat)_[\\w-]{20,80}"),
  token("Anthropic API key", "sk-ant-[\\w-]{20,200}"),
  token(
    "OpenAI API key",
    "sk-(?:proj|svcacct|admin)-[\\w-]{20,250}|sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}|sk-[A-Za-z0-9]{48}",
  ),
  token("SendGrid API key", "SG\\.[\\w-]{22}\\.[\\w-]{43}"),
  token("Mailgun API key", "key-[a-f0-9]{32}(?![a-f0-9])"),
  token("Twilio API key", "SK[a-f0-9]{32}(?![a-f0-9])"),
  token("Vault token", "hv[sbr]\\.[\\w-]{24,300}"),
  token("Terraform Cloud token", "[A-Za-z0-9]{14}\\.atlasv1\\.[\\w-]{60,80}"),
  token("Telegram bot token", "\\d{8,10}:AA[\\w-]{33}(?![\\w-])"),
  token("New Relic key", "NRAK-[A-Z0-9]{27}"),
  token("Grafana token", "glsa_[A-Za-z0-9]{32}_[a-f0-9]{8}|glc_[A-Za-z0-9+/=]{32,400}"),
  token("Databricks token", "dapi[a-f0-9]{32}(?![a-f0-9])"),
  token("Shopify token", "shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}"),
  token("Postman API key", "PMAK-[a-f0-9]{24}-[a-f0-9]{34}"),
  token("Linear API key", "lin_api_[A-Za-z0-9]{32,64}"),
  token("Notion token", "ntn_[A-Za-z0-9]{40,60}|secret_[A-Za-z0-9]{43}(?![A-Za-z0-9])"),
  token("Supabase token", "sbp_[a-f0-9]{40}"),
  token("Tailscale key", "tskey-[a-z]+-[A-Za-z0-9]{8,40}-[A-Za-z0-9]{16,60}"),
  token("Sentry token", "sntry[su]_[A-Za-z0-9+/=_-]{40,300}"),
  token("JFrog API key", "AKCp[A-Za-z0-9]{69,80}"),
  token("Atlassian token", "ATATT3x[\\w=-]{60,250}"),
  token("age secret key", "AGE-SECRET-KEY-1[A-Z0-9]{58}"),
  inside("password hash", "(?<![\\w$])(\\$(?:1|2[abxy]?|5|6|7|y|argon2id?)\\$[A-Za-z0-9./$,=+-]{22,256})"),
  inside("registry credentials", '\\\\?"auth\\\\?"\\s*:\\s*\\\\?"([A-Za-z0-9+/]{8,400}={0,2})\\\\?"'),
  inside(
    "HTTP credentials",
    "\\bauthorization\\\\?[\"']?\\s*[:=]\\s*\\\\?[\"']?(?:basic|bearer|token)\\s+([A-Za-z0-9._~+/=-]{8,2000})",
    "dgi",
  ),
  inside(
    "password given to chpasswd",
    "\\b[a-z_][\\w-]{0,31}:([^\\s\"'$|]{3,200})[\"']?\\s*\\|\\s*(?:\\S{0,40}/)?chpasswd\\b",
  ),
  inside(
    "password given to curl",
    "\\bcurl\\b[^|;&\\n]{0,400}?\\s(?:-u|--user)[ =]?[\"']?[\\w.@-]{1,100}:([^\\s\"'$]{3,200})",
  ),
  inside("password given to sshpass", "\\bsshpass\\s+-p\\s*[\"']?([^\\s\"'$]{3,200})"),
];
