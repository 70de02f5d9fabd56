import { describe, expect, test } from 'vitest';
import { stillCluster } from '../api/cluster.ts';

const configMap = (name: string, data = 'a: b') =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\ndata:\n  ${data}\n`;
const documents = (...texts: string[]) => texts.join('---\n');
const invalidName = (name: string) =>
  `metadata.name: Invalid value: "${name}": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')`;
const notValid = 'error validating "STDIN": error validating data:';
const turnOff = 'if you choose to ignore these errors, turn validation off with --validate=false';

/** Runs a line against a new cluster. */
const once = (line: string, stdin = '', files?: Record<string, string>) => stillCluster().run(line, stdin, files);

describe('several documents, of which some cannot be applied', () => {
  test('one that is refused alone is told as always', async () => {
    const printed = await once('apply -f -', documents(configMap('one'), configMap('Two'), configMap('three')));
    expect(printed).toEqual({
      exit: 1,
      stdout: 'configmap/one created\nconfigmap/three created\n',
      stderr: `The ConfigMap "Two" is invalid: ${invalidName('Two')}\n`,
    });
  });

  test('several are told at the end, line by line', async () => {
    const { stdout, stderr } = await once('apply -f -', documents(configMap('A'), configMap('b'), configMap('C')));
    expect(stdout).toBe('configmap/b created\n');
    expect(stderr.split('\n')).toEqual([
      `Error from server (Invalid): error when creating "STDIN": ConfigMap "A" is invalid: ${invalidName('A')}`,
      `Error from server (Invalid): error when creating "STDIN": ConfigMap "C" is invalid: ${invalidName('C')}`,
      '',
    ]);
  });

  test('what could not be read stands first for apply, which reads all before it writes, and last for create', async () => {
    const text = documents(
      configMap('A'),
      'apiVersion: v1\nkind: Nope\nmetadata: {name: x}\n',
      configMap('b'),
      'a: [\n',
    );
    const read = [
      `[resource mapping not found for name: "x" namespace: "" from "STDIN": no matches for kind "Nope" in version "v1"`,
      'ensure CRDs are installed first, error parsing STDIN: error converting YAML to JSON: yaml: line 1: did not find expected node content]',
    ].join('\n');
    const refused = `Error from server (Invalid): error when creating "STDIN": ConfigMap "A" is invalid: ${invalidName('A')}`;
    expect((await once('apply -f -', text)).stderr).toBe(`${read}\n${refused}\n`);
    expect(await once('create -f -', text)).toEqual({
      exit: 1,
      stdout: 'configmap/b created\n',
      stderr: `${refused}\n${read}\n`,
    });
  });

  test('a document without kind ends its file, not the command', async () => {
    const files = {
      'a.yaml': documents(configMap('one'), 'apiVersion: v1\n', configMap('two')),
      'b.yaml': configMap('three'),
    };
    expect(await once('apply -f a.yaml,b.yaml', '', files)).toEqual({
      exit: 1,
      stdout: 'configmap/one created\nconfigmap/three created\n',
      stderr: `error: error validating "a.yaml": error validating data: kind not set; ${turnOff}\n`,
    });
  });
});

describe('what is no object', () => {
  test.each([
    ['a: b', `error: ${notValid} [apiVersion not set, kind not set]; ${turnOff}\n`],
    [
      'apiVersion: 1\nkind: 2',
      `error: ${notValid} [apiVersion isn't string type, kind isn't string type]; ${turnOff}\n`,
    ],
    ['- a', `error: ${notValid} invalid object to validate; ${turnOff}\n`],
    ['text', `error: ${notValid} invalid object to validate; ${turnOff}\n`],
    [
      'apiVersion: v1\nkind: ""',
      `error: unable to decode "STDIN": Object 'Kind' is missing in '{"apiVersion":"v1","kind":""}'\n`,
    ],
    [
      'apiVersion: v1\nkind: List\nitems: x',
      'error: unable to decode "STDIN": json: cannot unmarshal string into Go struct field decodeList.items of type []json.RawMessage\n',
    ],
    [
      'apiVersion: v1\nkind: List\nitems: [1]',
      'error: unable to decode "STDIN": json: cannot unmarshal number into Go value of type map[string]interface {}\n',
    ],
    ['apiVersion: v1\nkind: List\nitems: []', 'error: no objects passed to apply\n'],
    [
      'apiVersion: v1\nkind: Pod\nmetadata: {generateName: web-}',
      'error: from web-: cannot use generate name with apply\n',
    ],
    [
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a, creationTimestamp: now}',
      `error: unable to decode "STDIN": parsing time "now" as "2006-01-02T15:04:05Z07:00": cannot parse "now" as "2006"\n`,
    ],
  ])('%j', async (text, stderr) => {
    expect(await once('apply -f -', text)).toEqual({ exit: 1, stdout: '', stderr });
  });

  test('without validation it is decoded all the same', async () => {
    expect((await once('apply -f - --validate=false', 'a: b')).stderr).toBe(
      `error: unable to decode "STDIN": Object 'Kind' is missing in '{"a":"b"}'\n`,
    );
    expect((await once('apply -f - --validate=false', '42')).stderr).toBe(
      'error: unable to decode "STDIN": json: cannot unmarshal number into Go value of type unstructured.detector\n',
    );
    expect((await once('apply -f - --validate=maybe', '')).stderr).toBe(
      'error: invalid - validate option "maybe"; must be one of: strict (or true), warn, ignore (or false)\n',
    );
  });
});

describe('lists', () => {
  const list = `apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: ConfigMap, metadata: {name: one}}\n- {apiVersion: v1, kind: Nope}\n- {apiVersion: v1, kind: Namespace, metadata: {name: two, namespace: x}}\n`;

  test('are taken apart; an item that is not known does not stop the others', async () => {
    expect(await once('create -f -', list)).toEqual({
      exit: 1,
      stdout: 'configmap/one created\nnamespace/two created\n',
      stderr: 'unable to recognize no matches for kind "Nope" in version "v1"\n',
    });
  });

  test('of one kind need not name it again', async () => {
    const typed = 'apiVersion: v1\nkind: ConfigMapList\nitems:\n- metadata: {name: one}\n- metadata: {name: two}\n';
    expect((await once('apply -f -', typed)).stdout).toBe('configmap/one created\nconfigmap/two created\n');
  });
});

describe('files', () => {
  const files = {
    'k8s/b.yaml': configMap('b'),
    'k8s/a.yml': configMap('a'),
    'k8s/notes.txt': 'x',
    'k8s/a/c.json': '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"c"}}',
    'other.txt': configMap('other'),
  };
  test.each([
    ['apply -f k8s', 'configmap/a created\nconfigmap/b created\n', ''],
    ['apply -R -f ./k8s/', 'configmap/c created\nconfigmap/a created\nconfigmap/b created\n', ''],
    ['apply -f other.txt', 'configmap/other created\n', ''],
    ["apply -f 'k8s/*.y?ml'", 'configmap/b created\n', ''],
    ['apply -f nope -f none', '', 'the path "nope" does not exist\nthe path "none" does not exist\n'],
    ['apply -f k8s -f none', '', 'error: the path "none" does not exist\n'],
    ['apply -f k8s -l app=web', '', 'error: no objects passed to apply\n'],
  ])('%s', async (line, stdout, stderr) => {
    expect(await once(line, '', files)).toMatchObject({ stdout, stderr });
  });
});

describe('apply to what is there', () => {
  test('one that is on its way out is warned of', async () => {
    const { run } = stillCluster();
    const held = `${configMap('held')}`.replace('  name: held', '  name: held\n  finalizers: [example.com/hold]');
    await run('apply -f -', held);
    await run('delete cm held --wait=false');
    const { stdout, stderr } = await run('apply -f -', held.replace('a: b', 'a: c'));
    expect(stdout).toBe('configmap/held configured\n');
    expect(stderr).toBe('Warning: Detected changes to resource held which is currently being deleted.\n');
  });

  test('a stale version is tried six times, over four seconds, and then told', async () => {
    const cluster = stillCluster();
    await cluster.run('apply -f -', configMap('c'));
    const start = cluster.world.now;
    const { stderr } = await cluster.run(
      'apply -f -',
      configMap('c').replace('  name: c', '  name: c\n  resourceVersion: "1"'),
    );
    expect(cluster.sent.filter(({ verb }) => verb === 'patch')).toHaveLength(6);
    expect(cluster.world.now - start).toBe(4000);
    expect(stderr).toMatch(
      /^Error from server \(Conflict\): error when applying patch:\n\{"metadata":.*\nto:\nResource: "\/v1, Resource=configmaps"/,
    );
  });

  test('--force makes anew what may not be changed', async () => {
    const { run } = stillCluster();
    const immutable = (value: string) => `${configMap('c', `a: ${value}`)}immutable: true\n`;
    await run('apply -f -', immutable('x'));
    expect((await run('apply -f -', immutable('z'))).exit).toBe(1);
    expect((await run('apply -f - --force', immutable('z'))).stdout).toBe('configmap/c configured\n');
    expect((await run('get cm c -o jsonpath={.data.a}')).stdout).toBe('z');
  });

  test('the annotation holds the manifest as Go writes it', async () => {
    const { run } = stillCluster();
    await run('apply -f -', configMap('c', '"10": <&>\n  "9": "\\u2028"'));
    const { stdout } = await run(`get cm c -o jsonpath={.metadata.annotations}`);
    const { 'kubectl.kubernetes.io/last-applied-configuration': text } = JSON.parse(stdout);
    expect(text).toBe(
      '{"apiVersion":"v1","data":{"10":"\\u003c\\u0026\\u003e","9":"\\u2028"},"kind":"ConfigMap","metadata":{"annotations":{},"name":"c","namespace":"default"}}\n',
    );
  });
});

describe('replace', () => {
  test('takes the place of what is there, and nothing else', async () => {
    const { run } = stillCluster();
    const missing = 'Error from server (NotFound): error when replacing "STDIN": configmaps "c" not found\n';
    expect((await run('replace -f -', configMap('c'))).stderr).toBe(missing);
    await run('create -f -', configMap('c'));
    expect((await run('replace -f -', configMap('c', 'x: z'))).stdout).toBe('configmap/c replaced\n');
    expect((await run('get cm c -o jsonpath={.data}')).stdout).toBe('{"x":"z"}');
    const stale = configMap('c').replace('  name: c', '  name: c\n  resourceVersion: "1"');
    expect((await run('replace -f -', stale)).stderr).toBe(
      'Error from server (Conflict): error when replacing "STDIN": Operation cannot be fulfilled on configmaps "c": the object has been modified; please apply your changes to the latest version and try again\n',
    );
  });

  test('--force deletes and creates', async () => {
    const { run } = stillCluster();
    await run('create -f -', configMap('c'));
    expect(await run('replace --force -f -', documents(configMap('c', 'x: z'), configMap('new')))).toEqual({
      exit: 0,
      stdout: 'configmap "c" deleted from default namespace\nconfigmap/c replaced\nconfigmap/new replaced\n',
      stderr: '',
    });
  });

  test.each([
    ['replace', 'error: must specify one of -f and -k\n'],
    ['replace -f - --grace-period=1', 'error: --grace-period must have --force specified\n'],
    ['replace -f - --timeout=1s', 'error: --timeout must have --force specified\n'],
    ['replace -f - --subresource=x', 'error: invalid subresource value: "x". Must be one of [status scale]\n'],
  ])('%s', async (line, stderr) => {
    expect(await once(line, configMap('c'))).toMatchObject({ exit: 1, stderr });
  });
});

describe('much at once', () => {
  const large = (bytes: number) => configMap('large', `text: ${'x'.repeat(bytes)}`);

  test('a ConfigMap may hold a megabyte, which create takes and apply cannot annotate', async () => {
    expect((await once('create -f -', large(1_000_000))).stdout).toBe('configmap/large created\n');
    expect((await once('apply -f -', large(1_000_000))).stderr).toBe(
      'The ConfigMap "large" is invalid: metadata.annotations: Too long: may not be more than 262144 bytes\n',
    );
    expect((await once('create -f -', large(1_048_577))).stderr).toBe(
      'The ConfigMap "large" is invalid: []: Too long: may not be more than 1048576 bytes\n',
    );
    expect((await once('create -f -', large(3 * 1024 * 1024))).stderr).toBe(
      'Error from server (RequestEntityTooLarge): error when creating "STDIN": Request entity too large: limit is 3145728\n',
    );
  });

  test('a thousand documents in one command', async () => {
    const text = documents(...Array.from({ length: 1000 }, (_, index) => configMap(`c${index}`)));
    const { stdout, stderr, exit } = await once('apply -f -', text);
    expect({ created: stdout.split('\n').length - 1, stderr, exit }).toEqual({ created: 1000, stderr: '', exit: 0 });
  });
});
