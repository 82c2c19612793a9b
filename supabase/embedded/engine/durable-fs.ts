import { NodeFS } from '@electric-sql/pglite/nodefs'
import { closeSync, fdatasyncSync, fsyncSync, openSync } from 'node:fs'

interface OpenStream {
  nfd?: number | null
  node: unknown
}
interface NodeFsInternals {
  stream_ops: { fsync?: (stream: OpenStream) => number }
  realPath: (node: unknown) => string
}
interface EmscriptenModule {
  FS: { filesystems: { NODEFS: NodeFsInternals } }
}

/** errno that PostgreSQL sees when the disk refused a flush. */
const EIO = 29

/**
 * PGlite's folder file system with an fsync that reaches the disk. Emscripten's own has none: `fsync = on` would be shown and do nothing
 * (no sync call in a trace). PostgreSQL must be started with `wal_sync_method = fsync`, because `fdatasync` is an empty function there.
 */
export class DurableNodeFS extends NodeFS {
  /**
   * False while a new database is made, which nobody has been promised yet: no flush reaches the disk then. Whoever sets it to true flushes the
   * folder first.
   */
  isFlushing = true

  override async init(...given: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const result = await super.init(...given)
    const preRun = result.emscriptenOpts.preRun as unknown as ((module: EmscriptenModule) => void)[]
    preRun.push((module) => {
      const nodeFs = module.FS.filesystems.NODEFS
      nodeFs.stream_ops.fsync = (stream) => {
        if (!this.isFlushing) return 0
        try {
          if (stream.nfd === undefined || stream.nfd === null) syncPath(nodeFs.realPath(stream.node))
          else fdatasyncSync(stream.nfd)
          return 0
        } catch {
          return EIO
        }
      }
    })
    return result
  }
}

/** A folder has no open descriptor in Emscripten; its entries are flushed through one of our own. */
function syncPath(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
