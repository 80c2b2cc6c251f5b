// How the customer signs and with which keys, and in which words the verify call answers.

import type { AppView } from '@local-number/simulator-contract'
import { Fieldset, NativeSelect, SimpleGrid, Textarea } from '@mantine/core'
import { useFieldErrors } from '../form/use-form'
import { useTexts } from '../texts/words'
import type { AppFieldsProps } from './draft'

type Scheme = AppView['signature']

const ALGORITHMS: Scheme['algorithm'][] = ['MD5withRSA', 'SHA1withRSA', 'SHA256withRSA']
const ENCODINGS: Scheme['encoding'][] = ['base64', 'hex', 'HEX']
const DIALECTS: readonly AppView['codes'][] = ['document', 'family']

export function SignatureFields({ draft, onChange }: AppFieldsProps) {
  const { apps: texts } = useTexts()
  const errors = useFieldErrors()
  const { signature } = draft
  const sign = (change: Partial<Scheme>) => onChange({ signature: { ...signature, ...change } })
  return (
    <Fieldset legend={texts.groups.signature}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          label={texts.algorithm}
          data={ALGORITHMS}
          value={signature.algorithm}
          onChange={({ currentTarget: { value } }) => sign({ algorithm: value as Scheme['algorithm'] })}
        />
        <NativeSelect
          label={texts.encoding}
          data={ENCODINGS}
          value={signature.encoding}
          onChange={({ currentTarget: { value } }) => sign({ encoding: value as Scheme['encoding'] })}
        />
      </SimpleGrid>
      <Textarea
        label={texts.customerKeys}
        description={texts.customerKeysHint}
        error={errors.customerPublicKeys}
        autosize
        minRows={2}
        maxRows={10}
        classNames={{ input: 'mono' }}
        value={draft.customerPublicKeys}
        onChange={({ currentTarget: { value } }) => onChange({ customerPublicKeys: value })}
      />
      <NativeSelect
        label={texts.codes}
        data={DIALECTS.map((value) => ({ value, label: texts.dialects[value] }))}
        value={draft.codes}
        onChange={({ currentTarget: { value } }) => onChange({ codes: value as AppView['codes'] })}
      />
    </Fieldset>
  )
}
