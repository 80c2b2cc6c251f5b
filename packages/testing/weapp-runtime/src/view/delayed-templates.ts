// From the logic layer to the view layer: `this.data` changes at once, the screen after the latency.
import * as glassEasel from 'glass-easel'
import { BUILT_IN_PREFIX } from '../built-ins/register'
import { toViewData } from './view-data'

type Engine = glassEasel.templateEngine.TemplateEngine

/**
 * Creates glass-easel's template engine with a delay: the mini-program's components are rendered anew after
 * `latencyMs`.
 */
export function createDelayedTemplates(latencyMs: number, onRender: (path: string) => void): Engine {
  const engine = glassEasel.template.getDefaultTemplateEngine()
  return {
    create: (behavior, options) => {
      const template = engine.create(behavior, options)
      if (behavior.is.startsWith(BUILT_IN_PREFIX)) return template
      return {
        createInstance: (element, createShadowRoot) => {
          onRender(behavior.is)
          const instance = template.createInstance(element, createShadowRoot)
          return {
            shadowRoot: instance.shadowRoot,
            initValues: (data) => instance.initValues(toViewData(data)),
            updateValues: (data, changes) => {
              // A change before the component is attached belongs to its first rendering.
              if (!glassEasel.Element.isAttached(element)) return instance.updateValues(toViewData(data), changes)
              setTimeout(() => {
                // The page may have been closed in the meantime.
                if (glassEasel.Element.isAttached(element)) instance.updateValues(toViewData(data), changes)
              }, latencyMs)
            },
          }
        },
      }
    },
  }
}
