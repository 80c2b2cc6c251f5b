// A return code to force: free text, with the failures that the documents list for the call as suggestions.
import { advise } from '@local-number/protocol/advice'
import { type Call, lookUp, RETURN_CODES, type ReturnCode } from '@local-number/protocol/return-codes'
import { Autocomplete, type AutocompleteProps, Text } from '@mantine/core'
import { useWords } from '../texts/words'

export interface CodeFieldProps extends AutocompleteProps {
  readonly call: Call
}

export function CodeField({ call, ...field }: CodeFieldProps) {
  const { locale, texts } = useWords()
  return (
    <Autocomplete
      label={texts.faults.fields.code}
      data={listFailures(call)}
      renderOption={({ option }) => (
        <Text size="sm">
          <code>{option.value}</code>{' '}
          <span className="quiet">{advise(lookUp(call, option.value), locale).meaning}</span>
        </Text>
      )}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      classNames={{ dropdown: 'code-choice' }}
      {...field}
    />
  )
}

/** Outcomes that answer the question that was asked. */
const ANSWERS: ReadonlySet<ReturnCode['outcome']> = new Set(['success', 'verified', 'notThisNumber'])

function listFailures(call: Call): string[] {
  const rows: readonly ReturnCode[] = RETURN_CODES[call]
  return rows.filter(({ outcome }) => !ANSWERS.has(outcome)).map(({ code }) => code)
}
