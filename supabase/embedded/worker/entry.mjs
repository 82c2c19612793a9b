// The worker's first file is plain JavaScript: a worker does not inherit its parent's TypeScript loader.
import { register } from 'tsx/esm/api'

register()
await import('./backend.ts')
