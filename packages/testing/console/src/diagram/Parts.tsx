// A text to be signed, part by part: each has its colour, in the text and in the table below it.
import type { Part } from '@local-number/simulator-contract'
import { UntrustedText } from './UntrustedText'

/** Parts that have a colour of their own. */
const COLOURED = new Set(['appId', 'msgId', 'timestamp', 'uuid', 'version', 'phoneNum', 'token'])

export interface PartsTextProps {
  readonly parts: readonly Part[]
  readonly title: string
}

export function PartsText({ parts, title }: PartsTextProps) {
  if (parts.length === 0) return null
  const rows = parts.map((part, index) => ({ ...part, key: `${index} ${part.name}`, colour: getColour(part.name) }))
  return (
    <div className="seq-parts">
      <h3>{title}</h3>
      <p className="seq-joined">
        {rows.map(({ key, value, colour }) => (
          <UntrustedText key={key} className={`seq-part ${colour}`} text={value} />
        ))}
      </p>
      <dl className="seq-fields">
        {rows.map(({ key, name, value, colour }) => (
          <div key={key}>
            <dt>
              <UntrustedText className={`seq-part ${colour}`} text={name} />
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

function getColour(name: string): string {
  return COLOURED.has(name) ? `seq-part-${name}` : 'seq-part-other'
}
