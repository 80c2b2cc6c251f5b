// A whole attempt whose token request is answered as a scenario says.
import type { Phone } from '../phone/phone'

export async function asked(phone: Phone, answering: Parameters<Phone['answerWith']>[0]) {
  phone.answerWith(answering)
  phone.getImgSrc()
  phone.getSign()
  return phone.getTokenInfo()
}
