import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { maplibreFromSource } from './build/maplibre-from-source.ts'
import { embeddedBackend } from './supabase/embedded/vite-plugin.ts'

export default defineConfig({
  plugins: [vue(), maplibreFromSource(), embeddedBackend()],
  build: {
    target: 'es2022',
    outDir: 'dist',
    chunkSizeWarningLimit: 700, // kB: the map library alone is about this large, and loaded with the first map
  },
  worker: { format: 'es' },
})
