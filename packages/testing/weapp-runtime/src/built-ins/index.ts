// The built-in components of WeChat that this runtime has.
import type { BuiltIn } from './built-in'
import { checkbox, checkboxGroup, radio, radioGroup, switchBox } from './choices'
import { navigator, plain, rootPortal, scrollView, text, view } from './containers'
import { field } from './field'
import { button, form } from './form'
import { image } from './image'
import { label } from './label'
import type { BuiltInTag } from './templates'

export const BUILT_INS: Readonly<Record<BuiltInTag, BuiltIn>> = {
  view,
  text,
  'cover-view': plain,
  'root-portal': rootPortal,
  'scroll-view': scrollView,
  navigator,
  button,
  form,
  input: field,
  textarea: field,
  image,
  checkbox,
  'checkbox-group': checkboxGroup,
  radio,
  'radio-group': radioGroup,
  switch: switchBox,
  label,
}
