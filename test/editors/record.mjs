// Stands between an editor and the language server, and writes down what they say: as `thinq-nugu lsp`, which a test puts on the
// path. Each message is a line of JSON; so is what has been written into the project file since the last one.
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { StreamMessageReader } from 'vscode-languageserver/node';

const { RECORD_CLI: program, RECORD_FILE: file, RECORD_PROJECT: project } = process.env;
const projectFile = join(project, '.thinq-nugu.json');

const server = spawn(process.execPath, [program, ...process.argv.slice(2)], { stdio: ['pipe', 'pipe', 'inherit'] });
server.once('exit', (code) => process.exit(code ?? 1));

const write = (line) => appendFileSync(file, `${JSON.stringify(line)}\n`);

let known;
function noteProjectFile() {
  const text = existsSync(projectFile) ? readFileSync(projectFile, 'utf8') : undefined;
  if (text === known) return;
  known = text;
  write({ from: 'disk', path: '.thinq-nugu.json', text });
}

/** Hands on what it hears, once it has been written down. */
function hear(from, input, output) {
  const copy = new PassThrough();
  new StreamMessageReader(copy).listen((message) => {
    if (from === 'editor') noteProjectFile();
    write({ from, message });
  });
  input.on('data', (chunk) => {
    copy.write(chunk);
    output.write(chunk);
  });
  input.once('end', () => output.end());
}
hear('editor', process.stdin, server.stdin);
hear('server', server.stdout, process.stdout);
