// Finds ports that two services of this stack would both open, before any of them listens.
import { DEFAULT_HANDSETS } from '@local-number/simulator'

/** The variables that name one port each. */
export const PORT_VARIABLES = [
  'SIMULATOR_PORT',
  'SIMULATOR_TEST_LINE_PORT',
  'SIMULATOR_ADMIN_PORT',
  'SIMULATOR_HTTPS_EDITION_PORT',
  'SIMULATOR_HTTPS_EDITION_TEST_LINE_PORT',
  'BACKEND_PORT',
  'DEMO_PORT',
  'DEMO_HTTPS_PORT',
] as const

type PortVariable = (typeof PORT_VARIABLES)[number] | 'SIMULATOR_HANDSET_PORT'

type Ports = Readonly<Record<PortVariable, number>>

/** A variable, and the first and last port that it claims. */
interface Claim {
  readonly variable: PortVariable
  readonly first: number
  readonly last: number
}

/** Finds variables whose port another variable of the stack claims, too. A port of 0 never clashes. */
export function findPortClashes(ports: Ports): ReadonlyArray<readonly [variable: string, problem: string]> {
  const claims = listClaims(ports)
  return claims.flatMap((claim, index) => {
    const earlier = claims.slice(0, index).find((other) => overlaps(claim, other))
    return earlier ? [[claim.variable, explainClash(claim, earlier)] as const] : []
  })
}

/** The handsets come last: their clash needs the longest explanation. */
function listClaims(ports: Ports): readonly Claim[] {
  const single = (variable: PortVariable): Claim => ({ variable, first: ports[variable], last: ports[variable] })
  const firstHandset = ports.SIMULATOR_HANDSET_PORT
  const claims: readonly Claim[] = [
    ...PORT_VARIABLES.map(single),
    { variable: 'SIMULATOR_HANDSET_PORT', first: firstHandset, last: firstHandset + DEFAULT_HANDSETS.length - 1 },
  ]
  return claims.filter(({ first }) => first !== 0)
}

function overlaps(one: Claim, other: Claim): boolean {
  return one.first <= other.last && other.first <= one.last
}

function explainClash({ variable, first, last }: Claim, other: Claim): string {
  const row = variable === 'SIMULATOR_HANDSET_PORT' ? `leads to the handset ports ${first} to ${last}` : `is ${first}`
  return `${row}, and ${other.variable} is ${other.first}: give each its own port`
}
