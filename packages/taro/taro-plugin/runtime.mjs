// The same attributes at run time: both sides number their short names in the same order.
import { mergeInternalComponents } from '@tarojs/shared'
import attributes from './attributes.json'

mergeInternalComponents(attributes)
