// What the gateway did to the request on its way to the platform.
import type { Exchange } from '@local-number/simulator-contract'
import { useTexts } from '../texts/words'
import { type Fact, FactList } from './FactList'
import { useHandsetName } from './handset-names'
import { UntrustedText } from './UntrustedText'

export function EnrichmentDetails({ exchange }: { readonly exchange: Exchange }) {
  const { diagram: texts, handsets } = useTexts()
  const getName = useHandsetName()
  const { enrichment } = exchange
  if (enrichment === undefined) return <p className="seq-quiet">{texts.notInserted}</p>
  const { insertedMasked, cause, via, openType, owner } = enrichment
  const facts: readonly Fact[] = [
    // The HTTPS edition has none.
    ...(openType === '' ? [] : [['openType', <UntrustedText key="openType" text={openType} />] as const]),
    // On Wi-Fi the request did not leave through a SIM.
    ...(cause === 'wifi' ? [] : [[texts.via, getName(via)] as const]),
    ...(owner === undefined ? [] : [[handsets.carrier, handsets.carriers[owner]] as const]),
  ]
  return (
    <section className={`seq-finding ${insertedMasked === null ? 'seq-finding-bad' : 'seq-finding-good'}`}>
      <h3>
        {insertedMasked === null ? '✕' : '✓'}{' '}
        {insertedMasked === null ? texts.notInserted : texts.inserted(insertedMasked)}
      </h3>
      {cause !== null && <p className="seq-reason">{texts.notInsertedBecause[cause]}</p>}
      <FactList facts={facts} />
    </section>
  )
}
