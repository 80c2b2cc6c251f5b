// Demo values carry a mark wherever they are copied to, so that production can refuse them.

const MARK = 'demo:'

/** Marks a value as one for development: `demo:…`. */
export function markAsDemo(value: string): string {
  return `${MARK}${value}`
}

/** Whether a text holds a demo value, also inside quotes or other text. */
export function isDemo(text: string): boolean {
  return text.includes(MARK)
}

export function removeDemoMark(value: string): string {
  return value.startsWith(MARK) ? value.slice(MARK.length) : value
}
