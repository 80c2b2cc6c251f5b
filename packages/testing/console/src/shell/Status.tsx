// What determines the next login: the current handset, active faults, a moved clock. And whether the page is connected.
import { IconBolt, IconClockExclamation } from '@tabler/icons-react'
import { describeClock } from '../clock/describe-clock'
import { toHash } from '../state/route'
import { useConsole } from '../state/use-console'
import { useTexts } from '../texts/words'
import { HandsetMenu } from './HandsetMenu'

export function Status() {
  const texts = useTexts()
  const { connection, simulator } = useConsole().state
  const faults = simulator?.faults.length ?? 0
  const offsetMs = simulator?.clock.offsetMs ?? 0
  const faultsOn = texts.shell.faultsOn(faults)
  const clockMoved = texts.shell.clockMoved(describeClock(offsetMs, texts))
  return (
    <div className="status">
      {faults > 0 && (
        <a className="status-chip status-warn" href={toHash('faults')} aria-label={faultsOn} title={faultsOn}>
          <IconBolt size={16} aria-hidden />
          <span className="status-words">{faultsOn}</span>
          <span className="status-count">{faults}</span>
        </a>
      )}
      {offsetMs !== 0 && (
        <a className="status-chip status-warn" href={toHash('clock')} aria-label={clockMoved} title={clockMoved}>
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
