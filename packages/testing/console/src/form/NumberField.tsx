// A whole number, as the text that is typed: a cleared field is empty and not 0, and a number out of range stays as it
// is and gets an error.
import { NumberInput, type NumberInputProps } from '@mantine/core'

export interface NumberFieldProps extends Omit<NumberInputProps, 'onChange'> {
  readonly onChange: (text: string) => void
}

export function NumberField({ onChange, ...field }: NumberFieldProps) {
  return (
    <NumberInput
      clampBehavior="none"
      trimLeadingZeroesOnBlur={false}
      allowDecimal={false}
      {...field}
      onChange={(value) => onChange(String(value))}
    />
  )
}
