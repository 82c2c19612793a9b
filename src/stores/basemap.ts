import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { DataClient } from '../data/client.ts'
import { Outage } from '../data/errors.ts'
import { fetchSettings } from '../data/settings.ts'
import { parseBasemap } from '../data/shapes/basemap.ts'
import { parseMapSource, type MapSource } from '../data/shapes/map-source.ts'
import {
  basemapChoices,
  choiceInForce,
  chosenBasemap,
  type Basemap,
  type BasemapChoice,
  type BasemapProblem,
} from '../domain/basemap.ts'
import { usePreferencesStore } from './preferences.ts'

const KEYS = ['basemap', 'map_source', 'approval_number'] as const

/** The township's basemap, what the viewer made of it, and whose map it is. */
export const useBasemapStore = defineStore('basemap', () => {
  const preferences = usePreferencesStore()
  /** Paper, until the setting has been read: nothing waits for it. */
  const setting = ref<Basemap>({ kind: 'none' })
  const problem = ref<BasemapProblem | null>(null)
  const source = ref<MapSource | null>(null)
  const mapApproval = ref<string | null>(null)
  let latest = 0

  /** Reads the settings in force for an area; what is known stays when they cannot be had. */
  async function load(client: DataClient, areaId: number): Promise<void> {
    const mine = ++latest
    try {
      const settings = await fetchSettings(client, areaId, KEYS)
      if (mine !== latest) return
      const values = settings.ok ? settings.value : new Map<string, unknown>()
      const basemap = parseBasemap(values.get('basemap'))
      setting.value = basemap.ok ? basemap.value : { kind: 'none' }
      problem.value = basemap.ok ? null : basemap.error
      source.value = parseMapSource(values.get('map_source'))
      const approval = values.get('approval_number')
      mapApproval.value = typeof approval === 'string' && approval.trim() !== '' ? approval.trim() : null
    } catch (error) {
      // The header says that the backend is away, and the catalogue is read again with this.
      if (!(error instanceof Outage)) throw error
    }
  }

  const choices = computed<BasemapChoice[]>(() => basemapChoices(setting.value))
  const choice = computed<BasemapChoice>({
    get: () => choiceInForce(setting.value, preferences.basemap),
    set: (next) => (preferences.basemap = next),
  })
  const basemap = computed<Basemap>(() => chosenBasemap(setting.value, choice.value))

  return { setting, problem, source, mapApproval, choices, choice, basemap, load }
})
