// The signature: which registered key it matches, or why none does and what was found instead.
import type { Exchange, SignatureFinding } from '@local-number/simulator-contract'
import { useTexts } from '../texts/words'
import { findDifferences } from './differences'
import { FactList } from './FactList'
import { PartsText } from './Parts'
import { UntrustedText } from './UntrustedText'

type Refused = Extract<SignatureFinding, { verified: false }>

export function SignatureDetails({ exchange }: { readonly exchange: Exchange }) {
  const texts = useTexts().diagram
  const { signature, preSign } = exchange
  // The platform refused the request before it checked the signature; what had to be signed is known all the same.
  if (signature === undefined) return <PartsText parts={preSign ?? []} title={texts.parts} />
  return (
    <section className={`seq-finding ${signature.verified ? 'seq-finding-good' : 'seq-finding-bad'}`}>
      <h3>
        {signature.verified ? '✓' : '✕'} {signature.verified ? texts.signatureVerified : texts.signatureRefused}
      </h3>
      {signature.verified ? <p>{texts.signedBy(signature.key)}</p> : <Refusal signature={signature} />}
      <PartsText parts={signature.expectedParts} title={signature.verified ? texts.parts : texts.expectedText} />
      <FactList
        facts={[
          [texts.scheme, `${signature.scheme.algorithm}, ${signature.scheme.encoding}`],
          [texts.registeredKeys, signature.registeredKeys.join(', ') || texts.noRegisteredKeys],
        ]}
      />
    </section>
  )
}

function Refusal({ signature }: { readonly signature: Refused }) {
  const texts = useTexts().diagram
  const { reason, found, expectedText } = signature
  return (
    <>
      <p className="seq-reason">
        {texts.signatureReasons[reason]} {reason === 'otherText' && found === '' && texts.foundUnknown}
      </p>
      {found !== '' && (
        <FactList
          facts={[
            reason === 'otherText'
              ? [texts.foundText, <Marked key="found" expected={expectedText} found={found} />]
              : [texts.found, <UntrustedText key="found" text={found} />],
          ]}
        />
      )}
    </>
  )
}

function Marked({ expected, found }: { readonly expected: string; readonly found: string }) {
  const pieces = findDifferences(expected, found).map((piece, index) => ({ ...piece, key: index }))
  return pieces.map(({ key, value, isDifferent }) => {
    const Tag = isDifferent ? 'mark' : 'span'
    return (
      <Tag key={key}>
        <UntrustedText text={value} />
      </Tag>
    )
  })
}
