// A picture for each variable of the theme: a screen in outline, on which only what the variable changes has a color.
// Colors are shown in light and dark, sizes once. Pure: `generate-variables.ts` writes what this returns.

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly radius?: number
}

/** The screens of the component that the variables change something on. */
const SCREENS = {
  entry: {
    logo: { x: 40, y: 8, width: 16, height: 16, radius: 4 },
    title: { x: 32, y: 28, width: 32, height: 5 },
    subtitle: { x: 26, y: 37, width: 44, height: 3 },
    field: { x: 8, y: 45, width: 80, height: 16, radius: 4 },
    prefix: { x: 13, y: 51, width: 8, height: 4 },
    number: { x: 26, y: 50, width: 44, height: 6 },
    message: { x: 8, y: 64, width: 38, height: 3 },
    button: { x: 8, y: 71, width: 80, height: 14, radius: 4 },
    label: { x: 36, y: 76, width: 24, height: 4 },
    box: { x: 8, y: 90, width: 7, height: 7, radius: 3.5 },
    consent: { x: 19, y: 91, width: 66, height: 2 },
    terms: { x: 19, y: 96, width: 34, height: 2 },
    quiet: { x: 34, y: 107, width: 28, height: 3 },
  },
  note: {
    mark: { x: 38, y: 24, width: 20, height: 20, radius: 10 },
    headline: { x: 26, y: 52, width: 44, height: 5 },
    number: { x: 20, y: 62, width: 56, height: 8 },
    advice: { x: 18, y: 76, width: 60, height: 3 },
  },
  sheet: {
    cover: { x: 1, y: 1, width: 94, height: 118, radius: 6 },
    sheet: { x: 1, y: 60, width: 94, height: 59, radius: 8 },
    headline: { x: 26, y: 70, width: 44, height: 4 },
    button: { x: 8, y: 96, width: 80, height: 12, radius: 4 },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Box>>>>

type ScreenName = keyof typeof SCREENS

/** Bars beside the parts, for what has no part of its own. */
const MEASURES: Readonly<Record<string, readonly Box[]>> = {
  'button-height': [{ x: 90, y: 71, width: 3, height: 14 }],
  'field-height': [{ x: 90, y: 45, width: 3, height: 16 }],
  space: [
    { x: 1, y: 45, width: 7, height: 40 },
    { x: 88, y: 45, width: 7, height: 40 },
  ],
  width: [{ x: 8, y: 115, width: 80, height: 2 }],
}

interface Subject {
  readonly screen: ScreenName
  readonly parts: readonly string[]
}

const entry = (...parts: readonly (keyof (typeof SCREENS)['entry'])[]): Subject => ({ screen: 'entry', parts })
const note = (...parts: readonly (keyof (typeof SCREENS)['note'])[]): Subject => ({ screen: 'note', parts })
const sheet = (...parts: readonly (keyof (typeof SCREENS)['sheet'])[]): Subject => ({ screen: 'sheet', parts })

const SUBJECTS: Readonly<Record<string, Subject>> = {
  accent: entry('button', 'box'),
  'accent-pressed': entry('button'),
  'on-accent': entry('label'),
  link: entry('terms', 'quiet'),
  text: entry('title', 'number'),
  muted: entry('subtitle', 'prefix', 'consent'),
  line: entry('box'),
  surface: sheet('sheet'),
  field: entry('field'),
  placeholder: entry('number'),
  danger: entry('message'),
  good: note('mark'),
  warning: note('mark'),
  overlay: sheet('cover'),
  radius: entry('field', 'button'),
  'sheet-radius': sheet('sheet'),
  'logo-size': entry('logo'),
  'button-height': entry(),
  'field-height': entry(),
  space: entry(),
  width: entry(),
  'title-size': entry('title'),
  'text-size': note('advice'),
  'small-size': entry('consent', 'terms'),
  'button-size': entry('label'),
  'input-size': entry('number'),
  'number-size': note('number'),
}

const WIDTH = 96
const HEIGHT = 120
/** In a row of the table. */
const SCALE = 0.75
/** What is not meant. */
const FAINT = { light: { background: '#ffffff', part: '#e4e7ec' }, dark: { background: '#17191d', part: '#33373f' } }
/** Of a size. */
const HIGHLIGHT = '#1668dc'

/**
 * @param name without `--lnl-`
 * @param colors the variable's defaults in light and dark; none for a size
 */
export function drawVariable(name: string, colors: readonly string[]): string {
  const subject = SUBJECTS[name]
  if (!subject) throw new Error(`no picture of ${name}: add it to SUBJECTS in scripts/variables-pictures.ts`)
  const measures = (MEASURES[name] ?? []).map((box) => drawBox(box, HIGHLIGHT))
  const screens =
    colors.length === 0
      ? [[drawScreen(subject, 'light', HIGHLIGHT), ...measures].join('')]
      : (['light', 'dark'] as const).map((theme, at) => drawScreen(subject, theme, colors[at] ?? colors[0] ?? ''))
  const width = screens.length * (WIDTH + 8) - 8
  const drawn = screens.map((screen, at) => `<g transform="translate(${at * (WIDTH + 8)})">${screen}</g>`)
  const size = `width="${width * SCALE}" height="${HEIGHT * SCALE}" viewBox="0 0 ${width} ${HEIGHT}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${drawn.join('')}</svg>\n`
}

function drawScreen({ screen, parts }: Subject, theme: keyof typeof FAINT, color: string): string {
  const { background, part } = FAINT[theme]
  const frame = `<rect x=".5" y=".5" width="95" height="119" rx="6" fill="${background}" stroke="#b4bac4"/>`
  const boxes = Object.entries<Box>(SCREENS[screen]).map(([name, box]) =>
    // A part on top of a faint one stays visible.
    drawBox(box, parts.includes(name) ? color : part, parts.includes(name) ? undefined : background),
  )
  return frame + boxes.join('')
}

function drawBox({ x, y, width, height, radius = 1 }: Box, fill: string, edge?: string): string {
  const stroke = edge === undefined ? ' stroke="#8a919e" stroke-width=".5"' : ` stroke="${edge}" stroke-width=".5"`
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"${stroke}/>`
}
