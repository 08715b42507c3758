// A small cross that takes an entry of a list away; named, since a cross says not of what.
import { ActionIcon } from "@mantine/core";
import { Icon } from "../../parts/icon.tsx";

export function RemoveButton({ label, onPress }: { readonly label: string; readonly onPress: () => void }) {
  return (
    <ActionIcon aria-label={label} title={label} onClick={onPress}>
      <Icon name="close" />
    </ActionIcon>
  );
}
