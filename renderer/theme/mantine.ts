// Mantine bound to the tokens: its colours, sizes and radii are ours, and its components come out 28 px high.
import {
  ActionIcon,
  Button,
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  Menu,
  Modal,
  SegmentedControl,
  TextInput,
  Tooltip,
} from "@mantine/core";

const accent: MantineColorsTuple = [
  "#e5edf9",
  "#c9daf3",
  "#9fbdea",
  "#84b0f3",
  "#5c8fdc",
  "#3d79d8",
  "#1f5fbf",
  "#184d9e",
  "#133d7d",
  "#0e2d5c",
];

/** Mantine's greys of the dark scheme, for what no variable reaches. */
const dark: MantineColorsTuple = [
  "#e8e6e1",
  "#c8ccd3",
  "#a7afbd",
  "#8b95a7",
  "#3a4559",
  "#222b3a",
  "#171e2b",
  "#10151f",
  "#0c1018",
  "#080b11",
];

export const theme = createTheme({
  primaryColor: "accent",
  colors: { accent, dark },
  fontFamily: "var(--font)",
  fontFamilyMonospace: "var(--mono)",
  fontSizes: { xs: "11px", sm: "13px", md: "13px", lg: "16px", xl: "20px" },
  defaultRadius: "4px",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      defaultProps: { variant: "default", size: "xs" },
      vars: () => ({ root: { "--button-height": "28px", "--button-fz": "13px", "--button-padding-x": "12px" } }),
    }),
    ActionIcon: ActionIcon.extend({
      defaultProps: { variant: "subtle", size: "24px" },
      vars: () => ({
        root: { "--ai-color": "var(--ink-soft)", "--ai-hover": "var(--hover)", "--ai-hover-color": "var(--ink)" },
      }),
    }),
    TextInput: TextInput.extend({
      vars: () => ({ wrapper: { "--input-height": "28px", "--input-fz": "13px" }, root: {} }),
    }),
    SegmentedControl: SegmentedControl.extend({
      defaultProps: { size: "sm" },
      vars: () => ({
        root: {
          "--sc-font-size": "13px",
          "--sc-padding": "3px 12px",
          "--sc-color": "var(--surface)",
          "--sc-label-color": "var(--ink)",
        },
      }),
    }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 400, multiline: true, maw: 480, transitionProps: { duration: 120 } },
    }),
    Menu: Menu.extend({ defaultProps: { transitionProps: { duration: 120 }, shadow: "md" } }),
    Modal: Modal.extend({
      defaultProps: {
        transitionProps: { duration: 120 },
        centered: true,
        overlayProps: { color: "var(--shade)", backgroundOpacity: 1 },
        shadow: "xl",
      },
    }),
  },
});

const shared = {
  "--mantine-color-body": "var(--paper)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-bright": "var(--ink)",
  "--mantine-color-dimmed": "var(--ink-soft)",
  "--mantine-color-placeholder": "var(--ink-soft)",
  "--mantine-color-anchor": "var(--accent)",
  "--mantine-color-error": "var(--fail)",
  "--mantine-color-default": "var(--surface)",
  "--mantine-color-default-hover": "var(--hover)",
  "--mantine-color-default-color": "var(--ink)",
  "--mantine-color-default-border": "var(--edge)",
  "--mantine-color-disabled": "var(--sunken)",
  "--mantine-color-disabled-color": "var(--ink-soft)",
  "--mantine-color-disabled-border": "var(--line)",
  "--mantine-color-accent-filled": "var(--accent-fill)",
  "--mantine-color-accent-filled-hover": "var(--accent-fill-hover)",
  "--mantine-color-accent-light": "var(--accent-soft)",
  "--mantine-color-accent-light-hover": "var(--accent-soft)",
  "--mantine-color-accent-light-color": "var(--accent)",
  "--mantine-color-accent-outline": "var(--accent)",
  "--mantine-shadow-md": "var(--shadow)",
  "--mantine-shadow-xl": "var(--shadow)",
};

/** Tokens differ by theme themselves, so both schemes point at the same names. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared });
