// What decides how the next login goes: the current handset, faults that are on, a clock that was moved; and whether the
// page is still connected.
import { IconBolt, IconClockExclamation } from '@tabler/icons-react'
import { clockWords } from '../clock/clock-words'
import { hashOf } from '../state/route'
import { useConsole } from '../state/use-console'
import { useTexts } from '../texts/words'
import { HandsetMenu } from './HandsetMenu'

export function Status() {
  const texts = useTexts()
  const { connection, simulator } = useConsole().state
  const faults = simulator?.faults.length ?? 0
  const offsetMs = simulator?.clock.offsetMs ?? 0
  const faultsOn = texts.shell.faultsOn(faults)
  const clockMoved = texts.shell.clockMoved(clockWords(offsetMs, texts))
  return (
    <div className="status">
      {faults > 0 && (
        <a className="status-chip status-warn" href={hashOf('faults')} aria-label={faultsOn} title={faultsOn}>
          <IconBolt size={16} aria-hidden />
          <span className="status-words">{faultsOn}</span>
          <span className="status-count">{faults}</span>
        </a>
      )}
      {offsetMs !== 0 && (
        <a className="status-chip status-warn" href={hashOf('clock')} aria-label={clockMoved} title={clockMoved}>
          <IconClockExclamation size={16} aria-hidden />
          <span className="status-words">{clockMoved}</span>
        </a>
      )}
      <HandsetMenu />
      <span className={`status-chip status-${connection}`} role="status" title={texts.shell.connections[connection]}>
        <i aria-hidden="true" />
        <span className="status-words">{texts.shell.connections[connection]}</span>
      </span>
    </div>
  )
}
