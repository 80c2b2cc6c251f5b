/**
 * Ports that are free, for programs that must know them before a server listens.
 *
 * An entry of its own: no service needs it to run, so it stays out of their bundles.
 *
 * @example
 * const [simulatorPort, backendPort] = await findFreePorts(2)
 * @module
 */
import getPort, { portNumbers } from 'get-port'

/** The system hands out ports from 32,768 on to outgoing connections; below, programs take only ports they choose. */
const LOWEST = 20_000
const HIGHEST = 32_000

/** Finds ports that are free on all addresses of this machine. They are not next to one another, and not reserved. */
export async function findFreePorts<const N extends number>(count: N): Promise<PortList<N>> {
  const ports: number[] = []
  while (ports.length < count) ports.push(await getPort({ port: portNumbers(pickFirst(1), HIGHEST) }))
  return ports as unknown as PortList<N>
}

/** `[number, number]` for 2, so that destructuring gives numbers. */
type PortList<N extends number, List extends readonly number[] = []> = number extends N
  ? readonly number[]
  : List['length'] extends N
    ? List
    : PortList<N, readonly [...List, number]>

/** Finds free ports in a row. @returns the first one */
export async function findFreeRow(length: number): Promise<number> {
  const first = pickFirst(length)
  for (let port = first; port < first + length; port += 1) {
    // get-port falls back to a port of the system's choice.
    if ((await getPort({ port })) !== port) return findFreeRow(length)
  }
  return first
}

/** At random: test processes that start at the same time must not try the same ports. */
function pickFirst(length: number): number {
  return LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST - length))
}
