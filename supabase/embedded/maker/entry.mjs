// The thread's first file is plain JavaScript: a thread does not inherit its parent's TypeScript loader.
import { register } from 'tsx/esm/api'

register()
await import('./thread.ts')
