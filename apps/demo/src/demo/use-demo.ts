// What both pages of the demo need: the servers' addresses and the handset.
import { useRouter } from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'
import { type Contract, toContract } from './editions'
import { type Handset, loadHandsets } from './handsets'
import { type DemoSettings, loadSettings } from './settings'
import { createVariantProps } from './variant'

export interface Demo {
  readonly settings: DemoSettings
  readonly handsets: readonly Handset[]
  /** `null` on the carrier's own lines, where the phone itself is used. */
  readonly handset: Handset | null
  /** Which editions the login may use. */
  readonly contract: Contract
  /** `network=quiet`: the login is not told when the network changes, as on phones that lose the event. */
  readonly quietNetwork: boolean
  /** How the login is set up. */
  readonly variantProps: ReturnType<typeof createVariantProps>
  /** Changes when the login starts over. */
  readonly loginKey: string
  readonly choose: (id: string) => void
  readonly chooseContract: (contract: Contract) => void
  readonly startOver: () => void
  readonly reload: () => void
}

export type DemoState = Demo | 'loading' | 'unreachable'

/**
 * `?handset=cu-5g&edition=https` in the page's address chooses the first handset and the editions, and other parameters
 * set the login up, see `variant.tsx`.
 */
export function useDemo(): DemoState {
  const { params } = useRouter()
  const { handset: wanted, edition, network } = params
  const [loaded, setLoaded] = useState<{ settings: DemoSettings; handsets: readonly Handset[] } | null>(null)
  const [failed, setFailed] = useState(false)
  const [chosen, setChosen] = useState(wanted)
  const [contract, chooseContract] = useState(toContract(edition))
  const [variantProps] = useState(() => createVariantProps(params))
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
  const quietNetwork = network === 'quiet'
  const choices = { choose: setChosen, chooseContract, startOver, reload }
  return { ...loaded, handset, contract, quietNetwork, variantProps, loginKey, ...choices }
}

async function load() {
  const settings = await loadSettings()
  const simulated = settings.line === 'simulator'
  return { settings, handsets: simulated ? await loadHandsets(settings.carrierOrigin) : [] }
}
