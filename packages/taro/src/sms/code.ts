// The code of a text message, as it is typed or pasted.

export const CODE_LENGTH = 6

/** Finds the code in any text, such as the whole message; a text without one gives the digits to begin with. */
export function readCode(text: string): string {
  const groups = text.match(/\d+/g) ?? []
  return groups.find(({ length }) => length === CODE_LENGTH) ?? groups.join('').slice(0, CODE_LENGTH)
}
