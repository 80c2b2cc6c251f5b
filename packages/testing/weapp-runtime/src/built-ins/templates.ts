// What each built-in component renders inside itself. `<dom-x>` is the browser's own `<x>`.

const CONTENT = '<slot/>'

/** Any other tag is reported as missing when a page renders it. */
export const BUILT_IN_TEMPLATES = {
  view: CONTENT,
  text: CONTENT,
  button: CONTENT,
  label: CONTENT,
  form: CONTENT,
  'scroll-view': CONTENT,
  'cover-view': CONTENT,
  'root-portal': `<dom-div id="content">${CONTENT}</dom-div>`,
  navigator: CONTENT,
  'checkbox-group': CONTENT,
  'radio-group': CONTENT,
  checkbox: `<dom-i />${CONTENT}`,
  radio: `<dom-i />${CONTENT}`,
  switch: '<dom-i />',
  image: '<dom-img id="picture" />',
  input: '<dom-input id="field" />',
  textarea: '<dom-textarea id="field" />',
} as const

export type BuiltInTag = keyof typeof BUILT_IN_TEMPLATES
