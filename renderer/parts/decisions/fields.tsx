// The fields that dialogs about waivers and answers share. Each says by itself what is missing, once it was tried without.
import { Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type CalendarDay, parseDay } from "../../../shared/calendar-day.ts";

/** Hints below, so that fields side by side stand on one line. */
const inputWrapperOrder: ("label" | "input" | "description" | "error")[] = ["label", "input", "description", "error"];

export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** It was tried to go on, so what is missing is said. */
  readonly isTried?: boolean;
  readonly isOptional?: boolean;
  /** What else is wrong with the value. */
  readonly fault?: string | null;
  readonly hint?: string;
  readonly takesFocus?: boolean;
}

function useShared({
  label,
  value,
  onChange,
  isTried = false,
  isOptional = false,
  fault,
  hint,
  takesFocus,
}: FieldProps) {
  const { t } = useTranslation();
  const isMissing = isTried && !isOptional && value.trim() === "";
  const error = isMissing ? t("decide.missing") : (fault ?? null);
  return {
    label: isOptional ? t("decide.optional", { label }) : label,
    value,
    "aria-required": !isOptional,
    ...(error === null ? {} : { error }),
    ...(hint === undefined ? {} : { description: hint }),
    inputWrapperOrder,
    ...(takesFocus === true ? { "data-autofocus": true } : {}),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => onChange(event.currentTarget.value),
  };
}

export function LineField(props: FieldProps) {
  return <TextInput {...useShared(props)} maxLength={200} autoComplete="off" />;
}

export function TextField(props: FieldProps) {
  return <Textarea {...useShared(props)} rows={3} maxLength={4000} />;
}

export interface DayFieldProps extends Pick<FieldProps, "label" | "value" | "onChange" | "isTried"> {
  readonly first: CalendarDay;
  readonly last: CalendarDay;
}

/** A day as everywhere in the window, YYYY-MM-DD: the fields of browsers write it in another order in each language. */
export function DayField({ first, last, isTried = false, ...rest }: DayFieldProps) {
  const { t } = useTranslation();
  const isOutside = isTried && dayWithin(rest.value, first, last) === null;
  return (
    <TextInput
      {...useShared({ ...rest, fault: isOutside ? t("decide.outside", { first, last }) : null })}
      placeholder={first}
      maxLength={10}
      autoComplete="off"
      description={t("decide.latest", { last })}
    />
  );
}

/** The day that a field holds; null where it is none, or outside of what is allowed. */
export function dayWithin(text: string, first: CalendarDay, last: CalendarDay): CalendarDay | null {
  const day = parseDay(text);
  return day === null || day < first || day > last ? null : day;
}
