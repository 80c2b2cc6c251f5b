// The shop's other ways to log in. They are mock-ups that show how such a way is made.
import type { OtherWay } from '@local-number/taro'
import { type Proof, ProofForm } from './proof-form'
import type { ShopTexts } from './shop-texts'

const PROOFS: readonly Proof[] = ['code', 'password']

export function createShopWays(count: number, texts: ShopTexts): readonly OtherWay[] {
  return PROOFS.slice(0, count).map((proof) => ({
    id: proof,
    label: texts.way[proof].title,
    render: (context) => <ProofForm proof={proof} texts={texts} context={context} />,
  }))
}
