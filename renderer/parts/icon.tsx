// The few line icons of the window, on a 16 grid. Always beside a word or on a button that has a name.
const paths = {
  images: "M2.5 5.5 L8 2.5 L13.5 5.5 L8 8.5 Z M2.5 8 L8 11 L13.5 8 M2.5 10.5 L8 13.5 L13.5 10.5",
  engine: "M2.5 3 H13.5 V7 H2.5 Z M2.5 9 H13.5 V13 H2.5 Z M5 5 H5.01 M5 11 H5.01 M8 5 H11 M8 11 H11",
  reminders: "M3.5 11.5 H12.5 M4.5 11.5 V7 A3.5 3.5 0 0 1 11.5 7 V11.5 M8 3.5 V2.2 M6.8 13.6 H9.2",
  lifecycle: "M2 4 H9 V6.5 H2 Z M4.5 9.5 H12 V12 H4.5 Z M10.5 2 V14",
  calendar: "M2.5 3.5 H13.5 V13.5 H2.5 Z M2.5 6.5 H13.5 M5.5 2 V5 M10.5 2 V5 M5.5 9.5 H7.5 M9.5 9.5 H11",
  plus: "M3.5 8 H12.5 M8 3.5 V12.5",
  minus: "M3.5 8 H12.5",
  waivers: "M10 3.5 H12.5 V13.5 H3.5 V3.5 H6 M6 2.5 H10 V5 H6 Z M5.8 9.2 L7.4 10.8 L10.4 7.6",
  settings:
    "M2 4.5 H9 M12 4.5 H14 M2 11.5 H4 M7 11.5 H14 M12 4.5 A1.5 1.5 0 1 1 9 4.5 A1.5 1.5 0 1 1 12 4.5 M7 11.5 A1.5 1.5 0 1 1 4 11.5 A1.5 1.5 0 1 1 7 11.5",
  search: "M11 7 A4 4 0 1 1 3 7 A4 4 0 1 1 11 7 M10 10 L13.5 13.5",
  copy: "M5.5 5.5 H13 V13.5 H5.5 Z M5.5 10.5 H3 V2.5 H10.5 V5.5",
  check: "M3 8.5 L6.5 12 L13 4.5",
  close: "M4 4 L12 12 M12 4 L4 12",
  down: "M4.5 6.5 L8 10 L11.5 6.5",
  right: "M6.5 4.5 L10 8 L6.5 11.5",
  left: "M9.5 4.5 L6 8 L9.5 11.5",
  up: "M4.5 9.5 L8 6 L11.5 9.5",
  refresh: "M13 8 A5 5 0 1 1 11.5 4.4 M11.5 1.8 V4.6 H8.7",
  report: "M4 2.5 H9.5 L12 5 V13.5 H4 Z M6 7 H10 M6 9.5 H10",
  play: "M5 3.5 L12 8 L5 12.5 Z",
  folder: "M2 4 H6.5 L8 5.5 H14 V12.5 H2 Z",
} as const;
export type IconName = keyof typeof paths;

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden style={{ flex: "none" }}>
      <path d={paths[name]} fill="none" stroke="currentColor" strokeWidth="1.25" strokeLinejoin="round" />
    </svg>
  );
}
