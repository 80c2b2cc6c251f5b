// Where receipts are kept: by the stores and by `onConsent`, whichever there is; by neither, in the log.
import { ServerError } from '../errors'
import type { Log } from '../log/log'
import type { LocalNumberServerOptions } from '../options'
import type { ReceiptStore } from '../stores/receipts'

export interface ReceiptPlaces extends Pick<LocalNumberServerOptions, 'onConsent'> {
  readonly receipts: ReceiptStore | undefined
  readonly log: Log
}

export function chooseReceipts({ receipts, onConsent, log }: ReceiptPlaces): ReceiptStore {
  if (!receipts && !onConsent) {
    return {
      async append(receipt) {
        log.info({ ...receipt }, 'the user agreed to the terms')
        if (log.isDropping?.()) throw new ServerError('overloaded')
      },
    }
  }
  return {
    async append(receipt) {
      await Promise.all([receipts?.append(receipt), onConsent?.(receipt)])
    },
  }
}
