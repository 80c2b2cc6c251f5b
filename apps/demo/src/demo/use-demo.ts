// What all pages of the demo need: the servers' addresses, the handset, and what the panel has switched.
import { useRouter } from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'
import { type Handset, loadHandsets } from './handsets'
import { type DemoSettings, loadSettings } from './settings'
import { readSwitches, type Switches, type SwitchName } from './switches'

export interface Demo {
  readonly settings: DemoSettings
  readonly handsets: readonly Handset[]
  /** `null` on the carrier's own lines, where the phone itself is used. */
  readonly handset: Handset | null
  readonly switches: Switches
  /** The number that is in the field from the start. */
  readonly prefilled: string
  /** Changes when the login starts over. */
  readonly loginKey: string
  readonly choose: (id: string) => void
  readonly set: <Name extends SwitchName>(name: Name, value: Switches[Name]) => void
  readonly startOver: () => void
  /** Starts over with this number in the field. */
  readonly prefill: (phone: string) => void
  readonly reload: () => void
}

export type DemoState = Demo | 'loading' | 'unreachable'

/** `?handset=cu-5g&edition=https` in the page's address chooses the first handset and the switches. */
export function useDemo(): DemoState {
  const { params } = useRouter()
  const [loaded, setLoaded] = useState<{ settings: DemoSettings; handsets: readonly Handset[] } | null>(null)
  const [failed, setFailed] = useState(false)
  const [chosen, setChosen] = useState(params.handset)
  const [switches, setSwitches] = useState(() => readSwitches(params))
  const [{ round, prefilled }, setRound] = useState({ round: 1, prefilled: '' })

  const reload = useCallback(() => {
    load().then(setLoaded, () => setFailed(true))
  }, [])
  useEffect(reload, [reload])

  if (failed) return 'unreachable'
  if (!loaded) return 'loading'
  const handset = loaded.handsets.find(({ id }) => id === chosen) ?? loaded.handsets[0] ?? null
  const { edition, flow, layout, captcha, session, network, check } = switches
  const prefill = (phone: string) => setRound({ round: round + 1, prefilled: phone })
  return {
    ...loaded,
    ...{ handset, switches, prefilled, prefill, reload },
    loginKey: [handset?.id, edition, flow, layout, captcha, session, network, check, round].join(' '),
    choose: (id) => {
      setChosen(id)
      prefill('')
    },
    set: (name, value) => setSwitches({ ...switches, [name]: value }),
    startOver: () => prefill(''),
  }
}

async function load() {
  const settings = await loadSettings()
  const simulated = settings.line === 'simulator'
  return { settings, handsets: simulated ? await loadHandsets(settings.carrierOrigin) : [] }
}
