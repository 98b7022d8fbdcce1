// From the command to the first page, with a small and with a big ledger: node start.js SMALL BIG. A warm start may take
// at most a second, and the big one at most 1.5 times as long.
import { median, Program } from './program.js';

const STARTS = 15;
const [small, big] = [process.argv[2], process.argv[3]];
const times = { [small]: [], [big]: [] };
// The first one builds, and prepares the fast start.
await (await Program.start(small)).stop();
for (let round = -1; round < STARTS; round++)
  for (const data of [small, big]) {
    const program = await Program.start(data);
    if (round >= 0) times[data].push(program.firstPageAfter);
    await program.stop();
  }
const [one, other] = [small, big].map(data => median(times[data]));
console.log(`small ${one.toFixed(0)} ms, big ${other.toFixed(0)} ms, ratio ${(other / one).toFixed(2)}; fastest ${Math.min(...times[small]).toFixed(0)} ms`);
process.exit(one > 1_000 || other / one > 1.5 ? 1 : 0);
