/** What a new database begins with, after its migrations: a script, or the generated demo township with so many cases. */
export type Seed =
  { readonly kind: 'script'; readonly file: string } | { readonly kind: 'demo'; readonly hotspots: number }
