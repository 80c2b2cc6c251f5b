// A text to be signed, part by part: each has its color, in the text and in the table below it.
import type { Part } from '@local-number/simulator-contract'
import { UntrustedText } from './UntrustedText'

/** Parts that have a color of their own. */
const COLORED = new Set([
  'appId',
  'appKey',
  'businessType',
  'msgId',
  'phoneNum',
  'timestamp',
  'token',
  'traceId',
  'uuid',
  'version',
])

export interface PartsTextProps {
  readonly parts: readonly Part[]
  readonly title: string
}

export function PartsText({ parts, title }: PartsTextProps) {
  if (parts.length === 0) return null
  const rows = parts.map((part, index) => ({ ...part, key: `${index} ${part.name}`, color: getColor(part.name) }))
  // A separator has no name.
  const named = rows.filter(({ name }) => name !== '')
  return (
    <div className="seq-parts">
      <h3>{title}</h3>
      <p className="seq-joined">
        {rows.map(({ key, value, color }) => (
          <UntrustedText key={key} className={`seq-part ${color}`} text={value} />
        ))}
      </p>
      <dl className="seq-fields">
        {named.map(({ key, name, value, color }) => (
          <div key={key}>
            <dt>
              <UntrustedText className={`seq-part ${color}`} text={name} />
            </dt>
            <dd>
              <UntrustedText text={value} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function getColor(name: string): string {
  return COLORED.has(name) ? `seq-part-${name}` : 'seq-part-other'
}
