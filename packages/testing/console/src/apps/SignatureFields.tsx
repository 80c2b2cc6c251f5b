// How the customer signs and with which keys, and which code dialect the verify call answers in.
import type { AppView } from '@local-number/simulator-contract'
import { Fieldset, NativeSelect, SimpleGrid, Textarea } from '@mantine/core'
import { useTexts } from '../texts/words'
import type { AppFieldsProps } from './draft'

type Scheme = AppView['signature']

const ALGORITHMS: Scheme['algorithm'][] = ['MD5withRSA', 'SHA1withRSA', 'SHA256withRSA']
const ENCODINGS: Scheme['encoding'][] = ['base64', 'hex', 'HEX']
const DIALECTS: readonly AppView['codes'][] = ['document', 'family']

export function SignatureFields({ fields }: AppFieldsProps) {
  const { apps: texts } = useTexts()
  return (
    <Fieldset legend={texts.groups.signature}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect label={texts.algorithm} data={ALGORITHMS} {...fields.getInputProps('signature.algorithm')} />
        <NativeSelect label={texts.encoding} data={ENCODINGS} {...fields.getInputProps('signature.encoding')} />
      </SimpleGrid>
      <Textarea
        label={texts.customerKeys}
        description={texts.customerKeysHint}
        autosize
        minRows={2}
        maxRows={10}
        classNames={{ input: 'mono' }}
        {...fields.getInputProps('customerPublicKeys')}
      />
      <NativeSelect
        label={texts.codes}
        data={DIALECTS.map((value) => ({ value, label: texts.dialects[value] }))}
        {...fields.getInputProps('codes')}
      />
    </Fieldset>
  )
}
