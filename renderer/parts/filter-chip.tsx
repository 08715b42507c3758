// A filter that is on or off, with the number of what it would show.
import styles from "./filter-chip.module.css";

export interface FilterChipProps {
  readonly label: string;
  readonly count: number;
  readonly isOn: boolean;
  readonly title?: string;
  readonly onToggle: () => void;
}

export function FilterChip({ label, count, isOn, title, onToggle }: FilterChipProps) {
  return (
    <button type="button" className={styles["chip"]} aria-pressed={isOn} title={title} onClick={onToggle}>
      <span>{label}</span>
      <span className={styles["count"]}>{count}</span>
    </button>
  );
}
