import type {
  AndOr,
  ArithmeticExpansionPart,
  ArithmeticExpression,
  WordPart as BashPart,
  Redirection as BashRedirection,
  Script as BashScript,
  Word as BashWord,
  Command,
  CompoundList,
  ParameterExpansionPart,
  ParsedScript,
  PipelineNode,
  Statement,
} from 'unbash';
import { parse as parseBash } from 'unbash';
import { lowerTest } from './lowerTest.ts';
import type { Arithmetic, ParameterOperation, Redirection, SyntaxNode, Word, WordPart } from './syntax.ts';

/** What is being built: the nodes so far, and the first thing that this shell does not have. */
export interface Lowering {
  nodes: SyntaxNode[];
  error?: string;
}

/** Turns the library's Bash tree into the shell's own, which holds only what busybox's ash has. */
export function lowerScript(lowering: Lowering, script: BashScript & Pick<ParsedScript, 'errors'>): number {
  const [error] = script.errors ?? [];
  if (error) refuse(lowering, `syntax error: ${error.message}`);
  return list(lowering, script.commands);
}

/** Notes why the script cannot be run; the first reason stays. */
export function refuse(lowering: Lowering, message: string): void {
  lowering.error ??= message;
}

export function add(lowering: Lowering, node: SyntaxNode): number {
  return lowering.nodes.push(node) - 1;
}

function list(lowering: Lowering, statements: readonly Statement[]): number {
  return add(lowering, {
    type: 'list',
    items: statements.map(({ command, background }) => ({
      node: lowerCommand(lowering, command),
      background: background === true,
    })),
  });
}

const body = (lowering: Lowering, compound: CompoundList): number => list(lowering, compound.commands);

function lowerCommand(lowering: Lowering, node: PipelineNode | AndOr | CompoundList): number {
  switch (node.type) {
    case 'AndOr': {
      const [first = 0, ...others] = node.commands.map((command) => lowerCommand(lowering, command));
      const rest = others.map((command, index) => ({ operator: node.operators[index] ?? '&&', node: command }));
      return add(lowering, { type: 'conditional', first, rest });
    }
    case 'Pipeline': {
      const negated = node.prefixes.filter((prefix) => prefix.type === 'Negation').length % 2 === 1;
      const commands = node.commands.map((command) => lowerCommand(lowering, command));
      if (node.prefixes.some((prefix) => prefix.type === 'Time')) timed(lowering, commands[0] ?? 0);
      return add(lowering, { type: 'pipeline', negated, commands });
    }
    case 'Command':
      return simple(lowering, node);
    case 'Redirected': {
      const inner = lowerCommand(lowering, node.command);
      return add(lowering, { type: 'redirected', body: inner, redirections: redirections(lowering, node.redirects) });
    }
    case 'If': {
      const branches = [node, ...node.elif].map((branch) => ({
        condition: body(lowering, branch.clause),
        body: body(lowering, branch.then),
      }));
      return add(lowering, {
        type: 'if',
        branches,
        ...(node.else && { otherwise: body(lowering, node.else) }),
      });
    }
    case 'For':
      return add(lowering, {
        type: 'for',
        name: node.name.value,
        ...(node.wordlist && { words: node.wordlist.map((item) => word(lowering, item)) }),
        body: body(lowering, node.body),
      });
    case 'While':
      return add(lowering, {
        type: 'while',
        until: node.kind === 'until',
        condition: body(lowering, node.clause),
        body: body(lowering, node.body),
      });
    case 'Case':
      return add(lowering, {
        type: 'case',
        word: word(lowering, node.word),
        items: node.items.map((item) => {
          if (item.terminator && item.terminator !== ';;') refuse(lowering, 'syntax error: unexpected "&"');
          return {
            patterns: item.pattern.map((pattern) => word(lowering, pattern)),
            body: body(lowering, item.body),
          };
        }),
      });
    case 'Subshell':
      return add(lowering, { type: 'subshell', body: body(lowering, node.body) });
    case 'BraceGroup':
      return body(lowering, node.body);
    case 'CompoundList':
      return body(lowering, node);
    case 'TestCommand':
      return lowerTest(lowering, node.expression, (each) => word(lowering, each));
    case 'Function':
      return add(lowering, {
        type: 'function',
        name: node.name.value,
        body: lowerCommand(lowering, node.body),
      });
    default:
      refuse(lowering, `syntax error: this shell has no ${node.type}`);
      return add(lowering, { type: 'list', items: [] });
  }
}

/** In this shell `time` is a program like any other: it is given the command that stands behind it. */
function timed(lowering: Lowering, index: number): void {
  const command = lowering.nodes[index];
  if (command?.type === 'command') command.words.unshift([{ type: 'text', text: 'time', quoted: false }]);
  else refuse(lowering, 'syntax error: unexpected word');
}

function simple(lowering: Lowering, node: Command): number {
  const assignments: { name: string; value: Word }[] = [];
  for (const item of node.prefix) {
    if (item.type !== 'Assignment') continue;
    if (item.value.type === 'ArrayValue' || item.index || item.append) {
      refuse(lowering, `syntax error: this shell has no arrays and no +=: ${item.text}`);
      continue;
    }
    assignments.push({ name: item.name, value: word(lowering, item.value) });
  }
  const words: Word[] = node.name ? [word(lowering, node.name)] : [];
  for (const argument of node.args) {
    if (argument.type === 'Word') words.push(word(lowering, argument));
    // `export A=b` and its like: an ordinary word, though its value is not split.
    else if (argument.value.type === 'ArrayValue')
      refuse(lowering, `syntax error: this shell has no arrays: ${argument.text}`);
    else
      words.push([
        { type: 'text', text: `${argument.name}${argument.append ? '+' : ''}=`, quoted: true },
        ...word(lowering, argument.value).map((part) => ({ ...part, quoted: true })),
      ]);
  }
  return add(lowering, {
    type: 'command',
    assignments,
    words,
    redirections: redirections(lowering, node.redirects),
  });
}

const operators: Record<string, Redirection['operator']> = {
  '>': '>',
  '>|': '>',
  '>>': '>>',
  '<': '<',
  '>&': '>&',
  '<&': '<&',
  '&>': '&>',
};

function redirections(lowering: Lowering, all: readonly BashRedirection[]): Redirection[] {
  const lowered: Redirection[] = [];
  for (const item of all) {
    const descriptor = item.descriptor?.type === 'FileDescriptor' ? item.descriptor.value : undefined;
    if (item.type === 'HereDoc') {
      lowered.push({ operator: '<<', descriptor: descriptor ?? 0, target: hereDocument(lowering, item) });
      continue;
    }
    const operator = item.type === 'HereString' ? '<<' : operators[item.operator];
    if (!operator || !item.target) {
      refuse(lowering, `syntax error: this shell has no redirection ${item.operator}`);
      continue;
    }
    const target = word(lowering, item.target);
    lowered.push({
      operator,
      descriptor: descriptor ?? (item.operator.startsWith('<') ? 0 : 1),
      target: item.type === 'HereString' ? [...target, { type: 'text', text: '\n', quoted: true }] : target,
    });
  }
  return lowered;
}

function hereDocument(lowering: Lowering, item: Extract<BashRedirection, { type: 'HereDoc' }>): Word {
  const { text, parts } = item.body;
  const tabs = item.operator === '<<-' ? (line: string) => line.replace(/^\t+/gm, '') : (line: string) => line;
  if (item.delimiter?.quoted || !parts) return [{ type: 'text', text: tabs(text), quoted: true }];
  return parts.flatMap((part) =>
    part.type === 'Literal'
      ? [{ type: 'text', text: tabs(part.value), quoted: true } as const]
      : lowerPart(lowering, part, true),
  );
}

/** A word's parts; text that was quoted or escaped is marked, since only the rest is split and matched against files. */
export function word(lowering: Lowering, source: BashWord): Word {
  if (!source.parts) return unescapeText(source.text);
  return source.parts.flatMap((part) => lowerPart(lowering, part, false));
}

function unescapeText(text: string): Word {
  if (!text.includes('\\')) return [{ type: 'text', text, quoted: false }];
  const parts: WordPart[] = [];
  for (const [piece] of text.matchAll(/\\[\s\S]?|[^\\]+/g)) {
    if (piece === '\\\n') continue;
    if (piece.startsWith('\\')) parts.push({ type: 'text', text: piece.slice(1) || '\\', quoted: true });
    else parts.push({ type: 'text', text: piece, quoted: false });
  }
  return parts;
}

function lowerPart(lowering: Lowering, part: BashPart, quoted: boolean): Word {
  switch (part.type) {
    case 'Literal':
      return quoted ? [{ type: 'text', text: part.value, quoted }] : unescapeText(part.text);
    case 'Glob':
    // Braces are no syntax of this shell: they stay text.
    case 'BraceExpansion':
    case 'ExtendedGlob':
      return [{ type: 'text', text: part.text, quoted }];
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      return [{ type: 'text', text: part.value, quoted: true }];
    case 'DoubleQuoted':
    case 'LocaleString':
      // An empty one still makes a field.
      return [
        { type: 'text', text: '', quoted: true },
        ...part.parts.flatMap((inner) => lowerPart(lowering, inner, true)),
      ];
    case 'SimpleExpansion':
      return [{ type: 'parameter', name: part.text.slice(1), quoted, length: false }];
    case 'ParameterExpansion':
      return [parameter(lowering, part, quoted)];
    case 'CommandExpansion':
      if (!part.script) return [];
      return [{ type: 'command', node: lowerScript(lowering, part.script), quoted }];
    case 'ArithmeticExpansion':
      return [{ type: 'arithmetic', expression: arithmeticOf(lowering, part), quoted }];
    case 'ProcessSubstitution':
      refuse(lowering, 'syntax error: unexpected "("');
      return [];
  }
}

function parameter(lowering: Lowering, part: ParameterExpansionPart, quoted: boolean): WordPart {
  const operation = part.operation && parameterOperation(lowering, part.operation);
  if (part.prefix === '!' || part.index || (part.operation && !operation))
    refuse(lowering, 'syntax error: bad substitution');
  return {
    type: 'parameter',
    name: part.parameter,
    quoted,
    length: part.prefix === '#',
    ...(operation && { operation }),
  };
}

function parameterOperation(
  lowering: Lowering,
  operation: NonNullable<ParameterExpansionPart['operation']>,
): ParameterOperation | undefined {
  switch (operation.type) {
    case 'Default':
      return {
        type: 'default',
        operator: operation.operator.slice(-1) as '-' | '=' | '+' | '?',
        emptyToo: operation.operator.length === 2,
        word: word(lowering, operation.operand),
      };
    case 'Remove':
      return { type: 'remove', operator: operation.operator, pattern: word(lowering, operation.operand) };
    case 'Replace':
      if (operation.operator.length === 2 && operation.operator !== '//') return undefined;
      return {
        type: 'replace',
        all: operation.operator === '//',
        pattern: word(lowering, operation.pattern),
        replacement: word(lowering, operation.replacement),
      };
    case 'Slice':
      return {
        type: 'slice',
        offset: word(lowering, operation.offset),
        ...(operation.length && { length: word(lowering, operation.length) }),
      };
    default:
      return undefined;
  }
}

/** What has a `$` in it is expanded first and is an expression only then: `$(($1-1))`, `$((${x}1))`. */
function arithmeticOf(lowering: Lowering, part: ArithmeticExpansionPart): Arithmetic {
  const inner = part.text.slice(3, -2);
  if (!/[$`]/.test(inner)) return part.expression ? arithmetic(lowering, part.expression) : { type: 'word', word: [] };
  const [statement] = parseBash(`"${inner}"`).commands;
  const source = statement?.command.type === 'Command' ? statement.command.name : undefined;
  return { type: 'word', word: source ? word(lowering, source) : [] };
}

function arithmetic(lowering: Lowering, expression: ArithmeticExpression): Arithmetic {
  switch (expression.type) {
    case 'ArithmeticBinary':
      return {
        type: 'binary',
        operator: expression.operator,
        left: arithmetic(lowering, expression.left),
        right: arithmetic(lowering, expression.right),
      };
    case 'ArithmeticUnary':
      return {
        type: 'unary',
        operator: expression.operator,
        prefix: expression.prefix,
        operand: arithmetic(lowering, expression.operand),
      };
    case 'ArithmeticTernary':
      return {
        type: 'choice',
        test: arithmetic(lowering, expression.test),
        yes: arithmetic(lowering, expression.consequent),
        no: arithmetic(lowering, expression.alternate),
      };
    case 'ArithmeticGroup':
      return arithmetic(lowering, expression.expression);
    case 'ArithmeticWord':
      return {
        type: 'word',
        word: expression.parts
          ? expression.parts.flatMap((part) => lowerPart(lowering, part, true))
          : [{ type: 'text', text: expression.value, quoted: true }],
      };
    case 'ArithmeticCommandExpansion':
      return {
        type: 'word',
        word: expression.script
          ? [{ type: 'command', node: lowerScript(lowering, expression.script), quoted: true }]
          : [],
      };
  }
}
