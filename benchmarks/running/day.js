// The memory that a day's use leaves taken: node day.js DATA. At most 150 MB may be resident.
import { Program } from './program.js';

const HOURS = 24;
const PATHS = ['/', '/weak-hour', '/letters', '/letters?q=sea', '/slips', '/received', '/rule', '/timeline', '/settings', '/help-now'];

const program = await Program.start(process.argv[2]);
let resident;
try {
  console.log(`after the start: ${program.residentMegabytes().toFixed(0)} MB`);
  for (let hour = 0; hour < HOURS; hour++) {
    for (let round = 0; round < 4; round++) for (const path of PATHS) await program.time(path);
    await program.send('/weak-hour', {}, '/');
    await program.send('/weak-hour/letter', { words: `What I would have sent in hour ${hour}. `.repeat(40) }, '/weak-hour');
    await program.send('/weak-hour/after', { now: '3', helped: '', 'set-off': 'A song' }, '/weak-hour');
    await program.send('/received', { text: `Message ${hour}`, via: 'text', day: '', time: '' });
  }
  resident = program.residentMegabytes();
  console.log(`after a day of ${HOURS * 4 * PATHS.length} pages and ${HOURS * 4} forms: ${resident.toFixed(0)} MB`);
} finally {
  await program.stop();
}
process.exit(resident > 150 ? 1 : 0);
