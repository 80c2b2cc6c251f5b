import { library } from '../../tsup.base'

// The console is built into dist before this; the simulator finds it from there by `import.meta.url`, in CommonJS too.
export default library(['index', 'env', 'cli'], 'es2022', { clean: ['!console/**'], shims: true })
