import vue from '@vitejs/plugin-vue'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { defineConfig, transformWithOxc, type Plugin } from 'vite'
import { embeddedBackend } from './supabase/embedded/vite-plugin.ts'

/**
 * Builds MapLibre from the source that its package carries, page and worker together: what both need is one file, downloaded once. The
 * package's own bundles hold it twice, which is a quarter of the whole. A development server takes the bundles as they are.
 */
function maplibreFromSource(): Plugin {
  const source = join(dirname(createRequire(import.meta.url).resolve('maplibre-gl/package.json')), 'src')
  const workerUrl = 'virtual:maplibre-worker-url'
  let isBuild = false
  let worker = ''
  return {
    name: 'maplibre-from-source',
    enforce: 'pre',
    configResolved: ({ command }) => void (isBuild = command === 'build'),
    buildStart() {
      if (!isBuild) return
      const id = join(source, 'source/worker.ts')
      worker = this.emitFile({ type: 'chunk', id, name: 'maplibre-worker', preserveSignature: false })
    },
    resolveId(id) {
      if (id === workerUrl) return `\0${workerUrl}`
      return isBuild && id === 'maplibre-gl' ? join(source, 'index.ts') : undefined
    },
    load(id) {
      if (id !== `\0${workerUrl}`) return
      return isBuild
        ? `export default import.meta.ROLLUP_FILE_URL_${worker}`
        : `export { default } from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'`
    },
    transform(code, id) {
      if (!id.startsWith(source) || !id.endsWith('.ts')) return
      // Written for TypeScript's older class fields: a declared field without a value is a type and nothing else.
      return transformWithOxc(code, id, { typescript: { removeClassFieldsWithoutInitializer: true } })
    },
  }
}

export default defineConfig({
  plugins: [vue(), maplibreFromSource(), embeddedBackend()],
  build: {
    target: 'es2022',
    outDir: 'dist',
    chunkSizeWarningLimit: 700, // kB: the map library alone is about this large, and loaded with the first map
  },
  worker: { format: 'es' },
})
