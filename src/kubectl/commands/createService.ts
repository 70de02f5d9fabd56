import type { ServicePort } from '../../api/objects.ts';
import { resourceOf } from '../../api/resources.ts';
import { mistake, usageMistake } from '../errors.ts';
import { createMade } from '../write.ts';
import { type Command, common } from './command.ts';

/** `80:8080` as the port of a Service. Source: kubectl create.parsePorts. */
function parsePort(text: string): ServicePort {
  const [port = '', target = port] = text.split(':');
  const number = (part: string): number => {
    if (!/^\d+$/.test(part)) throw mistake(`strconv.ParseUint: parsing "${part}": invalid syntax`);
    const value = Number(part);
    if (value < 1 || value > 65535) throw mistake('must be between 1 and 65535, inclusive');
    return value;
  };
  const name = text.replaceAll(':', '-');
  const targetPort = /^\d+$/.test(target) || !text.includes(':') ? number(target) : target;
  return { name, port: number(port), protocol: 'TCP', targetPort };
}

function serviceCommand(word: string, type: 'ClusterIP' | 'NodePort' | 'LoadBalancer'): Command {
  return {
    name: `create service ${word}`,
    flags: [
      common.output,
      common.dryRun,
      common.fieldManager,
      { name: 'tcp', kind: 'list' },
      { name: 'clusterip', kind: 'text' },
      { name: 'node-port', kind: 'number' },
    ],
    async run(session, { args, flags }) {
      const [name = ''] = args;
      if (args.length !== 1)
        throw usageMistake(`create service ${word}`, `exactly one NAME is required, got ${args.length}`);
      const ports = flags
        .list('tcp')
        .flatMap((text) => text.split(','))
        .map(parsePort);
      const clusterIP = flags.text('clusterip');
      if (ports.length === 0 && clusterIP !== 'None') throw mistake('at least one tcp port specifier must be provided');
      const nodePort = flags.number('node-port');
      const labels = { app: name };
      const service = {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name, labels },
        spec: {
          ...(clusterIP !== undefined && { clusterIP }),
          ports: ports.map((port) => (nodePort === undefined ? port : { ...port, nodePort })),
          selector: labels,
          type,
        },
        status: { loadBalancer: {} },
      };
      await createMade(session, flags, resourceOf('services'), service, (failure) =>
        mistake(`failed to create ${type} service: ${failure.message}`),
      );
      return 0;
    },
  };
}

export const createServices = [
  serviceCommand('clusterip', 'ClusterIP'),
  serviceCommand('nodeport', 'NodePort'),
  serviceCommand('loadbalancer', 'LoadBalancer'),
];
