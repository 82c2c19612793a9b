/** What the words of a mapping may stand for in one area tree. */
export interface References {
  readonly categories: readonly KnownCategory[]
  readonly campaigns: readonly {
    readonly id: number
    readonly slug: string
    readonly name: string
    readonly nameEn: string | null
  }[]
  readonly units: readonly { readonly id: number; readonly name: string; readonly nameEn: string | null }[]
}

/** A category of the catalogue; `rootId` is null for one that all area trees share. */
export interface KnownCategory {
  readonly id: number
  readonly rootId: number | null
  readonly codeSystem: string
  readonly code: string
  readonly name: string
  readonly nameEn: string | null
}
