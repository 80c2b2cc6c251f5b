// A whole attempt with a given answer to its token request.
import type { Phone } from '../phone/phone'

export async function runAttempt(phone: Phone, answering: Parameters<Phone['answerWith']>[0]) {
  phone.answerWith(answering)
  phone.getImgSrc()
  phone.getSign()
  return phone.getTokenInfo()
}
