// The MD5 of the HTTPS edition: whether it fits, or why it does not and what was hashed instead.
import type { Exchange, Md5Finding } from '@local-number/simulator-contract'
import { useTexts } from '../texts/words'
import { FactList } from './FactList'
import { PartsText } from './Parts'
import { UntrustedText } from './UntrustedText'

type Refused = Extract<Md5Finding, { verified: false }>

export function Md5Details({ exchange }: { readonly exchange: Exchange }) {
  const texts = useTexts().diagram
  const { md5 } = exchange
  // The platform refused the request before it checked the signature.
  if (md5 === undefined) return null
  return (
    <section className={`seq-finding ${md5.verified ? 'seq-finding-good' : 'seq-finding-bad'}`}>
      <h3>
        {md5.verified ? '✓' : '✕'} {md5.verified ? texts.signatureVerified : texts.signatureRefused}
      </h3>
      {!md5.verified && <Refusal md5={md5} />}
      <PartsText parts={md5.expectedParts} title={md5.verified ? texts.parts : texts.expectedText} />
      <FactList facts={[[texts.scheme, texts.md5Scheme]]} />
    </section>
  )
}

function Refusal({ md5 }: { readonly md5: Refused }) {
  const texts = useTexts().diagram
  const { reason, found, foundParts } = md5
  return (
    <>
      <p className="seq-reason">{texts.md5Reasons[reason]}</p>
      {found !== '' && <FactList facts={[[texts.found, <UntrustedText key="found" text={found} />]]} />}
      <PartsText parts={foundParts} title={texts.md5FoundText} />
    </>
  )
}
