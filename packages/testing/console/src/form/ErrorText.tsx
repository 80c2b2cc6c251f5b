// The text of an error beside its field. The form keeps errors by name, and their text is looked up on render, so that
// it follows the chosen language.
import type { FieldError, FieldErrorCode } from '@local-number/simulator-contract'
import type { ReactNode } from 'react'
import { useTexts } from '../texts/words'
import type { MistakeName } from './rules'

/** @param error of the form: the name of a mistake, or a `RefusalText` */
export function toErrorText(error: ReactNode): ReactNode {
  return typeof error === 'string' ? <MistakeText name={error as MistakeName} /> : error
}

function MistakeText({ name }: { readonly name: MistakeName }) {
  return <>{useTexts().shell.mistakes[name]}</>
}

/** Codes whose message adds nothing to our own text. */
const COMPLETE: ReadonlySet<FieldErrorCode> = new Set(['missing', 'duplicate', 'unknownHandset'])

/** Only the simulator's own message, which is English, says what is allowed. */
export function RefusalText({ path, code, message }: FieldError) {
  const text = useTexts().shell.fieldErrors[code]
  if (COMPLETE.has(code)) return <>{text}</>
  return (
    <>
      {text}{' '}
      <span lang="en">
        {path} {message}
      </span>
    </>
  )
}
