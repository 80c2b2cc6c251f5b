// A whole number, as the text that is typed: what is cleared is nothing and no nought, and what is out of range is told
// and not bent.
import { NumberInput, type NumberInputProps } from '@mantine/core'

export interface NumberFieldProps
  extends Pick<NumberInputProps, 'label' | 'description' | 'required' | 'min' | 'max' | 'error'> {
  readonly value: string
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
