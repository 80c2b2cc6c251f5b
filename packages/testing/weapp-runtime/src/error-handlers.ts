// What the mini-program does not handle: it is reported, and the mini-program is notified as in WeChat.
import type { App } from './logic/app'
import type { ThreadErrors } from './logic/thread'
import { type ReportCollector, toMessage, toStackText } from './report'
import type { WindowWx } from './wx/wx'

interface Listening {
  readonly app: App
  readonly wx: WindowWx
}

/** @param getListening returns app and `wx`, which are created after the handlers */
export function createErrorHandlers(report: ReportCollector, getListening: () => Listening): ThreadErrors {
  let notifying = false
  return {
    onError: (error) => {
      report.addError(error)
      // What a listener throws is reported, but listeners are not notified again.
      if (notifying) return
      notifying = true
      const { app, wx } = getListening()
      app.notify('onError', toStackText(error))
      wx.appEvents.error.notify({ message: toMessage(error), stack: toStackText(error) })
      notifying = false
    },
    onRejection: (reason, promise) => {
      report.addError(reason)
      const { app, wx } = getListening()
      app.notify('onUnhandledRejection', { reason, promise })
      wx.appEvents.rejection.notify({ reason, promise })
    },
  }
}
