/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** A Supabase project to use instead of the backend beside the app. */
  readonly VITE_SUPABASE_URL?: string
  readonly VITE_SUPABASE_PUBLISHABLE_KEY?: string
}

declare module 'virtual:maplibre-worker-url' {
  /** Address of MapLibre's worker; vite.config.ts makes it. */
  const url: string
  export default url
}
