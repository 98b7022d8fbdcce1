// How long each page takes with a small and with a big ledger: node pages.js SMALL BIG. The ratio may be at most 1.5.
import { median, Program } from './program.js';

const REQUESTS = 40;
const WARM_UP = 15;
const MOST = 1.5;
const PATHS = ['/', '/weak-hour', '/letters', '/letters?q=sea', '/slips', '/received', '/rule', '/timeline', '/settings', '/help-now'];

const [small, big] = [await Program.start(process.argv[2]), await Program.start(process.argv[3])];
let worst = 0;
try {
  console.log('page               small ms   big ms  ratio');
  for (const path of PATHS) compare(path, ...(await measure(path, path)));
  for (const [list, pattern] of [['/letters', /href="(\/letters\/\d+)"/], ['/received', /href="(\/received\/\d+)"/]]) {
    const [one, other] = [await small.linkOn(list, pattern), await big.linkOn(list, pattern)];
    if (one && other) compare(`${list}/N`, ...(await measure(one, other)));
  }
} finally {
  await Promise.all([small.stop(), big.stop()]);
}
console.log(worst > MOST ? `A page takes ${worst.toFixed(2)} times as long.` : `No page takes more than ${worst.toFixed(2)} times as long.`);
process.exit(worst > MOST ? 1 : 0);

// In turns, so that whatever else the machine does meets both.
async function measure(smallPath, bigPath) {
  const times = [[], []];
  for (let request = -WARM_UP; request < REQUESTS; request++) {
    const took = [await small.time(smallPath), await big.time(bigPath)];
    if (request >= 0) took.forEach((time, which) => times[which].push(time));
  }
  return times.map(median);
}

function compare(path, one, other) {
  worst = Math.max(worst, other / one);
  console.log(path.padEnd(18), one.toFixed(2).padStart(8), other.toFixed(2).padStart(8), (other / one).toFixed(2).padStart(6));
}
