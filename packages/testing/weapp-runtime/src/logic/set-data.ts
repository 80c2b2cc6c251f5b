// What `setData` refuses, in WeChat's words.

/** WeChat's limit of one transfer between the layers, in characters of JSON. */
const MAX_LENGTH = 1024 * 1024

/** @returns whether WeChat carries the data out; if not, or if only in part, a warning says why */
export function checkSetData(data: unknown, warn: (message: string) => void): data is object {
  const type = Object.prototype.toString.call(data).slice(8, -1)
  if (type !== 'Object') {
    warn(`setData accepts an Object rather than some ${type.toLowerCase()}`)
    return false
  }
  for (const [field, value] of Object.entries(data as object)) {
    if (value === undefined) warn(`Setting data field "${field}" to undefined is invalid.`)
  }
  const { length } = JSON.stringify(data)
  if (length <= MAX_LENGTH) return true
  warn(`invokeWebviewMethod 数据传输长度为 ${length} 已经超过最大长度 ${MAX_LENGTH}`)
  return false
}
