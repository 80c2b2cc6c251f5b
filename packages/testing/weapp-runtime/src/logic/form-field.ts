// `wx://form-field`: one of the mini-program's components is a field of the form around it.
import type * as glassEasel from 'glass-easel'
import { fields } from '../built-ins/form'

export const FORM_FIELD = 'wx://form-field'

interface Caller {
  readonly _$: glassEasel.GeneralComponent
  readonly data: { readonly name?: unknown; readonly value?: unknown }
}

export const formField = {
  properties: { name: String, value: null },
  attached(this: Caller) {
    fields.set(this._$.getBackendElement() as unknown as Element, {
      getName: () => String(this.data.name ?? ''),
      getValue: () => this.data.value,
    })
  },
}
