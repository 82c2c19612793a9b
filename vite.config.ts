import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { embeddedBackend } from './supabase/embedded/vite-plugin.ts'

export default defineConfig({
  plugins: [vue(), embeddedBackend()],
  build: {
    target: 'es2022',
    outDir: 'dist',
    chunkSizeWarningLimit: 1200, // kB: the map library alone is about this large, and loaded with the first map
  },
  worker: { format: 'es' },
})
