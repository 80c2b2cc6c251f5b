// The way from the logic layer to the view layer: `this.data` changes at once, what is on the screen follows.
import * as glassEasel from 'glass-easel'
import { BUILT_IN_PREFIX } from '../built-ins/register'

type Engine = glassEasel.templateEngine.TemplateEngine

/** glass-easel's own template engine; a component of the mini-program is rendered anew `latencyMs` after its data changed. */
export function delayedTemplates(latencyMs: number): Engine {
  const engine = glassEasel.template.getDefaultTemplateEngine()
  return {
    create: (behavior, options) => {
      const template = engine.create(behavior, options)
      if (behavior.is.startsWith(BUILT_IN_PREFIX)) return template
      return {
        createInstance: (element, createShadowRoot) => {
          const instance = template.createInstance(element, createShadowRoot)
          return {
            shadowRoot: instance.shadowRoot,
            initValues: (data) => instance.initValues(data),
            updateValues: (data, changes) => {
              // What happens before it is on the page belongs to the first rendering.
              if (!glassEasel.Element.isAttached(element)) return instance.updateValues(data, changes)
              setTimeout(() => {
                // A page that was closed in the meantime has nothing to show it on.
                if (element.getBackendElement()) instance.updateValues(data, changes)
              }, latencyMs)
            },
          }
        },
      }
    },
  }
}
