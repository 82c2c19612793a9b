/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** A Supabase project to use instead of the backend beside the app. */
  readonly VITE_SUPABASE_URL?: string
  readonly VITE_SUPABASE_PUBLISHABLE_KEY?: string
}
