// Names with their values.
import type { ReactNode } from 'react'

export type Fact = readonly [name: string, value: ReactNode]

export interface FactListProps {
  readonly facts: readonly Fact[]
  /** @default 'seq-fields', the rows of an opened arrow */
  readonly className?: string
}

export function FactList({ facts, className = 'seq-fields' }: FactListProps) {
  return (
    <dl className={className}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
