// A text that is signed, taken apart: each part in its colour, in the text and in the table below it.
import type { Part } from '@local-number/simulator-contract'
import { StrangersText } from './StrangersText'

/** Parts whose colour is fixed; any other name gets a neutral one. */
const COLOURED = new Set(['appId', 'msgId', 'timestamp', 'uuid', 'version', 'phoneNum', 'token'])

export interface PartsTextProps {
  readonly parts: readonly Part[]
  readonly title: string
}

export function PartsText({ parts, title }: PartsTextProps) {
  if (parts.length === 0) return null
  const rows = parts.map((part, place) => ({ ...part, key: `${place} ${part.name}`, colour: colourOf(part.name) }))
  return (
    <div className="seq-parts">
      <h3>{title}</h3>
      <p className="seq-joined">
        {rows.map(({ key, value, colour }) => (
          <StrangersText key={key} className={`seq-part ${colour}`} text={value} />
        ))}
      </p>
      <dl className="seq-fields">
        {rows.map(({ key, name, value, colour }) => (
          <div key={key}>
            <dt>
              <StrangersText className={`seq-part ${colour}`} text={name} />
            </dt>
            <dd>
              <StrangersText text={value} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function colourOf(name: string): string {
  return COLOURED.has(name) ? `seq-part-${name}` : 'seq-part-other'
}
