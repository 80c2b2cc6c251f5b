// Handlers that a template names and its page or component lacks.
import * as glassEasel from 'glass-easel'

/**
 * Warns when the event happens, in WeChat's words (cited in github.com/NervJS/taro/issues/2374). glass-easel looks a
 * template's handler up by this method and ignores one that does not exist.
 */
export function warnOfMissingHandlers(onWarning: (message: string) => void): void {
  const { getMethod } = glassEasel.Component
  glassEasel.Component.getMethod = (component, name) =>
    getMethod(component, name) ??
    (({ type }: { readonly type: string }) => {
      onWarning(`Component "${component.is}" does not have a method "${name}" to handle event "${type}".`)
    })
}
