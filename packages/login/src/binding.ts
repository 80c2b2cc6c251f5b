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
  const bound = { ...request, binding: await readBinding(binding) } as SignRequest
  // The user may have left, or unticked the box, while the app's function ran.
  if (call.signal.aborted) throw new SdkError('aborted', 'the call was aborted')
  return api.sign(bound, call)
}

/** @throws ProtocolError `bindingMalformed`; an `Error` if the app's function failed */
export async function readBinding(binding: Binding | undefined): Promise<string | undefined> {
  if (binding === undefined) return undefined
  const value = typeof binding === 'function' ? await ask(binding) : binding
  if (typeof value === 'string' && BINDING.test(value)) return value
  throw new ProtocolError('bindingMalformed', 'binding must be the base64url of a SHA-256, 43 characters')
}

/** What the app's function throws may name anything. It counts as its backend that could not be reached. */
async function ask(binding: () => unknown): Promise<unknown> {
  try {
    return await binding()
  } catch {
    throw new Error('binding could not be asked for')
  }
}
