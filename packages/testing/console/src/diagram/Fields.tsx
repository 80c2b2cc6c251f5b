// A request as it came: where to, and every field. All of it is a stranger's text.

import type { Exchange, Part } from '@local-number/simulator-contract'
import type { ReactNode } from 'react'
import { useTexts } from '../texts/words'
import { StrangersText } from './StrangersText'

export function Fields({ exchange }: { readonly exchange: Exchange }) {
  const texts = useTexts().diagram
  const { method, path, fields, referer } = exchange.request
  return (
    <section>
      <h3>{texts.request}</h3>
      <p className="seq-path">
        <b>{method}</b> <StrangersText text={path} />
      </p>
      {fields.length === 0 ? <p>{texts.noFields}</p> : <FieldList fields={fields} />}
      <p className="seq-quiet">
        {texts.referer}: <StrangersText className="seq-mono" text={referer === '' ? texts.refererNone : referer} />
      </p>
    </section>
  )
}

function FieldList({ fields }: { readonly fields: readonly Part[] }) {
  // A field may come twice, so its place is its name.
  const rows = fields.map((field, place) => ({ ...field, key: `${place} ${field.name}` }))
  return (
    <dl className="seq-fields">
      {rows.map(({ key, name, value }) => (
        <div key={key}>
          <dt>
            <StrangersText text={name} />
          </dt>
          <dd>
            <StrangersText text={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

interface DeducedProps {
  /** Shows this field of the request that it was deduced from. */
  readonly field?: string
  readonly exchange?: Exchange
  readonly children?: ReactNode
}

/** Why a message that nobody saw is drawn, and what is known of it. */
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
