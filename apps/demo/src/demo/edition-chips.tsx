// Chooses the editions that the demo's login may use.
import { Button, View } from '@tarojs/components'
import { CONTRACT_NAMES, CONTRACTS } from './editions'
import type { Demo } from './use-demo'

export function EditionChips({ demo: { contract, chooseContract } }: { readonly demo: Demo }) {
  return (
    <View className="demo-chips">
      {CONTRACT_NAMES.map((name) => (
        <Button
          key={name}
          className={name === contract ? 'demo-chip demo-chip-on' : 'demo-chip'}
          onClick={() => chooseContract(name)}
        >
          {CONTRACTS[name].label}
        </Button>
      ))}
    </View>
  )
}
