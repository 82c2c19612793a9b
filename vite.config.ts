import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { maplibreFromSource } from './build/maplibre-from-source.ts'
import { oneLanguageAFile } from './build/one-language-a-file.ts'
import { withoutUnusedParts } from './build/without-unused-parts.ts'
import { embeddedBackend } from './supabase/embedded/vite-plugin.ts'

export default defineConfig({
  plugins: [vue(), maplibreFromSource(), oneLanguageAFile(), withoutUnusedParts(), embeddedBackend()],
  resolve: {
    // Without the compiler of messages: src/messages/compile-message.ts stands in its place.
    alias: [{ find: /^vue-i18n$/, replacement: 'vue-i18n/dist/vue-i18n.runtime.mjs' }],
  },
  define: {
    // Every component of ours and of Element Plus has a setup function.
    __VUE_OPTIONS_API__: false,
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_DROP_MESSAGE_COMPILER__: true,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  build: {
    target: 'es2022',
    outDir: 'dist',
    modulePreload: {
      polyfill: false,
      // What a part needs beside itself is looked up while it loads; only the first map is told all at once. The lists for every part that may
      // ever be opened would be a fiftieth of the first load.
      resolveDependencies: (file, needed, { hostType }) =>
        hostType === 'html' || file.includes('/MapScreen-') ? needed : [],
    },
    chunkSizeWarningLimit: 700, // kB: the map library alone is about this large, and loaded with the first map
  },
  worker: { format: 'es' },
})
