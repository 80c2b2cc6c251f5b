import { ProtocolError, type ProtocolErrorCode } from '../src/errors'

const CODES: Record<ProtocolErrorCode, true> = {
  bindingMalformed: true,
  expandParamsDuplicateKey: true,
  expandParamsForbiddenKey: true,
  expandParamsMalformed: true,
  expandParamsSeparatorInside: true,
  preSignFieldMalformed: true,
  timestampOutOfRange: true,
}

test.each(Object.keys(CODES) as ProtocolErrorCode[])(
  'a ProtocolError with the code %s has this name and code',
  (code) => {
    const error = new ProtocolError(code, 'what is wrong: what to do')
    expect(error).toBeInstanceOf(Error)
    expect({ name: error.name, code: error.code, text: String(error) }).toEqual({
      name: 'ProtocolError',
      code,
      text: 'ProtocolError: what is wrong: what to do',
    })
  },
)
