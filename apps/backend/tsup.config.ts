import { service } from '../../tsup.base'

export default service(['index', 'main', 'store'])
