// What a message carried and what the platform found out about it, for each kind of arrow.
import type { Exchange } from '@local-number/simulator-contract'
import type { ReactElement } from 'react'
import { useTexts } from '../texts/words'
import { AnswerDetails } from './AnswerDetails'
import { findLoss } from './alterations'
import type { Arrow, ArrowKind } from './arrow-types'
import { describeLoss } from './describe-alterations'
import { EnrichmentDetails } from './EnrichmentDetails'
import { Deduced, Fields } from './Fields'
import { Md5Details } from './Md5Details'
import { PartsText } from './Parts'
import { PhoneNumDetails } from './PhoneNumDetails'
import { SignatureDetails } from './SignatureDetails'

interface BodyProps {
  readonly exchange: Exchange
}

export function ArrowBody({ arrow, exchange }: BodyProps & { readonly arrow: Arrow }) {
  const texts = useTexts()
  const Body = BODIES[arrow.kind]
  const loss = arrow.state === 'lost' ? findLoss(exchange) : null
  return (
    <>
      {loss !== null && <p className="seq-reason">{describeLoss(loss, texts)}</p>}
      <Body exchange={exchange} />
    </>
  )
}

const BODIES: Record<ArrowKind, (props: BodyProps) => ReactElement | null> = {
  imageRequest: Fields,
  enriched: EnrichmentDetails,
  imageAnswer: AnswerDetails,
  preSign: ({ exchange }) => (
    <Deduced>
      <PreSign exchange={exchange} />
    </Deduced>
  ),
  sign: ({ exchange }) => <Deduced field="body.sign" exchange={exchange} />,
  tokenRequest: ({ exchange }) => (
    <>
      <SignatureDetails exchange={exchange} />
      <Fields exchange={exchange} />
    </>
  ),
  tokenAnswer: AnswerDetails,
  idsRequest: () => <Deduced />,
  idsAndSign: ({ exchange }) => <Deduced field="sign" exchange={exchange} />,
  httpsRequest: ({ exchange }) => (
    <>
      <Md5Details exchange={exchange} />
      <Fields exchange={exchange} />
    </>
  ),
  httpsAnswer: AnswerDetails,
  phoneAndToken: ({ exchange }) => <Deduced field="body.token" exchange={exchange} />,
  verifyRequest: ({ exchange }) => (
    <>
      <SignatureDetails exchange={exchange} />
      <PhoneNumDetails exchange={exchange} />
      <Fields exchange={exchange} />
    </>
  ),
  verifyAnswer: AnswerDetails,
}

function PreSign({ exchange }: BodyProps) {
  const texts = useTexts().diagram
  return <PartsText parts={exchange.preSign ?? []} title={texts.parts} />
}
