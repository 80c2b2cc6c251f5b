// What `setData` refuses, in WeChat's words.

/** WeChat's limit of one transfer between the layers, in characters of JSON. */
const MAX_LENGTH = 1024 * 1024

/** What happens to the data of a call. */
export interface SetDataWatch {
  /** Says why WeChat does not carry the data out, or only in part. */
  warn(message: string): void
  addTransfer(json: string): void
}

/** @returns whether WeChat carries the data out */
export function checkSetData(data: unknown, { warn, addTransfer }: SetDataWatch): data is object {
  const type = Object.prototype.toString.call(data).slice(8, -1)
  if (type !== 'Object') {
    warn(`setData accepts an Object rather than some ${type.toLowerCase()}`)
    return false
  }
  for (const [field, value] of Object.entries(data as object)) {
    if (value === undefined) warn(`Setting data field "${field}" to undefined is invalid.`)
  }
  const json = JSON.stringify(data)
  if (json.length > MAX_LENGTH) {
    warn(`invokeWebviewMethod 数据传输长度为 ${json.length} 已经超过最大长度 ${MAX_LENGTH}`)
    return false
  }
  addTransfer(json)
  return true
}
