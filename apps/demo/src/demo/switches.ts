// What the panel switches, and the page's address sets: `?theme=dark&flow=oneScreen`.

/** The values of each switch. The first is the default. */
export const SWITCHES = {
  /** What the app is contracted for. */
  edition: ['image', 'https', 'both'],
  theme: ['auto', 'light', 'dark'],
  lang: ['zh-CN', 'zh-HK', 'zh-TW', 'en'],
  /** The first one goes with the logo. */
  accent: ['teal', 'blue', 'red', 'green', 'violet'],
  layout: ['page', 'compact', 'sheet'],
  flow: ['stepByStep', 'oneScreen'],
  /** How many other ways there are. */
  ways: ['1', '2', '3', '0'],
  /** `none`: the way by text message shows no captcha when the server asks for one. */
  captcha: ['shown', 'none'],
  /** Whether the login can be left: 暂不登录. */
  cancel: ['0', '1'],
  /** `fails`: the shop refuses the first session. */
  session: ['opens', 'fails'],
  /** `quiet`: the login is not told when the network changes, as on phones that lose the event. */
  network: ['told', 'quiet'],
  /** What the app makes of the network. `refuse`: its own check lets none pass; `fallback`: on Wi-Fi it does not wait. */
  check: ['auto', 'fallback', 'refuse'],
} as const

export type SwitchName = keyof typeof SWITCHES

export type Switches = { readonly [Name in SwitchName]: (typeof SWITCHES)[Name][number] }

const NAMES = Object.keys(SWITCHES) as readonly SwitchName[]

/** Anything unknown is the default. */
export function readSwitches(params: Readonly<Record<string, string | undefined>>): Switches {
  const values: Partial<Record<SwitchName, string>> = {}
  for (const name of NAMES) values[name] = find(name, params[name]) ?? findDefault(name)
  return values as Switches
}

/** The switches as a part of an address. */
export function formatSwitches(switches: Switches): string {
  return NAMES.map((name) => `${name}=${switches[name]}`).join('&')
}

function find(name: SwitchName, value: string | undefined): string | undefined {
  return SWITCHES[name].find((known: string) => known === value)
}

/** On https pages, the image edition alone could never work. */
function findDefault(name: SwitchName): string {
  const secure = process.env.TARO_ENV === 'h5' && window.location.protocol === 'https:'
  return name === 'edition' && secure ? 'both' : SWITCHES[name][0]
}
