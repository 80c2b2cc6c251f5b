// The timeline: the list of logins, and what can be done with the chosen one.
import type { Texts } from '../shape'

export const timeline: Texts['timeline'] = {
  logins: 'Logins',
  count: (count) => (count === 1 ? '1 login' : `${count} logins`),
  countMatches: (found, count) => `${found} of ${count} logins`,
  find: 'Find logins',
  findHint: 'Number, code, msgId …',
  notFound: 'No login matches all of these words.',
  newest: 'Follow the newest',
  back: 'All logins',
  empty: 'No login yet',
  emptyHint:
    'Point a client or a business server at the simulator, and its logins appear here. Or send a single request to try it:',
  seeHandsets: 'See the handsets and their addresses',
  seeApps: 'See the apps and their keys',
  newLogins: (count) => (count === 1 ? '1 new login ↑' : `${count} new logins ↑`),
  unknownTrace: 'Trace not found',
  unknownTraceHint: 'It was cleared, or belongs to another simulator.',
  copyLink: 'Copy link',
  exportJson: 'Export JSON',
  exportHtml: 'Export HTML',
  clear: 'Clear the traces',
  clearQuestion: 'Delete the traces of all logins? They cannot be restored.',
  calls: (count) => (count === 1 ? '1 call' : `${count} calls`),
}
