// Which hardened product stands for a product of the lifecycle data, and back: endoflife.date's ids beside the names in the
// hardened catalogue. Table, because the two name things differently; what is not in it is not known.

const pairs: readonly (readonly [lifecycle: string, hardened: string])[] = [
  ["python", "python"],
  ["nodejs", "node"],
  ["go", "golang"],
  ["rust", "rust"],
  ["ruby", "ruby"],
  ["php", "php"],
  ["perl", "perl"],
  ["dotnet", "dotnet"],
  ["dotnet", "aspnetcore"],
  ["elixir", "elixir"],
  ["erlang", "erlang-otp"],
  ["eclipse-temurin", "eclipse-temurin"],
  ["amazon-corretto", "amazoncorretto"],
  ["azul-zulu", "azul"],
  ["sapmachine", "sapmachine"],
  ["nginx", "nginx"],
  ["apache-http-server", "httpd"],
  ["haproxy", "haproxy"],
  ["tomcat", "tomcat"],
  ["redis", "redis"],
  ["valkey", "valkey"],
  ["memcached", "memcached"],
  ["postgresql", "postgres"],
  ["mysql", "mysql"],
  ["mariadb", "mariadb"],
  ["mongodb", "mongodb"],
  ["apache-cassandra", "cassandra"],
  ["rabbitmq", "rabbitmq"],
  ["debian", "debian-base"],
  ["alpine-linux", "alpine-base"],
];

const toHardened = new Map([...pairs].reverse());
const toLifecycle = new Map(pairs.map(([lifecycle, hardened]) => [hardened, lifecycle]));

/** `nodejs` -> `node`; null where no hardened product stands for it. */
export const hardenedFor = (lifecycleProduct: string): string | null => toHardened.get(lifecycleProduct) ?? null;

/** `node` -> `nodejs`; null where the table knows none. */
export const lifecycleFor = (hardenedProduct: string): string | null => toLifecycle.get(hardenedProduct) ?? null;

/** Lifecycle products that a hardened product brings itself, beside what it is called by. */
export function broughtBy(hardenedProduct: string, lifecycleProduct: string | null): boolean {
  if (lifecycleProduct === null) return false;
  if (lifecycleProduct === "erlang") return hardenedProduct === "rabbitmq" || hardenedProduct === "elixir";
  return isJava(lifecycleProduct) && onJava.has(hardenedProduct);
}

const javas = new Set([
  "java",
  "eclipse-temurin",
  "amazoncorretto",
  "amazon-corretto",
  "azul",
  "azul-zulu",
  "sapmachine",
]);
const onJava = new Set(
  "cassandra elasticsearch gradle jruby kibana liquibase logstash maven neo4j solr sonarqube spark tomcat zookeeper".split(
    " ",
  ),
);

/** Whether a product of either catalogue is a Java of some vendor. */
export const isJava = (product: string | null): boolean => product !== null && javas.has(product);

/** Programs by which a command line shows what it runs, beside the lifecycle product. */
export const programs: ReadonlyMap<string, string> = new Map([
  ...["python", "python3", "gunicorn", "uvicorn", "celery", "flask"].map((name) => [name, "python"] as const),
  ...["node", "npm", "npx", "yarn", "pnpm"].map((name) => [name, "nodejs"] as const),
  ...["ruby", "rails", "bundle", "puma", "rackup"].map((name) => [name, "ruby"] as const),
  ...["php", "php-fpm"].map((name) => [name, "php"] as const),
  ["dotnet", "dotnet"],
  ["go", "go"],
  ["perl", "perl"],
  ["nginx", "nginx"],
  ...["httpd", "httpd-foreground", "apache2", "apache2-foreground"].map(
    (name) => [name, "apache-http-server"] as const,
  ),
  ["haproxy", "haproxy"],
  ["catalina.sh", "tomcat"],
  ["redis-server", "redis"],
  ["valkey-server", "valkey"],
  ["memcached", "memcached"],
  ["postgres", "postgresql"],
  ["mysqld", "mysql"],
  ["mariadbd", "mariadb"],
  ["mongod", "mongodb"],
  ["cassandra", "apache-cassandra"],
  ["rabbitmq-server", "rabbitmq"],
]);
