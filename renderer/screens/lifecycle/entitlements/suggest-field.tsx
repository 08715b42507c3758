// A line of text with names to choose from, which never keeps anyone from writing another: the platform's own list.
import { TextInput } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { FieldProps } from "../../../parts/decisions/fields.tsx";
import styles from "./entitlements.module.css";

/** What the list shows at most: it narrows as one writes. */
const most = 600;

export interface SuggestFieldProps extends FieldProps {
  readonly suggestions: readonly { readonly value: string; readonly label?: string }[];
}

export function SuggestField({ suggestions, ...props }: SuggestFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const { label, value, onChange, isTried = false, isOptional = false, fault, hint, takesFocus } = props;
  const error = isTried && !isOptional && value.trim() === "" ? t("decide.missing") : (fault ?? null);
  return (
    <>
      <TextInput
        label={isOptional ? t("decide.optional", { label }) : label}
        value={value}
        list={id}
        classNames={{ input: styles["suggest"] ?? "" }}
        aria-required={!isOptional}
        {...(error === null ? {} : { error })}
        {...(hint === undefined ? {} : { description: hint })}
        inputWrapperOrder={["label", "input", "description", "error"]}
        {...(takesFocus === true ? { "data-autofocus": true } : {})}
        onChange={(event) => onChange(event.currentTarget.value)}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
      />
      <datalist id={id}>
        {suggestions.slice(0, most).map((one) => (
          <option key={one.value} value={one.value} {...(one.label === undefined ? {} : { label: one.label })} />
        ))}
      </datalist>
    </>
  );
}
