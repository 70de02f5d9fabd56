import type { ObjectToWrite } from '../../api/objects.ts';

/** A Deployment and the Service in front of it, as most scenarios have several. */
export interface Workload {
  name: string;
  image: string;
  replicas: number;
  /** Of the container. */
  port: number;
  /** Of the Service, where it is another. */
  servicePort?: number;
  requests: Record<string, string>;
  limits?: Record<string, string>;
  /** Path of an HTTP readiness probe; without it a TCP one. */
  ready?: string;
}

export function deploymentOf({ name, image, replicas, port, requests, limits, ready }: Workload): ObjectToWrite {
  const check = ready === undefined ? { tcpSocket: { port } } : { httpGet: { path: ready, port } };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'default', labels: { app: name } },
    spec: {
      replicas,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: {
          containers: [
            {
              name,
              image,
              ports: [{ containerPort: port }],
              resources: { requests, ...(limits && { limits }) },
              readinessProbe: { ...check, periodSeconds: 5 },
            },
          ],
        },
      },
    },
  };
}

export function serviceOf({ name, port, servicePort = port }: Workload): ObjectToWrite {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: 'default' },
    spec: { selector: { app: name }, ports: [{ port: servicePort, targetPort: port }] },
  };
}
