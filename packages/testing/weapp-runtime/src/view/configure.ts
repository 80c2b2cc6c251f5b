// Settings of glass-easel for a run.
import * as glassEasel from 'glass-easel'
import { createDelayedTemplates } from './delayed-templates'
import { warnOfMissingHandlers } from './missing-handlers'

export interface ViewOptions {
  readonly latencyMs: number
  readonly onError: (error: unknown) => void
  readonly onWarning: (message: string) => void
  /** Receives the path of each page and component that is created. */
  readonly onRender: (path: string) => void
}

export function configureGlassEasel({ latencyMs, onError, onWarning, onRender }: ViewOptions): void {
  const { globalOptions } = glassEasel
  globalOptions.throwGlobalError = false
  globalOptions.writeIdToDOM = true
  // A property may have the name of a member of glass-easel's own nodes, e.g. `dataset`.
  globalOptions.writeFieldsToNode = false
  globalOptions.templateEngine = createDelayedTemplates(latencyMs, onRender)
  warnOfMissingHandlers(onWarning)
  glassEasel.addGlobalErrorListener((error) => {
    onError(error)
    return false
  })
  glassEasel.addGlobalWarningListener((message) => {
    if (!UNDEFINED_LIST.test(message)) onWarning(message)
    return false
  })
}

/** WeChat treats an undefined list as empty, and Taro's templates rely on it; glass-easel warns. */
const UNDEFINED_LIST = /^The for-list data is neither Array nor Object, got type "undefined"/
