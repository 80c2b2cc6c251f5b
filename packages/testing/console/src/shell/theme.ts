// Mantine's colors, with more contrast where its own are hard to read on the page's backgrounds.
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

/** Mantine's ten dark shades, tinted like the diagram's surfaces. */
const SLATE: MantineColorsTuple = [
  '#e8eaee',
  '#c9ced8',
  '#a7afbd',
  '#7a8393',
  '#434a57',
  '#343943',
  '#23272f',
  '#16181d',
  '#121418',
  '#0e0f13',
]

export const theme = createTheme({
  colors: { dark: SLATE },
  primaryColor: 'indigo',
  primaryShade: { light: 8, dark: 8 },
  defaultRadius: 'md',
  cursorType: 'pointer',
  autoContrast: true,
  respectReducedMotion: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, monospace',
})

export const colors: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#eff1f5',
    '--mantine-color-dimmed': '#515a69',
    '--mantine-color-placeholder': '#5d6675',
    '--mantine-color-error': '#b3212f',
  },
  dark: {
    '--mantine-color-body': '#0e0f13',
    '--mantine-color-text': '#e8eaee',
    '--mantine-color-dimmed': '#a7afbd',
    '--mantine-color-placeholder': '#98a1b0',
    '--mantine-color-error': '#ff8e96',
    '--mantine-color-anchor': '#9db0ff',
  },
})
