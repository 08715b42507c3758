// `docker exec` with more rights or as another user: sessions of now, and commands of the host's audit log.
import type { ContainerFacts, HostFacts } from "../../../../shared/model/surroundings.ts";
import { surroundingGap } from "../../../support/surroundings.ts";
import type { ContainerCase, ContainerCases } from "./situation.ts";

const session = (over: Partial<ContainerFacts["execs"][number]> = {}): Partial<ContainerFacts> => ({
  execs: [{ id: "e".repeat(64), privileged: false, user: "", running: true, ...over }],
});
const watched: Partial<HostFacts> = { auditRules: ["-w /usr/bin/docker -p x -k docker"] };
const logged = (command: string, over: Partial<HostFacts> = {}): Partial<HostFacts> => ({
  ...watched,
  execCommands: [{ when: "2026-11-20T10:00:00Z", command }],
  ...over,
});
const exec = (option: string, bad: Partial<ContainerFacts>, badCommand: string): ContainerCase[] => [
  { name: "a session of that kind", container: bad, expect: "fail", says: /exec eeeeeeeeeeee/ },
  { name: "a session of another kind", container: session(), expect: "manual", says: /1 exec sessions/ },
  { name: "no session, and no log", expect: "manual", says: new RegExp(`docker exec ${option}`) },
  { name: "no session and nothing in a watched log", host: watched, expect: "pass", says: /as far back/ },
  {
    name: "a log since a day",
    host: { ...watched, commandsSince: "2026-11-01T00:00:00Z" },
    expect: "pass",
    says: /since 2026-11-01/,
  },
  { name: "a log that nothing writes to", host: {}, expect: "manual", says: /no audit rule/ },
  {
    name: "a rule about another program",
    host: { auditRules: ["-a always,exit -F path=/usr/bin/su -S execve", "-w /usr/bin/docker-compose"] },
    expect: "manual",
  },
  { name: "every program is watched", host: { auditRules: ["-a exit,always -S execve"] }, expect: "pass" },
  { name: "a command in the log, by name", host: logged(badCommand), expect: "fail", says: /audit\.log/ },
  { name: "by the beginning of the id", host: logged(badCommand.replace(/web/, "cccccccccccc")), expect: "fail" },
  { name: "for another container", host: logged(badCommand.replace(/web/, "db")), expect: "pass" },
  { name: "for one that cannot be made out", host: logged(badCommand.replace(/ web.*/, "")), expect: "manual" },
  {
    name: "a log that could not be read",
    host: { limits: [surroundingGap("host.commands")] },
    expect: "manual",
    says: /leave no trace/,
  },
  { name: "never started", container: { state: { status: "created", running: false } }, expect: "pass" },
  { name: "sessions were not read", gaps: ["container.execs"], expect: "not-assessed" },
];

export const execs: ContainerCases = {
  "cis-docker:5.23": exec("--privileged", session({ privileged: true }), "docker exec --privileged -it web sh"),
  "cis-docker:5.24": [
    ...exec("--user root", session({ user: "root" }), "docker exec -itu 0:0 web sh"),
    {
      name: "the container's own user, though it is root",
      container: { ...session({ user: "root" }), user: "root" },
      expect: "manual",
    },
    { name: "another user", host: logged("/usr/bin/docker container exec --user=shop web sh"), expect: "pass" },
    { name: "root:staff", host: logged("docker exec -e A=1 --user=root:staff web sh"), expect: "fail" },
  ],
};

export const anotherUser: readonly ContainerCase[] = [
  ...exec("--user", session({ user: "shop" }), "docker exec --user shop web sh"),
  { name: "root is another user as well", container: session({ user: "root" }), expect: "fail" },
  { name: "the container's own user", container: { ...session({ user: "shop" }), user: "shop" }, expect: "manual" },
];
