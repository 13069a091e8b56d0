// node check-jsonld.mjs FILE...
// Type-checks JSON-LD against schema.org's vocabulary. A FILE is one JSON document, an array of them,
// or a saved HTML page, of which every ld+json script is taken. Exit code 1 and one line a fault.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const here = dirname(fileURLToPath(import.meta.url));
const vocabulary = readFileSync(join(here, 'node_modules/schema-dts/dist/schema.d.ts'), 'utf8');
const source = join(here, 'documents.ts');

const faults = [];
const declarations = [];
for (const file of process.argv.slice(2)) {
  const documents = read(file);
  if (documents.length === 0) faults.push(`${file}: no JSON-LD in it`);
  documents.forEach((document, index) => declare(`${file}#${index + 1}`, document));
}

if (process.argv.length < 3) {
  console.error('Which files?');
  process.exit(2);
}

faults.push(...check());
for (const fault of faults) console.error(fault);
if (faults.length === 0) console.log(`${declarations.length} JSON-LD documents hold`);
process.exit(faults.length === 0 ? 0 : 1);

function read(file) {
  const text = readFileSync(file, 'utf8');
  const found = text.trimStart().startsWith('<')
    ? [...text.matchAll(/<script type="application\/ld(?:\+|&#x2B;)json">(.*?)<\/script>/gs)].map(m => m[1])
    : [text];
  return found.flatMap(one => JSON.parse(one));
}

function declare(name, document) {
  const type = document['@type'];
  if (document['@context'] !== 'https://schema.org') faults.push(`${name}: @context is ${document['@context']}`);
  if (!new RegExp(`export type ${type} = `).test(vocabulary)) {
    faults.push(`${name}: schema.org has no type ${type}`);
    return;
  }

  const constrained = [];
  const plain = withoutConstraints(document, constrained);
  declarations.push({ name, text: `const d${declarations.length}: WithContext<schema.${type}> = ${JSON.stringify(plain, null, 2)};` });
  for (const action of constrained)
    declarations.push({ name, text: `const d${declarations.length}: WithActionConstraints<schema.${action['@type']}> = ${JSON.stringify(action, null, 2)};` });
}

// "query-input" and its like are no properties of the vocabulary but of actions on offer: they are checked apart.
function withoutConstraints(node, constrained) {
  if (Array.isArray(node)) return node.map(item => withoutConstraints(item, constrained));
  if (node === null || typeof node !== 'object') return node;
  const entries = Object.entries(node).map(([key, value]) => [key, withoutConstraints(value, constrained)]);
  const plain = entries.filter(([key]) => !/-(input|output)$/.test(key));
  if (plain.length < entries.length) constrained.push(Object.fromEntries(entries));
  return Object.fromEntries(plain);
}

function check() {
  const head = "import type * as schema from 'schema-dts';\nimport type { WithContext, WithActionConstraints } from 'schema-dts';\n";
  const owners = [];
  let text = head;
  for (const { name, text: declaration } of declarations) {
    owners.push({ from: text.length, name });
    text += declaration + '\n';
  }

  const options = { strict: true, noEmit: true, skipLibCheck: true, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, target: ts.ScriptTarget.ES2022, types: [] };
  const host = ts.createCompilerHost(options);
  const open = host.getSourceFile.bind(host);
  host.getSourceFile = (file, version) => file === source ? ts.createSourceFile(file, text, version) : open(file, version);
  const exists = host.fileExists.bind(host);
  host.fileExists = file => file === source || exists(file);
  const program = ts.createProgram([source], options, host);
  return ts.getPreEmitDiagnostics(program).map(fault => {
    const owner = owners.findLast(o => o.from <= (fault.start ?? 0));
    const line = fault.start === undefined ? '' : text.slice(text.lastIndexOf('\n', fault.start) + 1, text.indexOf('\n', fault.start)).trim();
    return `${owner?.name ?? '?'}: ${line.slice(0, 120)}: ${ts.flattenDiagnosticMessageText(fault.messageText, ' ').slice(0, 300)}`;
  });
}
