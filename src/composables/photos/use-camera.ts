import { onScopeDispose, ref, shallowRef } from 'vue'

/** Why there is no picture from the camera; each has its sentence. */
export type CameraProblem = 'noCamera' | 'refused' | 'insecure'

/** The camera at the back of a phone, or whichever there is; closed with its part of the page. */
export function useCamera() {
  const stream = shallowRef<MediaStream | null>(null)
  const problem = ref<CameraProblem | null>(null)
  let isGone = false

  async function open(): Promise<void> {
    // Missing on a page that came over http from another machine, which the types do not know.
    const devices = navigator.mediaDevices as MediaDevices | undefined
    if (!devices) {
      problem.value = 'insecure'
      return
    }
    try {
      const opened = await devices.getUserMedia({
        video: { facingMode: { ideal: 'environment' }, width: { ideal: 1920 }, height: { ideal: 1440 } },
      })
      if (isGone) stop(opened)
      else stream.value = opened
    } catch (error) {
      if (!(error instanceof DOMException)) throw error
      problem.value = error.name === 'NotAllowedError' ? 'refused' : 'noCamera'
    }
  }

  onScopeDispose(() => {
    isGone = true
    if (stream.value) stop(stream.value)
  })
  return { stream, problem, open }
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}
