// A request as it arrived: its address and every field. All of it is untrusted text.
import type { Exchange, Part } from '@local-number/simulator-contract'
import type { ReactNode } from 'react'
import { useTexts } from '../texts/words'
import { UntrustedText } from './UntrustedText'

export function Fields({ exchange }: { readonly exchange: Exchange }) {
  const texts = useTexts().diagram
  const { method, path, fields, referer } = exchange.request
  return (
    <section>
      <h3>{texts.request}</h3>
      <p className="seq-path">
        <b>{method}</b> <UntrustedText text={path} />
      </p>
      {fields.length === 0 ? <p>{texts.noFields}</p> : <FieldList fields={fields} />}
      <p className="seq-quiet">
        {texts.referer}: <UntrustedText className="seq-mono" text={referer === '' ? texts.refererNone : referer} />
      </p>
    </section>
  )
}

function FieldList({ fields }: { readonly fields: readonly Part[] }) {
  // The name is not enough as a key: a field may come twice.
  const rows = fields.map((field, index) => ({ ...field, key: `${index} ${field.name}` }))
  return (
    <dl className="seq-fields">
      {rows.map(({ key, name, value }) => (
        <div key={key}>
          <dt>
            <UntrustedText text={name} />
          </dt>
          <dd>
            <UntrustedText text={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

interface DeducedProps {
  /** A field of the request that the message was deduced from, to be shown. */
  readonly field?: string
  readonly exchange?: Exchange
  readonly children?: ReactNode
}

/** Why a message is drawn that the simulator did not see, and what is known about it. */
export function Deduced({ field, exchange, children }: DeducedProps) {
  const texts = useTexts().diagram
  const known = exchange?.request.fields.filter(({ name }) => name === field) ?? []
  return (
    <section>
      <p className="seq-quiet">{texts.deducedNote}</p>
      {known.length > 0 && <FieldList fields={known} />}
      {children}
    </section>
  )
}
