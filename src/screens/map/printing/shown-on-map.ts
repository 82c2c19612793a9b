import type TownMap from '../../../composables/TownMap.vue'

/** What a map shows, apart from where and how large: handed to the map on the screen and to the one on paper. */
export type ShownOnMap = Omit<
  InstanceType<typeof TownMap>['$props'],
  'start' | 'padding' | 'pixelRatio' | 'theme' | `on${string}` | 'key' | 'ref' | 'class' | 'style'
>
