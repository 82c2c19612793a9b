import { lockFolder } from '../../../supabase/embedded/folder/lock.ts'

/** Takes the lock of a folder and holds it until the process is killed. */
try {
  await lockFolder(process.argv[2] ?? '')
  console.log('held')
  setInterval(() => {}, 60_000)
} catch (error) {
  console.log((error as Error).name)
}
