// Names of exported files: of the trace's own id and time, which is the reader's as in the page, never of anything a client
// sent.
import type { Trace } from '@local-number/simulator-contract'
import { dateTime } from '../diagram/times'

const OTHER_THAN_HEX = /[^0-9a-f]/g

export function fileName(trace: Pick<Trace, 'id' | 'startedAt'>, extension: 'json' | 'html'): string {
  const time = dateTime(trace.startedAt).replace(/[-:]/g, '').replace(' ', '-')
  return `login-${time}-${trace.id.replace(OTHER_THAN_HEX, '').slice(0, 8)}.${extension}`
}
