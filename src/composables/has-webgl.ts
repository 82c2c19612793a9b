/** True when this browser can draw the map at all. */
export function hasWebGL(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null
}
