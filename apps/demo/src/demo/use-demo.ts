// What both pages of the demo need: the servers' addresses and the handset.
import { useRouter } from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'
import { type Contract, toContract } from './editions'
import { type Handset, loadHandsets } from './handsets'
import { type DemoSettings, loadSettings } from './settings'

export interface Demo {
  readonly settings: DemoSettings
  readonly handsets: readonly Handset[]
  /** `null` on the carrier's own lines, where the phone itself is used. */
  readonly handset: Handset | null
  /** Which editions the login may use. */
  readonly contract: Contract
  /** Changes when the login starts over. */
  readonly loginKey: string
  readonly choose: (id: string) => void
  readonly chooseContract: (contract: Contract) => void
  readonly startOver: () => void
  readonly reload: () => void
}

export type DemoState = Demo | 'loading' | 'unreachable'

/** `?handset=cu-5g&edition=https` in the page's address chooses the first handset and the editions. */
export function useDemo(): DemoState {
  const { handset: wanted, edition } = useRouter().params
  const [loaded, setLoaded] = useState<{ settings: DemoSettings; handsets: readonly Handset[] } | null>(null)
  const [failed, setFailed] = useState(false)
  const [chosen, setChosen] = useState(wanted)
  const [contract, chooseContract] = useState(toContract(edition))
  const [round, setRound] = useState(1)

  const reload = useCallback(() => {
    load().then(setLoaded, () => setFailed(true))
  }, [])
  useEffect(reload, [reload])

  if (failed) return 'unreachable'
  if (!loaded) return 'loading'
  const handset = loaded.handsets.find(({ id }) => id === chosen) ?? loaded.handsets[0] ?? null
  const startOver = () => setRound(round + 1)
  const loginKey = `${handset?.id} ${contract} ${round}`
  return { ...loaded, handset, contract, loginKey, choose: setChosen, chooseContract, startOver, reload }
}

async function load() {
  const settings = await loadSettings()
  const simulated = settings.line === 'simulator'
  return { settings, handsets: simulated ? await loadHandsets(settings.carrierOrigin) : [] }
}
