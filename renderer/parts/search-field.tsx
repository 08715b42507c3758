// A field that narrows what stands below it.
import { TextInput } from "@mantine/core";
import { Icon } from "./icon.tsx";

export interface SearchFieldProps {
  readonly id?: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly width?: number;
}

export function SearchField({ id, label, value, onChange, width = 240 }: SearchFieldProps) {
  return (
    <TextInput
      {...(id === undefined ? {} : { id })}
      type="search"
      w={width}
      aria-label={label}
      placeholder={label}
      spellCheck={false}
      leftSection={<Icon name="search" />}
      leftSectionWidth={28}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Escape" && value !== "") {
          event.stopPropagation();
          onChange("");
        }
      }}
    />
  );
}
