// The five participants of a login, from left to right.
export const LANES = ['page', 'jssdk', 'gateway', 'platform', 'server'] as const

export type Lane = (typeof LANES)[number]

/** Where an arrow lies: its left lane, how many lanes it spans, and which way it points. */
export interface Span {
  readonly left: number
  readonly lanes: number
  readonly points: 'left' | 'right'
}

export function toSpan(from: Lane, to: Lane): Span {
  const start = LANES.indexOf(from)
  const end = LANES.indexOf(to)
  return { left: Math.min(start, end), lanes: Math.abs(end - start), points: end > start ? 'right' : 'left' }
}
