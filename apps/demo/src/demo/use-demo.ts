// What both pages of the demo need: the servers' addresses and the handset.
import { useRouter } from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'
import { type Handset, loadHandsets } from './handsets'
import { type DemoSettings, loadSettings } from './settings'

export interface Demo {
  readonly settings: DemoSettings
  readonly handsets: readonly Handset[]
  /** `null` on the carrier's own lines, where the phone itself is used. */
  readonly handset: Handset | null
  /** Changes when the login starts over. */
  readonly loginKey: string
  readonly choose: (id: string) => void
  readonly startOver: () => void
  readonly reload: () => void
}

export type DemoState = Demo | 'loading' | 'unreachable'

/** `?handset=cu-5g` in the page's address chooses the first handset. */
export function useDemo(): DemoState {
  const { handset: wanted } = useRouter().params
  const [loaded, setLoaded] = useState<{ settings: DemoSettings; handsets: readonly Handset[] } | null>(null)
  const [failed, setFailed] = useState(false)
  const [chosen, setChosen] = useState(wanted)
  const [round, setRound] = useState(1)

  const reload = useCallback(() => {
    load().then(setLoaded, () => setFailed(true))
  }, [])
  useEffect(reload, [reload])

  if (failed) return 'unreachable'
  if (!loaded) return 'loading'
  const handset = loaded.handsets.find(({ id }) => id === chosen) ?? loaded.handsets[0] ?? null
  const startOver = () => setRound(round + 1)
  return { ...loaded, handset, loginKey: `${handset?.id} ${round}`, choose: setChosen, startOver, reload }
}

async function load() {
  const settings = await loadSettings()
  const simulated = settings.line === 'simulator'
  return { settings, handsets: simulated ? await loadHandsets(settings.carrierOrigin) : [] }
}
