// Plants and non-plants for the detector. Sample credentials are put together from pieces, so that none stands in a file.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectSecrets, maskText } from "../../../../main/inspect/secrets/detect-value.ts";

const hex = (length: number) => "0123456789abcdef".repeat(8).slice(0, length);
const letters = (length: number) => "aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0z".repeat(8).slice(0, length);

/** What stands in a config, the value that must vanish, and what it is called. */
const plants: readonly (readonly [text: string, value: string, kind: string])[] = [
  [`id ${["AKIA", "IOSFODNN7EXAMPLE"].join("")}`, ["AKIA", "IOSFODNN7EXAMPLE"].join(""), "AWS access key id"],
  [`x ghp_${letters(36)}`, `ghp_${letters(36)}`, "GitHub token"],
  [`github_pat_${letters(60)}`, `github_pat_${letters(60)}`, "GitHub token"],
  [`glpat-${letters(20)}`, `glpat-${letters(20)}`, "GitLab token"],
  [`glcbt-64_${letters(20)}`, `glcbt-64_${letters(20)}`, "GitLab token"],
  [`k sk_live_${letters(24)}`, `sk_live_${letters(24)}`, "Stripe key"],
  [`AIza${letters(35)}`, `AIza${letters(35)}`, "Google API key"],
  [`GOCSPX-${letters(28)}`, `GOCSPX-${letters(28)}`, "Google OAuth client secret"],
  [`hf_${letters(34)}`, `hf_${letters(34)}`, "Hugging Face token"],
  [`dop_v1_${hex(64)}`, `dop_v1_${hex(64)}`, "DigitalOcean token"],
  [`eyJ${letters(20)}.eyJ${letters(40)}.${letters(43)}`, letters(40), "JSON Web Token"],
  [`AccountName=a;AccountKey=${letters(86)}==;x`, letters(86), "Azure storage account key"],
  [`npm_${letters(36)}`, `npm_${letters(36)}`, "npm token"],
  [`dckr_pat_${letters(27)}`, `dckr_pat_${letters(27)}`, "Docker access token"],
  [`hvs.${letters(90)}`, `hvs.${letters(90)}`, "Vault token"],
  [`sk-ant-api03-${letters(93)}AA`, letters(93), "Anthropic API key"],
  [`https://hooks.slack.com/services/T0AAAAAAA/B0BBBBBBB/${letters(24)}`, letters(24), "Slack webhook"],
  [`xoxb-123456789012-1234567890123-${letters(24)}`, letters(24), "Slack token"],
  ["curl https://user:hunter2pass@example.com/x", "hunter2pass", "password in an address"],
  ["postgres://app:s3cr3t@db:5432/x", "s3cr3t", "password in an address"],
  ["redis://:p4ssw0rd@cache:6379/0", "p4ssw0rd", "password in an address"],
  [`git clone https://x-token:${letters(30)}@example.com/a`, letters(30), "password in an address"],
  ['RUN echo "root:toor99" | chpasswd', "toor99", "password given to chpasswd"],
  ["RUN curl -u admin:geheim77 https://x", "geheim77", "password given to curl"],
  ['curl -H "Authorization: Bearer abcdef0123456789"', "abcdef0123456789", "HTTP credentials"],
  [`{"auths":{"x":{"auth":"${letters(24)}=="}}}`, letters(24), "registry credentials"],
  [`useradd -p '$6$saltsalt$${letters(86)}' app`, letters(86), "password hash"],
  [`|2 NPM_TOKEN=abc def HTTP_PROXY=http://p:3128 /bin/sh -c npm ci`, "abc def", "token"],
  ["/bin/sh -c #(nop)  ENV MYSQL_ROOT_PASSWORD=my secret pw", "my secret pw", "password"],
  ["ENV API_KEY=abc123def # buildkit", "abc123def", "key"],
  ['RUN /bin/sh -c export DB_PASSWORD="hello world" && run # buildkit', "hello world", "password"],
  ["mysql --password=foo99 -e x", "foo99", "password"],
  ['CMD ["app" "--password" "foo99"]', "foo99", "password"],
  ['CMD ["app", "--password", "foo99"]', "foo99", "password"],
  ["mysqladmin --password foo99 ping", "foo99", "password"],
  [`echo '{"password": "p@ssw0rt"}' > /etc/x`, "p@ssw0rt", "password"],
  ["java -Djavax.net.ssl.keyStorePassword=kxkx123 -jar x", "kxkx123", "password"],
  ["Server=db;User=sa;Password=Sup3r;Encrypt=true", "Sup3r", "password"],
  ["//registry.example.com/:_authToken=0a1b2c3d-aaaa-bbbb", "0a1b2c3d-aaaa-bbbb", "token"],
  ["DB_PASSWORD=123456", "123456", "password"],
  [
    `-----BEGIN EC PRIVATE KEY-----\n${letters(64)}\n${letters(64)}\n-----END EC PRIVATE KEY-----`,
    letters(64),
    "private key (EC PEM)",
  ],
];

const harmless = [
  "GPG_KEY=A035C8C19219BA821ECEA86B64E628F8D684696D",
  "GPG_KEYS=39B641343D8C104B2B146DC3F9C39DC0B9698544 E60913E4DF209907D8E30D96659A97C9CF2A795A",
  `PYTHON_SHA256=${hex(64)}`,
  `image@sha256:${hex(64)}`,
  "set -eux; key='859BE8D7C586F538430B19C2467B942D3A79BD29'; gpg --keyserver keyserver.example --recv-keys \"$key\"",
  'NGINX_GPGKEYS="573BFD6B3D8FBC641079A6ABABF5BD827BD9BF62"; for NGINX_GPGKEY in $NGINX_GPGKEYS; do',
  "ENV RABBITMQ_PGP_KEY_ID=0x0A9AF2115F4687BD29803A206B73A36E6026DFCA",
  "RUN apk add libcrypto3=3.1.4-r5 libsecret=0.21.1-r0 && apt-get install passwd=1:4.13+dfsg1-1",
  "RUN --mount=type=secret,id=npm_token,target=/root/.npmrc npm ci",
  "ENV KEYCLOAK_VERSION=24.0.1 KEYCLOAK_HOME=/opt/keycloak",
  'RUN TOKEN=$(cat /run/secrets/t) && curl -H "Authorization: Bearer $TOKEN" https://x',
  "ENV DB_PASSWORD_FILE=/run/secrets/db",
  "ENV POSTGRES_PASSWORD=",
  "ENV SECRET=changeme API_TOKEN=<your token> OTHER_TOKEN=xxxxxx",
  "ENV TOKENIZERS_PARALLELISM=false",
  "deb [signed-by=/usr/share/keyrings/nginx-archive-keyring.gpg] https://nginx.example/packages stable nginx",
  "ENV PATH=/usr/local/sbin:/usr/local/bin NODE_VERSION=20.11.0 YARN_VERSION=1.22.19",
  "ENV JAVA_URL=https://example.com/a.tar.gz?x=1",
  `postgres://app:\${DB_PASSWORD}@db/x and https://user:$TOKEN@host/`,
  "COPY --from=build /etc/passwd /etc/passwd",
  "git clone ssh://git@example.com/x/y",
  'if [ "$key" = "abc" ]; then token="$token x"; fi',
  "SSH_KEY_TYPE=ed25519 PASSWORD_MIN_LENGTH=12 TOKEN_TTL=3600",
  "sed -i 's/password.*/password sufficient/' /etc/pam.d/x; passwd -d root",
  "-----BEGIN RSA PRIVATE KEY----- is how a key begins, -----END RSA PRIVATE KEY----- how it ends",
];

describe("the secret detector", () => {
  it.each(plants)("hides the value in %s", async (text, value, kind) => {
    const masked = await maskText(text);
    expect(masked.text).not.toContain(value);
    expect(masked.text).toContain(`<secret: ${kind}, `);
    expect(masked.secrets.map((secret) => secret.kind)).toContain(kind);
  });

  it.each(harmless)("leaves %s as it is", async (text) => {
    expect(await maskText(text)).toEqual({ text, secrets: [] });
  });

  it("keeps texts apart that are looked at together", async () => {
    const token = `ghp_${letters(36)}`;
    const all = await detectSecrets(["plain", token, "", `x ${token} y`]);
    expect(all.map((spans) => spans.map(({ start, end }) => [start, end]))).toEqual([[], [[0, 40]], [], [[2, 42]]]);
  });

  it("gives ordered spans inside the text, whatever the text", async () => {
    const piece = fc.constantFrom(
      "PASSWORD=",
      "'",
      '"',
      "\\",
      "://a:b@c",
      "|1 ",
      "ENV ",
      "-----BEGIN ",
      "\n",
      "$",
      "{",
      "x1",
      "key: ",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 20 }), async (pieces) => {
        const text = pieces.join("");
        let at = 0;
        for (const { start, end } of (await detectSecrets([text]))[0] ?? []) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 200 },
    );
  });
});
