/**
 * What MapLibre can do and no map of the product asks for, as paths of its sources: a globe, terrain, heat maps and relief by colour,
 * layers with code of their own, videos and pictures laid into the map, debugging overlays, its own credits and logo, and the camera
 * in the address (ours says more of both). A foreign basemap cannot ask for them either: src/map/basemap/open lets only known sources
 * and layers through.
 */
export const LEFT_OUT = [
  'geo/projection/globe_camera_helper',
  'geo/projection/globe_projection',
  'geo/projection/globe_transform',
  'geo/projection/vertical_perspective_camera_helper',
  'geo/projection/vertical_perspective_projection',
  'geo/projection/vertical_perspective_transform',
  'shaders/glsl/_projection_globe.fragment.glsl.g',
  'shaders/glsl/_projection_globe.vertex.glsl.g',
  'shaders/glsl/atmosphere.fragment.glsl.g',
  'shaders/glsl/atmosphere.vertex.glsl.g',
  'webgl/program/atmosphere_program',

  'render/terrain',
  'webgl/draw/draw_terrain',
  'webgl/render_to_texture',
  'shaders/glsl/terrain.fragment.glsl.g',
  'shaders/glsl/terrain.vertex.glsl.g',
  'shaders/glsl/terrain_depth.fragment.glsl.g',
  'shaders/glsl/terrain_depth.vertex.glsl.g',
  'shaders/glsl/terrain_height.fragment.glsl.g',
  'shaders/glsl/terrain_height.vertex.glsl.g',

  'shaders/glsl/heatmap.fragment.glsl.g',
  'shaders/glsl/heatmap.vertex.glsl.g',
  'shaders/glsl/heatmap_texture.fragment.glsl.g',
  'shaders/glsl/heatmap_texture.vertex.glsl.g',
  'webgl/draw/draw_heatmap',
  'webgl/program/heatmap_program',

  'shaders/glsl/color_relief.fragment.glsl.g',
  'shaders/glsl/color_relief.vertex.glsl.g',
  'webgl/draw/draw_color_relief',
  'webgl/program/color_relief_program',

  'webgl/draw/draw_custom',

  'source/canvas_source',
  'source/image_source',
  'source/video_source',

  'shaders/glsl/collision_box.fragment.glsl.g',
  'shaders/glsl/collision_box.vertex.glsl.g',
  'shaders/glsl/collision_circle.fragment.glsl.g',
  'shaders/glsl/collision_circle.vertex.glsl.g',
  'shaders/glsl/debug.fragment.glsl.g',
  'shaders/glsl/debug.vertex.glsl.g',
  'webgl/draw/draw_collision_debug',
  'webgl/draw/draw_debug',
  'webgl/program/debug_program',

  'ui/control/attribution_control',
  'ui/control/logo_control',
  'ui/hash',
] as const

/**
 * What is asked for at any label, so that nothing may throw, with what stands in its place. Labels are Chinese and English: one that is written from right
 * to left stands in the order of its letters, instead of bringing the tables of that order to everybody.
 */
export const STANDS_IN: Readonly<Record<string, string>> = {
  'symbol/bidi': `
    const ranges = (text, breaks) => {
      const bounds = [...new Set([0, ...breaks.filter((at) => at > 0 && at < text.length), text.length])].sort((a, b) => a - b)
      return bounds.slice(1).map((end, i) => [bounds[i], end])
    }
    export const processBidirectionalText = (text, breaks) => ranges(text, breaks).map(([from, to]) => text.slice(from, to))
    export const processStyledBidirectionalText = (text, styles, breaks) =>
      ranges(text, breaks).map(([from, to]) => [text.slice(from, to), styles.slice(from, to)])`,
}
