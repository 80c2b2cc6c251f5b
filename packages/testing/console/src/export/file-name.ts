// Names of exported files are made of the trace's id and time (in the browser's time zone), not of what a client sent.
import type { Trace } from '@local-number/simulator-contract'
import { formatDateTime } from '../diagram/times'

const NOT_HEX = /[^0-9a-f]/g

export function toFileName(trace: Pick<Trace, 'id' | 'startedAt'>, extension: 'json' | 'html'): string {
  const time = formatDateTime(trace.startedAt).replace(/[-:]/g, '').replace(' ', '-')
  return `login-${time}-${trace.id.replace(NOT_HEX, '').slice(0, 8)}.${extension}`
}
