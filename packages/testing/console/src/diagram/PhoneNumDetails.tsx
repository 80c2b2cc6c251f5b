// The result of decrypting the number.
import type { Exchange } from '@local-number/simulator-contract'
import { useTexts } from '../texts/words'

export function PhoneNumDetails({ exchange }: { readonly exchange: Exchange }) {
  const texts = useTexts().diagram
  const { phoneNum } = exchange
  if (phoneNum === undefined) return null
  return (
    <section className={`seq-finding ${phoneNum.opened ? 'seq-finding-good' : 'seq-finding-bad'}`}>
      <h3>
        {phoneNum.opened ? '✓' : '✕'} {phoneNum.opened ? texts.phoneNum : texts.phoneNumClosed}
      </h3>
      <p>{phoneNum.opened ? texts.phoneNumOpened(phoneNum.typedMasked) : texts.phoneNumReasons[phoneNum.reason]}</p>
    </section>
  )
}
