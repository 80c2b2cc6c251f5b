// A return code to force: any text, and for choice the failures that the documents list for the call, each with its
// meaning.
import { advise } from '@local-number/protocol/advice'
import { type Call, lookUp, RETURN_CODES, type ReturnCode } from '@local-number/protocol/return-codes'
import { Autocomplete, Text } from '@mantine/core'
import { useFieldErrors } from '../form/use-form'
import { useWords } from '../texts/words'

export interface CodeFieldProps {
  readonly call: Call
  readonly value: string
  readonly onChange: (code: string) => void
}

export function CodeField({ call, value, onChange }: CodeFieldProps) {
  const { locale, texts } = useWords()
  const errors = useFieldErrors()
  return (
    <Autocomplete
      label={texts.faults.fields.code}
      data={failuresOf(call)}
      renderOption={({ option }) => (
        <Text size="sm">
          <code>{option.value}</code>{' '}
          <span className="quiet">{advise(lookUp(call, option.value), locale).meaning}</span>
        </Text>
      )}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      classNames={{ dropdown: 'code-choice' }}
      error={errors.code}
      value={value}
      onChange={onChange}
    />
  )
}

/** Outcomes that answer the question that was asked. */
const ANSWERS: ReadonlySet<ReturnCode['outcome']> = new Set(['success', 'verified', 'notThisNumber'])

function failuresOf(call: Call): string[] {
  const rows: readonly ReturnCode[] = RETURN_CODES[call]
  return rows.filter(({ outcome }) => !ANSWERS.has(outcome)).map(({ code }) => code)
}
