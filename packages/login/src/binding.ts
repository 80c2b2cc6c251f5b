// Signs with the binding, which ties the ticket to the visitor's session of the app. It goes into the request alone.
import { SdkError } from '@local-number/jssdk'
import { BINDING, ProtocolError, type SignAnswer, type SignRequest } from '@local-number/protocol'
import type { Binding } from './config'
import type { ApiCall, LoginApi } from './ports'

interface Signer {
  readonly api: Pick<LoginApi, 'sign'>
  readonly binding: Binding | undefined
}

/** @throws ProtocolError `bindingMalformed` */
export async function signBound({ api, binding }: Signer, request: SignRequest, call: ApiCall): Promise<SignAnswer> {
  if (binding === undefined) return api.sign(request, call)
  const bound = { ...request, binding: await readBinding(binding) }
  // The user may have left, or unticked the box, while the app's function ran.
  if (call.signal.aborted) throw new SdkError('aborted', 'the call was aborted')
  return api.sign(bound, call)
}

async function readBinding(binding: Binding): Promise<string> {
  try {
    const value: unknown = typeof binding === 'function' ? await binding() : binding
    if (typeof value === 'string' && BINDING.test(value)) return value
  } catch {
    // What the app's function throws may name anything.
  }
  throw new ProtocolError('bindingMalformed', 'binding must be the base64url of a SHA-256, 43 characters')
}
