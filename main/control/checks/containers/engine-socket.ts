// The socket of an engine inside a container is root on the host, also where it is mounted read-only, and also where a folder
// that holds it is mounted. No list of the policy excuses it: that is what waivers with an owner and an end are for.
import type { ContainerFacts } from "../../../../shared/model/surroundings.ts";
import { cleanPath } from "../../containers/host-path.ts";
import { pointAt, verdictOf } from "../../containers/verdict-of.ts";
import { defineSurroundingCheck } from "../../define-surrounding-check.ts";

const socketNames = /(?:^|[\\/])(?:docker|docker\.raw|containerd|podman|crio|buildkitd)\.sock$/;
const pipeNames = /[\\/]pipe[\\/](?:docker_engine|dockerDesktop\w*|containerd-containerd)$/i;
/** Folders in which engines of the system and of a user keep their sockets, and those above them. */
const socketFolders =
  /^\/(?:run(?:\/(?:docker|containerd|podman|crio|buildkit|user(?:\/\d+(?:\/(?:docker|podman))?)?))?|var(?:\/run(?:\/(?:docker|containerd|podman|crio|buildkit|user(?:\/\d+(?:\/podman)?)?))?)?)?$/;

export const engineSocket = defineSurroundingCheck({
  decides: ["cis-docker:5.32", "docker-ee-stig:DKER-EE-002130"],
  needs: ["container.inspect"],
  judge: ({ container }) =>
    verdictOf({
      fails: container.mounts.flatMap((mount) => {
        const { source, destination } = mount;
        if (isSocket(mount)) return [pointAt(source || destination, "container.socket-mounted", { destination })];
        if (mount.type === "bind" && socketFolders.test(cleanPath(source))) {
          return [pointAt(source, "container.socket-folder", { destination })];
        }
        return [];
      }),
      passes: pointAt("Mounts", "container.socket-none", { count: container.mounts.length }),
    }),
});

function isSocket({ type, source, destination }: ContainerFacts["mounts"][number]): boolean {
  if (type === "tmpfs") return false;
  return [source, destination].some((path) => socketNames.test(path) || pipeNames.test(path));
}
