// Files that are known by their name to hold credentials, and how each is read. Only what is certain stands here: a name that
// other programs use as well (`config.json`, `credentials`) counts in its own folder alone.
import {
  bareToken,
  htpasswd,
  mavenSettings,
  netrc,
  type ParseCredentials,
  pgpass,
  settings,
  wordpressConfig,
} from "./credential-lines.ts";
import { dockerLogins, jsonMembers, yamlMembers, yamlSecrets } from "./credential-trees.ts";

interface KnownName {
  readonly path: RegExp;
  readonly parse: readonly ParseCredentials[];
  readonly isCommands?: boolean;
}

/** How one file is to be read. */
export interface KnownFile {
  /** Every parser whose format the file may have. */
  readonly parse: readonly ParseCredentials[];
  /** Whether the name rule holds for the whole text, wherever a value stands in it: commands and their options. */
  readonly isCommands: boolean;
}

/** Larger files of such a name are searched as any other text. */
export const maximumKnownFile = 1024 * 1024;

const any = settings(null);
/** Templates of settings, whose values are meant to be replaced: searched as any other text. */
const templateName =
  /(?:[._-](?:example|sample|template|dist|default|defaults|tmpl|tpl|j2)|\.md)$|(?:^|\/)(?:example|sample)\.env$/i;

export const knownFiles: readonly KnownName[] = [
  { path: /\/\.?npmrc$/, parse: [settings(/(?:^|:)_(?:authToken|password|auth)$/, "npm registry token")] },
  {
    path: /\/\.yarnrc(?:\.yml)?$/,
    parse: [settings(/^(?:npmAuthToken|npmAuthIdent|.*_authToken)$/, "npm registry token")],
  },
  { path: /\/[._](?:netrc|authinfo)$/, parse: [netrc] },
  { path: /\/\.pypirc$/, parse: [settings(/^password$/i, "PyPI password")] },
  { path: /\/\.docker\/config\.json$|\/\.dockercfg$|\/containers\/auth\.json$/, parse: [dockerLogins] },
  {
    path: /\/\.kube\/config$|\/[^/]*kubeconfig[^/]*$/i,
    parse: [
      yamlMembers([
        [/\/users\/user\/token$/, "kubeconfig token"],
        [/\/users\/user\/password$/, "kubeconfig password"],
        [/\/users\/user\/client-key-data$/, "kubeconfig client key"],
      ]),
    ],
  },
  {
    path: /\/\.(?:bash|zsh|ash|sh|mysql|psql|sqlite|python|node_repl|irb|rediscli)_?history$|\/fish_history$/,
    parse: [],
    isCommands: true,
  },
  { path: /\/\.env(?:\.[\w-]+)*$|\/[\w.-]+\.env$|\/\.envrc$/, parse: [any] },
  { path: /\/\.pgpass$/, parse: [pgpass] },
  { path: /\/\.my\.cnf$/, parse: [settings(/^password\d?$/i, "MySQL password")] },
  {
    path: /\/\.aws\/(?:credentials|config)$|\/\.boto$/,
    parse: [settings(/^aws_(?:secret_access_key|session_token|security_token)$/i, "AWS secret access key")],
  },
  {
    path: /\/\.boto$/,
    parse: [settings(/^gs_secret_access_key$|_refresh_token$|^client_secret$/i, "Google credential")],
  },
  { path: /\/\.s3cfg$/, parse: [settings(/^(?:secret_key|access_token|gpg_passphrase)$/, "S3 secret key")] },
  {
    path: /\/(?:application_default_credentials|legacy_credentials\/[^/]+\/adc)\.json$|\/gcloud\/.*credentials.*\.json$/,
    parse: [jsonMembers(/\/(?:client_secret|refresh_token|private_key)$/, "Google credential")],
  },
  {
    path: /\/\.azure\/[^/]+\.json$/,
    parse: [jsonMembers(/\/(?:accessToken|refreshToken|client_secret|secret|password)$/, "Azure credential")],
  },
  { path: /\/\.?terraformrc$|\/\.?terraform\.rc$/, parse: [settings(/^token$/, "Terraform token")] },
  { path: /\/credentials\.tfrc\.json$/, parse: [jsonMembers(/\/token$/, "Terraform token")] },
  { path: /\/\.cargo\/credentials(?:\.toml)?$/, parse: [settings(/^token$/, "cargo registry token")] },
  { path: /\/\.(?:local\/share\/)?gem\/credentials$/, parse: [settings(/_api_key$|^:?[\w.:/-]*key$/, "RubyGems key")] },
  {
    path: /\/auth\.json$/,
    parse: [
      jsonMembers(
        /\/(?:http-basic\/[^/]+\/password|(?:github-oauth|gitlab-token|bearer|gitlab-oauth)\/[^/]+(?:\/token)?)$/,
        "Composer credential",
      ),
    ],
  },
  { path: /\/(?:\.m2|conf)\/settings(?:-security)?\.xml$/, parse: [mavenSettings] },
  { path: /\/gradle\.properties$/, parse: [any] },
  { path: /\/\.htpasswd$|\/htpasswd$/, parse: [htpasswd] },
  { path: /\/wp-config\.php$/, parse: [wordpressConfig] },
  { path: /\/config\/(?:database|secrets)\.yml$/, parse: [yamlSecrets] },
  { path: /\/\.git-credentials$/, parse: [] },
  { path: /\/\.vault-token$/, parse: [bareToken("Vault token")] },
];

/** What the last part of all these paths has: one look for nearly every file. */
const mayBeKnown =
  /^[._]|kubeconfig|(?:\.env|\.json|\.xml|\.yml|\.php|\.properties|rc|htpasswd|history|config)$|credentials/i;

/** How the file at `path` is to be read; null when its name says nothing. */
export function knownFileAt(path: string): KnownFile | null {
  if (!mayBeKnown.test(path.slice(path.lastIndexOf("/") + 1))) return null;
  const known = knownFiles.filter((each) => each.path.test(path));
  if (known.length === 0 || templateName.test(path)) return null;
  return {
    parse: known.flatMap((each) => each.parse),
    isCommands: known.some(({ isCommands }) => isCommands === true),
  };
}
