// One NoContact that runs on a data folder of its own.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const LAUNCHER = fileURLToPath(new URL('../../nocontact', import.meta.url));
let nextPort = 20_000 + Math.floor(Math.random() * 10_000);

export class Program {
  #cookie = '';

  /// Starts it and waits for its first page, signed in.
  static async start(data) {
    const program = new Program();
    const began = performance.now();
    const port = nextPort++;
    program.process = spawn(LAUNCHER, ['serve', '--no-browser', '--port', port, '--data', data], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    program.origin = `http://127.0.0.1:${port}`;
    const link = await program.#link();
    const answer = await fetch(link, { redirect: 'manual' });
    program.#cookie = answer.headers.get('set-cookie').split(';')[0];
    await (await program.get('/')).text();
    program.firstPageAfter = performance.now() - began;
    return program;
  }

  #link() {
    let said = '';
    return new Promise((resolve, reject) => {
      const hear = chunk => {
        said += chunk;
        const link = said.match(/http:\/\/\S+\/sign-in\?key=[\w-]+/);
        if (link) resolve(link[0]);
      };
      this.process.stdout.on('data', hear);
      this.process.stderr.on('data', hear);
      this.process.on('exit', code => reject(new Error(`NoContact ended with ${code}: ${said}`)));
    });
  }

  get(path) {
    return fetch(this.origin + path, { headers: { Cookie: this.#cookie } });
  }

  /// Milliseconds until the whole page is there.
  async time(path) {
    const began = performance.now();
    const answer = await this.get(path);
    await answer.arrayBuffer();
    const took = performance.now() - began;
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`);
    return took;
  }

  /// Sends a form of the page, with the token that every form has.
  async send(path, fields, page = path) {
    const csrf = (await (await this.get(page)).text()).match(/name="csrf" value="([^"]+)"/)[1];
    const answer = await fetch(this.origin + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { Cookie: this.#cookie, Origin: this.origin },
      body: new URLSearchParams({ csrf, ...fields }),
    });
    if (answer.status !== 303) throw new Error(`${path} answered ${answer.status} instead of taking the form.`);
  }

  /// The first link on a page that looks like this.
  async linkOn(path, pattern) {
    return (await (await this.get(path)).text()).match(pattern)?.[1];
  }

  residentMegabytes() {
    return Number(readFileSync(`/proc/${this.process.pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)[1]) / 1024;
  }

  stop() {
    return new Promise(resolve => {
      this.process.removeAllListeners('exit');
      this.process.on('exit', resolve);
      this.process.kill();
    });
  }
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
