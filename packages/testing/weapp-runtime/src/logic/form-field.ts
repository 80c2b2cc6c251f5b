// `wx://form-field`: one of the mini-program's components is a field of the form around it.
import type * as glassEasel from 'glass-easel'
import { fields } from '../built-ins/form'

export const FORM_FIELD = 'wx://form-field'

interface Caller {
  readonly _$: glassEasel.GeneralComponent
  readonly data: { readonly name?: unknown; readonly value?: unknown }
}

/** @param reportMissing receives what this runtime lacks: a form finds its fields by their elements */
export function createFormField(reportMissing: (what: string) => void) {
  return {
    properties: { name: String, value: null },
    attached(this: Caller) {
      const element = this._$.getBackendElement() as unknown as Element | null
      if (!element) return reportMissing(`behavior ${FORM_FIELD} with virtualHost`)
      fields.set(element, {
        getName: () => String(this.data.name ?? ''),
        getValue: () => this.data.value,
      })
    },
  }
}
