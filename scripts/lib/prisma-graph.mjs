// Prisma's client keeps, for each of some 3,500 inputs and outputs, an object of its fields by the numbers of their names. V8 makes
// of such an object an array as long as the highest number, and of all of them 17 MB that hold next to nothing. Numbers that begin
// far from zero make it a table of what there is: 3 MB. So names are numbered from here on.
import { readFileSync, writeFileSync } from 'node:fs';

/** V8 takes an array where the first number is within 1,024 of its end. */
const FIRST = 4096;

const STRINGS = /(strings: JSON\.parse\()("(?:[^"\\]|\\.)*")(\))/;
const GRAPH = /(graph: ")([^"]+)(")/;

/** Numbers the names anew in the generated module. */
export function spreadPrismaGraph(file) {
  const text = readFileSync(file, 'utf8');
  const [, , quoted] = STRINGS.exec(text) ?? [];
  const [, , graph] = GRAPH.exec(text) ?? [];
  if (!quoted || !graph)
    throw new Error(`${file} is not what Prisma 7.10 generates: its graph of inputs is not where it was`);
  const strings = [...Array(FIRST).fill(''), ...JSON.parse(JSON.parse(quoted))];
  const spread = renumbered(Buffer.from(graph, 'base64url'), (name) => name + FIRST);
  writeFileSync(
    file,
    text
      .replace(STRINGS, (_, before, __, after) => `${before}${JSON.stringify(JSON.stringify(strings))}${after}`)
      .replace(GRAPH, (_, before, __, after) => `${before}${spread.toString('base64url')}${after}`),
  );
}

/**
 * The same graph with other numbers of names. Counts and numbers are LEB128, an optional one is larger by one or 0: inputs with their
 * edges (name, two bytes of scalars, input?, name of an enum?, a byte of flags), outputs with theirs (name, input?, output?), roots
 * (name, input?, output?).
 */
export function renumbered(graph, number) {
  const bytes = [];
  let at = 0;
  const read = () => {
    let [value, shift] = [0, 0];
    for (;;) {
      const byte = graph[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
      shift += 7;
    }
  };
  const write = (value) => {
    let rest = value;
    for (; rest >= 128; rest >>>= 7) bytes.push((rest & 127) | 128);
    bytes.push(rest);
    return value;
  };
  const keep = () => write(read());
  const raw = (count) => {
    for (let n = 0; n < count; n++) bytes.push(graph[at++]);
  };
  const name = () => write(number(read()));
  const optionalName = () => {
    const given = read();
    write(given === 0 ? 0 : number(given - 1) + 1);
  };
  const times = (count, each) => {
    for (let n = 0; n < count; n++) each();
  };
  const [inputs, outputs, roots] = [keep(), keep(), keep()];
  times(inputs, () =>
    times(keep(), () => {
      name();
      raw(2);
      keep();
      optionalName();
      raw(1);
    }),
  );
  times(outputs, () =>
    times(keep(), () => {
      name();
      keep();
      keep();
    }),
  );
  times(roots, () => {
    name();
    keep();
    keep();
  });
  if (at !== graph.length)
    throw new Error('The graph of inputs that Prisma generated has another form than that of 7.10');
  return Buffer.from(bytes);
}
