import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { fetchAreaFeatures } from '../data/areas.ts'
import { fetchCampaigns, fetchCategories, fetchUnits } from '../data/catalogue.ts'
import type { DataClient } from '../data/client.ts'
import { Outage, type OutageReason } from '../data/errors.ts'
import { fetchPlaceFeatures } from '../data/places.ts'
import type { AreaFeatures, PlaceFeatures } from '../data/shapes/area-features.ts'
import type { Campaign, Category, Unit } from '../data/shapes/catalogue.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'

/** What a root is made of besides its hotspots: areas, places, campaigns, categories and units. */
export interface Catalogue {
  rootId: number
  areas: AreaFeatures
  places: PlaceFeatures
  campaigns: Campaign[]
  categories: Category[]
  units: Unit[]
}

export type CatalogueState = 'idle' | 'loading' | 'ready' | 'refused' | 'failed'

/** The catalogue of the active root, read once and again when its areas change. */
export const useCatalogueStore = defineStore('catalogue', () => {
  const state = ref<CatalogueState>('idle')
  const refusal = ref<Refusal | null>(null)
  const outage = ref<OutageReason | null>(null)
  const catalogue = shallowRef<Catalogue | null>(null)
  let latest = 0

  /** Reads the catalogue of a root; what is shown of the same root stays until the new one is there. */
  async function load(client: DataClient, rootId: number): Promise<void> {
    const mine = ++latest
    if (catalogue.value?.rootId !== rootId) {
      catalogue.value = null
      state.value = 'loading'
    }
    try {
      const result = await read(client, rootId)
      if (mine !== latest) return
      refusal.value = result.ok ? null : result.error
      if (result.ok) catalogue.value = result.value
      state.value = result.ok ? 'ready' : 'refused'
    } catch (error) {
      if (mine !== latest) return
      if (!(error instanceof Outage)) throw error
      outage.value = error.reason
      // An old catalogue of the same root is better than none: a failed refresh leaves it.
      state.value = catalogue.value ? 'ready' : 'failed'
    }
  }

  const areaById = computed(() => byId((catalogue.value?.areas.features ?? []).map((each) => each.properties)))
  const placeById = computed(() => byId(catalogue.value?.places.features ?? []))
  const campaignById = computed(() => byId(catalogue.value?.campaigns ?? []))
  const categoryById = computed(() => byId(catalogue.value?.categories ?? []))
  const unitById = computed(() => byId(catalogue.value?.units ?? []))

  return { state, refusal, outage, catalogue, areaById, placeById, campaignById, categoryById, unitById, load }
})

async function read(client: DataClient, rootId: number): Promise<Result<Catalogue, Refusal>> {
  const [areas, places, campaigns, categories, units] = await Promise.all([
    fetchAreaFeatures(client, rootId),
    fetchPlaceFeatures(client, rootId),
    fetchCampaigns(client, rootId),
    fetchCategories(client, rootId),
    fetchUnits(client, rootId),
  ])
  if (!areas.ok) return areas
  if (!places.ok) return places
  if (!campaigns.ok) return campaigns
  if (!categories.ok) return categories
  if (!units.ok) return units
  return {
    ok: true,
    value: {
      rootId,
      areas: areas.value,
      places: places.value,
      campaigns: campaigns.value,
      categories: categories.value,
      units: units.value,
    },
  }
}

function byId<T extends { id: number }>(all: readonly T[]): ReadonlyMap<number, T> {
  return new Map(all.map((each) => [each.id, each]))
}
